/* The eight numbers on the first screen, each beside the day before, the same weekday and the mean of seven days. */
const TILES = [
    {key: "net", of: day => day.netFen, show: money, full: exactMoney, column: "net_fen", better: 1},
    {key: "paid", of: day => day.payFen, show: money, full: exactMoney, column: "pay_fen", better: 1},
    {key: "orders", of: day => day.orders, show: compact, full: whole, column: "orders", better: 1},
    {key: "buyers", of: day => day.buyers, show: compact, full: whole, column: "buyers", better: 1},
    HOUSE.domains < 2
        ? {key: "order_value", of: day => day.orders ? Math.round(day.payFen / day.orders) : null,
            show: money, full: exactMoney, column: "pay_fen", better: 1}
        : {key: "private_share", of: day => ratio(day.privatePayFen, day.payFen), share: true, column: "pay_fen", better: 1},
    {key: "new_buyers", of: day => day.newBuyers, show: compact, full: whole, column: "new_buyers", better: 1},
    {key: "refund_rate", of: day => ratio(day.refundFen, day.payFen), share: true, column: "refund_fen", better: -1},
];

/* A day without any row has no value to compare with. */
const known = (tile, date) => onDay(date).lines ? tile.of(onDay(date)) : null;
function dayTile(tile) {
    const now = tile.of(onDay(AS_OF));
    const there = known(tile, AS_OF);
    const week = mean([1, 2, 3, 4, 5, 6, 7].map(n => known(tile, addDays(AS_OF, -n))));
    const compared = comparison(t("vs_day_before"), there, known(tile, addDays(AS_OF, -1)), tile) +
        comparison(t("vs_week_before"), there, known(tile, addDays(AS_OF, -7)), tile) +
        comparison(t("vs_mean"), there, week, tile);
    const spark = sparkline(daysShown(14).map(date => known(tile, date)));
    const value = tile.share ? percent(now) : now === null ? t("none") : tile.show(now);
    const full = tile.share ? percent(now, 2) : now === null ? t("none") : tile.full(now);
    return tileHtml(tile.key, t("about." + tile.key), value, full, compared, spark, source("ads.sales_day", tile.column));
}

/* Repurchase of the newest cohort whose third month is over; of a shorter span while the house is younger. */
function repurchase() {
    const table = cohortTable("all");
    for (const span of [3, 2, 1]) {
        const months = [...table.keys()].filter(month => isOver(month, span) && table.get(month).has(span));
        if (months.length) {
            const share = month => ratio(table.get(month).get(span).repeaters, table.get(month).get(span).customers);
            return {span, month: months[months.length - 1], shares: months.map(share)};
        }
    }
    return null;
}
function repurchaseTile() {
    const found = repurchase();
    const tile = {share: true, better: 1};
    const shares = found ? found.shares : [];
    const now = shares.length ? shares[shares.length - 1] : null;
    const compared = comparison(t("vs_cohort_before"), now, shares.length > 1 ? shares[shares.length - 2] : null, tile) +
        comparison(t("vs_three_cohorts"), now, mean(shares.slice(-4, -1)), tile) +
        `<li>${esc(t("cohort"))}<span>${esc(found ? found.month.slice(0, 7) : t("none"))}</span></li>`;
    const about = found ? t("about.repurchase", {n: found.span}) : t("no_cohort_yet");
    return tileHtml("repurchase", about, percent(now), percent(now, 2), compared, sparkline(shares.slice(-12)),
        source("ads.customer_cohort", "repurchase"));
}

function drawTiles() {
    document.getElementById("tiles").innerHTML = TILES.map(dayTile).join("") + repurchaseTile();
}
