/* The scorecard of domains: a month, beside the one before, by domain of purchase or of origin. */
const rowsOf = table => DATA.tables[table] || [];
const CARD = "ads.domain_scorecard";
const SCORES = rowsOf(CARD).filter(row => row.month <= AS_OF);
const MONTHS = [...new Set(["ads.domain_scorecard", "ads.attribution"].flatMap(rowsOf).map(row => row.month))]
    .filter(month => month <= AS_OF).sort();
const monthShown = () => MONTHS.includes(STATE.month) ? STATE.month : MONTHS[MONTHS.length - 1];
const monthName = month => month.slice(0, 7) + (addDays(addMonths(month, 1), -1) > AS_OF ? "*" : "");
const scoresOf = (month, side) => SCORES.filter(row => row.month === month && row.side === side);
const scoreOf = (month, side, domain) => scoresOf(month, side).find(row => row.domain === domain);
const value = (row, column) => row && row[column] !== null && row[column] !== undefined ? row[column] : null;
const sumOf = (rows, column) => rows.some(row => value(row, column) !== null)
    ? rows.reduce((all, row) => all + (value(row, column) || 0), 0) : null;

const SHOWN = {
    money: [fen => money(fen), exactMoney, plain], count: [whole, whole, String], share: [percent, s => percent(s, 2), share6],
    months: [n => t("months_n", {n}), n => t("months_n", {n}), String],
};
const shown = (kind, at) => at === null ? t("none") : SHOWN[kind][0](at);
const exactly = (kind, at) => at === null ? "" : SHOWN[kind][1](at);
const forCsv = (kind, at) => at === null ? "" : SHOWN[kind][2](at);

/* Words, column of the scorecard, how it is written, and the side on which alone it is said. */
const METRICS = [
    ["net_sales", "net_fen", "money"], ["m.share", "share", "share"], ["m.orders", "orders", "count"],
    ["m.buyers", "buyers", "count"], ["m.new", "new_customers", "count"], ["m.ads", "ad_fen", "money"],
    ["m.acquisition", "acquisition_fen", "money"], ["m.margin", "margin_fen", "money"], ["m.margin_rate", "margin_rate", "share"],
    ["m.again_30", "repurchase_30", "share"], ["m.again_90", "repurchase_90", "share"], ["m.again_365", "repurchase_365", "share"],
    ["m.ltv", "ltv_365_fen", "money"], ["m.payback", "payback_months", "months", "origin"],
    ["m.in", "migrated_in", "count", "purchase"], ["m.out", "migrated_out", "count", "purchase"],
    ["m.halo_orders", "halo_orders", "count", "purchase"], ["m.halo", "halo_fen", "money", "purchase"],
    ["m.top", "top_share", "share"],
];

const DOMAIN_TILES = [
    {key: "sales", of: m => value(scoresOf(m, "purchase")[0], "sales_fen"), kind: "money", column: "sales_fen", better: 1},
    {key: "private_net", of: m => value(scoreOf(m, "purchase", "private"), "share"), kind: "share", column: "share", better: 1},
    {key: "private_origin", of: m => value(scoreOf(m, "origin", "private"), "share"), kind: "share", column: "share", better: 1},
    {key: "new", of: m => sumOf(scoresOf(m, "purchase"), "new_customers"), kind: "count", column: "new_customers", better: 1},
    {key: "acquisition", of: m => value(scoreOf(m, "purchase", "public"), "acquisition_fen"), kind: "money",
        column: "acquisition_fen", better: -1},
    {key: "halo", of: m => value(scoreOf(m, "purchase", "public"), "halo_fen"), kind: "money", column: "halo_fen", better: 1},
    {key: "profit", of: m => value(programmeOf(m), "profit_fen"), kind: "money", table: "ads.programme_month",
        column: "profit_fen", better: 1},
    {key: "so_far", of: m => value(programmeOf(m), "profit_so_far_fen"), kind: "money", table: "ads.programme_month",
        column: "profit_so_far_fen", better: 1},
];

