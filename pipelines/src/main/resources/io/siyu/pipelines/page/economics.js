/* Whether the private domain pays for itself. */
const PROGRAMME = "ads.programme_month";
const ECONOMY = rowsOf(PROGRAMME).filter(row => row.month <= AS_OF).sort((a, b) => a.month < b.month ? -1 : 1);
const programmeOf = month => ECONOMY.find(row => row.month === month);
const COSTS = [["e.goods", "goods_fen", "#8a97a6"], ["e.people", "people_fen", "#b98b82"], ["e.tools", "tools_fen", "#9a8fb5"],
    ["e.coupons", "coupons_fen", "#c58f35"], ["e.samples", "samples_fen", "#d8b878"], ["e.ads", "ads_fen", "#6f90b5"],
    ["e.content", "content_fen", "#8f9a6b"]];
const LINES = [["net_sales", "net_fen"], ...COSTS.map(([key, column]) => [key, column]), ["e.cost", "cost_fen"],
    ["e.profit", "profit_fen"], ["e.so_far", "profit_so_far_fen"]];

function drawEconomics() {
    const rows = ECONOMY.slice(-13), months = rows.map(row => monthName(row.month));
    const body = card("economics", t("economics.title"), t("economics.about", {unit: unit()}));
    if (!rows.length) return empty(body, t("no_programme"));
    const costs = COSTS.filter(([, column]) => rows.some(row => value(row, column)));
    const bar = (key, color, stack, of) => ({name: t(key), type: "bar", stack, color, barMaxWidth: 26, data: rows.map(of)});
    const known = rows.some(row => value(row, "profit_so_far_fen") !== null);
    sourced(body, [["net_sales", `${PROGRAMME}.net_fen`], ["e.so_far", `${PROGRAMME}.profit_so_far_fen`]]);
    chart(body, 300, {
        legend: legend([t("net_sales"), ...costs.map(([key]) => t(key)), ...known ? [t("e.so_far")] : []]),
        grid: {left: 4, right: 12, top: narrow() ? 74 : 40, bottom: 4, containLabel: true},
        tooltip: dayTooltip(exactMoney),
        xAxis: {...dateAxis(months), axisLabel: {color: INK.muted}}, yAxis: valueAxis(fen => axisNumber(major(fen))),
        series: [bar("net_sales", DOMAIN_INK.private, "in", row => value(row, "net_fen")),
            ...costs.map(([key, column, color]) => bar(key, color, "out", row => value(row, column))),
            ...known ? [{name: t("e.so_far"), type: "line", color: INK.text, data: rows.map(row => value(row, "profit_so_far_fen")),
                symbolSize: 6, lineStyle: {width: 2}}] : []],
    });
    const last = rows[rows.length - 1], back = value(last, "is_paid_back");
    note(body, back === null ? t("e.unknown") : t(back ? "e.back" : "e.not_back", {sum: exactMoney(last.profit_so_far_fen)}));
}

function drawLedger() {
    const rows = ECONOMY.slice(-13).reverse();
    const lines = LINES.filter(([, column], i) => i < 2 || rows.some(row => value(row, column) !== null));
    const body = card("ledger", t("ledger.title"), t("ledger.about"), () => ["programme",
        [t("month"), ...lines.map(([key]) => inMoney(key))],
        rows.map(row => [row.month.slice(0, 7), ...lines.map(([, column]) => forCsv("money", value(row, column)))])]);
    if (!rows.length) return empty(body, t("no_programme"));
    body.innerHTML = `<div class="scroll"><table><thead><tr><th>${esc(t("month"))}</th>` +
        `${lines.map(([key, column]) => `<th>${defined(key, `${PROGRAMME}.${column}`)}</th>`).join("")}</tr></thead><tbody>` +
        rows.map(row => `<tr><th>${esc(monthName(row.month))}</th>${lines.map(([, column]) => {
            const at = value(row, column);
            return `<td title="${esc(exactly("money", at))}" class="${at !== null && at < 0 ? "below" : ""}">${esc(shown("money", at))}</td>`;
        }).join("")}</tr>`).join("") + "</tbody></table></div>";
}
