/* Sums over the sales rows: by day, by domain, by channel, by store. */
const FIELDS = ["orders", "buyers", "newBuyers", "returningBuyers", "orderFen", "payFen", "refundFen", "netFen"];
const SALES = DATA.sales.filter(row => row.businessDate <= DATA.businessDate);

function total(rows) {
    const sum = {lines: rows.length, privatePayFen: 0};
    FIELDS.forEach(field => { sum[field] = 0; });
    for (const row of rows) {
        FIELDS.forEach(field => { sum[field] += row[field]; });
        sum.privatePayFen += row.domain === "private" ? row.payFen : 0;
    }
    return sum;
}

/* Totals per group, greatest net first; equal ones by name. */
function ranked(rows, key) {
    return [...groupBy(rows, key)]
        .map(([name, own]) => ({name, rows: own, ...total(own)}))
        .sort((a, b) => b.netFen - a.netFen || (a.name < b.name ? -1 : 1));
}

const BY_DAY = groupBy(SALES, "businessDate");
const NO_DAY = total([]);
const TOTAL_BY_DAY = new Map([...BY_DAY].map(([date, rows]) => [date, total(rows)]));
const onDay = date => TOTAL_BY_DAY.get(date) || NO_DAY;
const FIRST_DAY = SALES.length ? [...BY_DAY.keys()].sort()[0] : AS_OF;

/* The calendar days shown: the last n up to the as-of date, none before the first day of data. */
function daysShown(limit) {
    const dates = [];
    for (let date = AS_OF; date >= FIRST_DAY && dates.length < limit; date = addDays(date, -1)) dates.push(date);
    return dates.reverse();
}

/* What this house has; a chart that could say one thing only is left out. */
const HOUSE = {
    domains: domainsOf(SALES).length,
    channels: new Set(SALES.map(row => row.channel)).size,
    stores: SALES.some(row => row.storeCode !== "none"),
};

/* Cohorts, over all domains or one: month -> month number -> sums. A domain is that of the first purchase, so they add up. */
function cohortTable(domain) {
    const months = new Map();
    for (const row of DATA.cohorts) {
        if (domain !== "all" && row.domain !== domain) continue;
        if (!months.has(row.cohortMonth)) months.set(row.cohortMonth, new Map());
        const cells = months.get(row.cohortMonth);
        const cell = cells.get(row.monthNo) || {customers: 0, activeCustomers: 0, repeaters: 0, orders: 0, netFen: 0};
        Object.keys(cell).forEach(field => { cell[field] += row[field]; });
        cells.set(row.monthNo, cell);
    }
    return new Map([...months].sort((a, b) => a[0] < b[0] ? -1 : 1));
}
/* Whether month number n of a cohort has ended by the as-of date. */
const isOver = (month, n) => addDays(addMonths(month, n + 1), -1) <= AS_OF;
