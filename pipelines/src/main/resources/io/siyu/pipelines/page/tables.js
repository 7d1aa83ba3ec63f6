/* What is read as numbers: the cohort triangle and the last fourteen days. */
function drawCohorts() {
    const domains = [...new Set(DATA.cohorts.map(row => row.domain))];
    const shown = domains.includes(STATE.cohort) ? STATE.cohort : "all";
    const table = cohortTable(shown);
    const months = [...table.keys()].slice(-13);
    const field = STATE.metric === "repurchase" ? "repeaters" : "activeCustomers";
    const width = Math.min(12, Math.max(0, ...months.map(month => Math.max(...table.get(month).keys()))));
    const numbers = [...Array(width + 1).keys()];
    const share = cell => cell ? ratio(cell[field], cell.customers) : null;
    const size = month => Math.max(...[...table.get(month).values()].map(cell => cell.customers));
    const body = card("cohort", t("cohort.title"), t(STATE.metric === "repurchase" ? "repurchase.about" : "retention.about"),
        () => [`cohort_${STATE.metric}_${shown}`, [t("cohort"), t("customers"), ...numbers.map(n => t("month_n", {n}))],
            months.map(month => [month.slice(0, 7), size(month),
                ...numbers.map(n => share(table.get(month).get(n))).map(value => value === null ? "" : value.toFixed(6))])]);
    if (!months.length) return empty(body, t("no_cohort_yet"));
    const most = Math.max(...months.flatMap(month => numbers.slice(field === "repeaters" ? 0 : 1)
        .map(n => share(table.get(month).get(n)) || 0)));
    const cell = (month, n) => {
        const found = table.get(month).get(n);
        return found && share(found) !== null
            ? heat(share(found), field === "activeCustomers" && n === 0 ? null : most, isOver(month, n), `${whole(found[field])} / ${whole(found.customers)}`) : "<td></td>";
    };
    const picks = [choices("metric", ["retention", "repurchase"], value => t(value))];
    if (domains.length > 1) {
        picks.push(choices("cohort", ["all", ...domainsOf(DATA.cohorts)], value => value === "all" ? t("all") : named("domain", value)));
    }
    body.innerHTML = `<p class="picks">${picks.join(" ")}</p><div class="scroll"><table class="heat"><thead><tr>` +
        `<th>${esc(t("cohort"))}</th><th>${esc(t("customers"))}</th>${numbers.map(n => `<th>${esc(t("month_n", {n}))}</th>`).join("")}` +
        `</tr></thead><tbody>${months.map(month => `<tr><th>${month.slice(0, 7)}</th><td>${whole(size(month))}</td>` +
        `${numbers.map(n => cell(month, n)).join("")}</tr>`).join("")}</tbody></table></div>`;
    if (months.some(month => numbers.some(n => table.get(month).has(n) && !isOver(month, n)))) note(body, t("not_over"));
}

const DAY_COLUMNS = [
    ["net_sales", day => exact(day.netFen), day => plain(day.netFen), true],
    ["kpi.paid", day => exact(day.payFen), day => plain(day.payFen), true],
    ["refunds", day => exact(day.refundFen), day => plain(day.refundFen), true],
    ["kpi.orders", day => whole(day.orders), day => day.orders],
    ["kpi.buyers", day => whole(day.buyers), day => day.buyers],
    ["kpi.new_buyers", day => whole(day.newBuyers), day => day.newBuyers],
    ...HOUSE.domains < 2 ? [] : [["kpi.private_share", day => percent(ratio(day.privatePayFen, day.payFen)), day => share6(ratio(day.privatePayFen, day.payFen))]],
    ["kpi.refund_rate", day => percent(ratio(day.refundFen, day.payFen)), day => share6(ratio(day.refundFen, day.payFen))],
];
function drawDays() {
    const dates = daysShown(14).reverse();
    const head = DAY_COLUMNS.map(([key, , , isMoney]) => isMoney ? inMoney(key) : t(key));
    const body = card("days", t("days.title"), t("days.about"), () => ["days", [t("date"), ...head],
        dates.map(date => [date, ...DAY_COLUMNS.map(column => column[2](onDay(date)))])]);
    if (!SALES.length) return empty(body, t("no_sales_yet"));
    const cells = day => DAY_COLUMNS.map(column => `<td>${esc(day.lines ? column[1](day) : t("none"))}</td>`).join("");
    body.innerHTML = `<div class="scroll"><table><thead><tr><th>${esc(t("date"))}</th>` +
        `${head.map(text => `<th>${esc(text)}</th>`).join("")}</tr></thead><tbody>` +
        `${dates.map(date => `<tr><th>${esc(longDate(date))}</th>${cells(onDay(date))}</tr>`).join("")}</tbody></table></div>`;
}
