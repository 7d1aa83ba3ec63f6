/* What campaigns really added, where a control group was held out; believed before any model. */
const LIFT = "ads.campaign_lift";
const LIFTS = rowsOf(LIFT).filter(row => row.sent_date <= AS_OF);
const points = share => (share * 100).toFixed(2);

/* A line from low to high with its middle, on one scale for all rows; nought is marked. */
function interval(row, least, most) {
    const x = at => ((at - least) / (most - least) * 176 + 2).toFixed(1);
    const tone = row.low > 0 ? "good" : row.high < 0 ? "bad" : "flat";
    return `<svg class="interval ${tone}" viewBox="0 0 180 16" role="img" aria-label="${esc(`${points(row.low)} … ${points(row.high)}`)}">` +
        `<line class="zero" x1="${x(0)}" x2="${x(0)}" y1="0" y2="16"/>` +
        `<line x1="${x(row.low)}" x2="${x(row.high)}" y1="8" y2="8"/><circle cx="${x(row.lift)}" cy="8" r="3.5"/></svg>`;
}

const LIFT_COLUMNS = [
    ["l.campaign", "campaign", row => row.campaign], ["l.sent", "sent_date", row => row.sent_date],
    ["l.treated", "treated", row => whole(row.treated)], ["l.held", "held_out", row => whole(row.held_out)],
    ["l.base", "control_mean", row => percent(row.control_mean, 2)],
];

function drawLift() {
    const buyers = LIFTS.filter(row => row.outcome === "buyer")
        .sort((a, b) => b.lift - a.lift || (a.campaign < b.campaign ? -1 : 1));
    const net = new Map(LIFTS.filter(row => row.outcome === "net_fen").map(row => [row.campaign, row]));
    const head = [...LIFT_COLUMNS.map(([key]) => t(key)), t("l.lift"), t("l.low"), t("l.high"), t("l.more"), inMoney("l.net"), inMoney("l.cost"), inMoney("l.each")];
    const body = card("lift", t("lift.title"), t("lift.about"), () => ["campaign_lift", head, buyers.map(row => {
        const worth = net.get(row.campaign);
        return [...LIFT_COLUMNS.map(([, column]) => row[column]), share6(row.lift), share6(row.low), share6(row.high),
            row.increments.toFixed(2), worth ? plain(Math.round(worth.increments)) : "", forCsv("money", value(row, "cost_fen")),
            forCsv("money", value(row, "increment_cost_fen"))];
    })]);
    if (!buyers.length) return empty(body, t("no_lift"));
    const least = Math.min(0, ...buyers.map(row => row.low)), most = Math.max(0, ...buyers.map(row => row.high));
    const worth = row => net.has(row.campaign)
        ? `<td title="${esc(`${money(net.get(row.campaign).low * row.treated)} … ${money(net.get(row.campaign).high * row.treated)}`)}">` +
            `${esc(money(Math.round(net.get(row.campaign).increments)))}</td>` : `<td>${esc(t("none"))}</td>`;
    const warned = row => row.is_ratio_wrong ? `<span class="warn" title="${esc(t("l.ratio_wrong"))}"> ⚠</span>` : "";
    body.innerHTML = `<div class="scroll"><table class="wrap"><thead><tr>` +
        LIFT_COLUMNS.map(([key, column]) => `<th>${defined(key, `${LIFT}.${column}`)}</th>`).join("") +
        `<th class="left" colspan="2">${defined("l.lift", `${LIFT}.lift`)}</th><th>${defined("l.more", `${LIFT}.increments`)}</th>` +
        `<th>${defined("l.net", `${LIFT}.increments`)}</th><th>${defined("l.each", `${LIFT}.increment_cost_fen`)}</th></tr></thead><tbody>` +
        buyers.map(row => `<tr>${LIFT_COLUMNS.map(([, , show], i) => i ? `<td>${esc(show(row))}${i === 3 ? warned(row) : ""}</td>` :
            `<th>${esc(show(row))}</th>`).join("")}<td class="left">${interval(row, least, most)}</td>` +
            `<td><b>${esc(signed(row.lift, points(Math.abs(row.lift))))}</b> <small>[${points(row.low)}, ${points(row.high)}]</small></td>` +
            `<td>${esc(row.increments.toFixed(1))}</td>${worth(row)}` +
            `<td>${esc(shown("money", value(row, "increment_cost_fen")))}</td></tr>`).join("") + "</tbody></table></div>";
    note(body, t("lift.note", {n: buyers.filter(row => row.low <= 0 && row.high >= 0).length, all: buyers.length}));
}