function domainTile(tile) {
    const month = monthShown(), column = `${tile.table || CARD}.${tile.column}`;
    const there = at => MONTHS.includes(at) ? tile.of(at) : null;
    const how = {share: tile.kind === "share", full: at => exactly(tile.kind, at), better: tile.better};
    const compared = [["vs_month", -1], ["vs_year", -12]]
        .map(([key, n]) => comparison(t(key), there(month), there(addMonths(month, n)), how)).join("");
    const sourced = `<p class="source">${defined("kpi." + tile.key, column, column)}</p>`;
    return tileHtml(tile.key, t("about." + tile.key), shown(tile.kind, there(month)), exactly(tile.kind, there(month)), compared,
        sparkline(MONTHS.slice(-13).map(there)), sourced);
}
function drawDomainTiles() {
    document.getElementById("tiles").innerHTML = MONTHS.length ? DOMAIN_TILES.map(domainTile).join("") : "";
}

const SIDES = ["purchase", "origin"];
function drawTrend() {
    const months = MONTHS.slice(-13), domains = domainsOf(SCORES.filter(row => row.side === STATE.side));
    const net = (month, domain) => value(scoreOf(month, STATE.side, domain), "net_fen");
    const body = card("trend", t("trend.title"), t(`trend.${STATE.side}`, {unit: unit()}), () => [`net_by_${STATE.side}`,
        [t("month"), ...domains.map(domain => `${named("domain", domain)} (${unit()})`)],
        months.map(month => [month.slice(0, 7), ...domains.map(domain => forCsv("money", net(month, domain)))])]);
    if (!domains.length) return empty(body, t("no_scorecard"));
    body.insertAdjacentHTML("beforebegin", `<p class="picks">${choices("side", SIDES, side => t(`side.${side}`))}</p>`);
    sourced(body, [["net_sales", `${CARD}.net_fen`]]);
    chart(body, 220, {
        legend: legend(domains.map(domain => named("domain", domain))), tooltip: dayTooltip(exactMoney, true),
        xAxis: {...dateAxis(months.map(monthName)), axisLabel: {color: INK.muted}}, yAxis: valueAxis(fen => axisNumber(major(fen))),
        series: domains.map((domain, i) => ({name: named("domain", domain), type: "bar", stack: "all", barMaxWidth: 46,
            color: domainInk(domain, i), data: months.map(month => net(month, domain))})),
    });
}

function drawScorecard() {
    const month = monthShown(), rows = month ? scoresOf(month, STATE.side) : [];
    const domains = domainsOf(rows);
    const metrics = METRICS.filter(([, column, , side]) => (!side || side === STATE.side) && hasColumn(CARD, column));
    const body = card("scorecard", t("scorecard.title"), t(`side.${STATE.side}.about`), () => [`scorecard_${STATE.side}_${month}`,
        [t("figure"), ...domains.map(domain => named("domain", domain))],
        metrics.map(([key, column, kind]) => [t(key), ...domains.map(d => forCsv(kind, value(scoreOf(month, STATE.side, d), column)))])]);
    if (!rows.length) return empty(body, t("no_scorecard"));
    const cell = (column, kind, domain) => {
        const at = value(scoreOf(month, STATE.side, domain), column);
        return `<td title="${esc(exactly(kind, at))}">${esc(shown(kind, at))}</td>`;
    };
    body.innerHTML = `<div class="scroll"><table><thead><tr><th>${esc(monthName(month))}</th>` +
        `${domains.map((d, i) => `<th><i class="dot" style="background:${domainInk(d, i)}"></i>${esc(named("domain", d))}</th>`).join("")}</tr></thead><tbody>` +
        metrics.map(([key, column, kind]) => `<tr><th>${defined(key, `${CARD}.${column}`)}</th>` +
            `${domains.map(domain => cell(column, kind, domain)).join("")}</tr>`).join("") + "</tbody></table></div>";
    note(body, t("total_is", {total: exactMoney(rows[0].total_fen), sales: exactMoney(rows[0].sales_fen)}));
}
