/* Who earned the month's net sales, by every model side by side. */
const MODEL_ORDER = ["last", "last-non-direct", "first", "linear", "position", "decay", "markov", "shapley", "shapley-rate", "leave-one-out"];
const CREDIT = "ads.attribution.credit_fen";
const CREDITS = rowsOf("ads.attribution").filter(row => row.month <= AS_OF);
const creditsOf = (month, model) => CREDITS.filter(row => row.month === month && row.model === model);
const modelsOf = month => MODEL_ORDER.filter(model => creditsOf(month, model).length);

function drawModels() {
    const month = monthShown(), models = modelsOf(month), rows = CREDITS.filter(row => row.month === month);
    const domains = domainsOf(rows);
    const sum = (model, domain) => sumOf(creditsOf(month, model).filter(row => row.domain === domain), "credit_fen") || 0;
    const whole = model => sumOf(creditsOf(month, model), "credit_fen");
    const body = card("models", t("models.title"), t("models.about"), () => [`models_${month}`,
        [t("model"), ...domains.map(domain => `${named("domain", domain)} (${unit()})`)],
        models.map(model => [named("model", model), ...domains.map(domain => plain(sum(model, domain)))])]);
    if (!models.length) return empty(body, t("no_attribution"));
    const share = (model, domain) => ratio(sum(model, domain), whole(model));
    sourced(body, [["credited", CREDIT]]);
    chart(body, models.length * 28 + 52, {
        legend: legend(domains.map(domain => named("touch", domain))),
        tooltip: {...dayTooltip(percent), formatter: points => [esc(points[0].axisValue), ...points.map(p =>
            `${p.marker}${esc(p.seriesName)} <b class="tip">${esc(percent(p.value))}</b>`)].join("<br>")},
        xAxis: valueAxis(s => percent(s, 0), {min: 0, max: 1, interval: 0.25}),
        yAxis: {type: "category", inverse: true, data: models.map(model => named("model", model)), axisTick: {show: false},
            axisLine: {show: false}, axisLabel: {color: INK.text}},
        series: domains.map((domain, i) => ({name: named("touch", domain), type: "bar", stack: "all", barWidth: 16,
            color: domainInk(domain, i), data: models.map(model => share(model, domain)),
            label: {show: true, color: domain === "none" || domain === "unknown" ? INK.text : "#fff", fontSize: 11,
                formatter: p => p.value > (narrow() ? 0.14 : 0.06) ? percent(p.value, 0) : ""}})),
    });
}

const CHANNELS_SHOWN = 16;
function drawCredits() {
    const month = monthShown(), models = modelsOf(month);
    const channels = new Map();
    for (const row of CREDITS.filter(at => at.month === month)) {
        const key = `${row.domain}:${row.channel}`;
        if (!channels.has(key)) channels.set(key, {domain: row.domain, channel: row.channel, by: new Map()});
        channels.get(key).by.set(row.model, (channels.get(key).by.get(row.model) || 0) + row.credit_fen);
    }
    const most = at => Math.max(...at.by.values());
    const rank = at => at.domain === "none" ? 1 : 0;
    const sorted = [...channels.values()].sort((a, b) => rank(a) - rank(b) || most(b) - most(a) || (a.channel < b.channel ? -1 : 1));
    const name = at => `${named("channel", at.channel)}`;
    const total = new Map(models.map(model => [model, sumOf(creditsOf(month, model), "credit_fen")]));
    const fen = (at, model) => at.by.get(model) || 0;
    const body = card("credits", t("credits.title"), t("credits.about"), () => [`credits_${month}`,
        [t("domain"), t("channel"), ...models.map(model => `${named("model", model)} (${unit()})`)],
        sorted.map(at => [named("touch", at.domain), name(at), ...models.map(model => plain(fen(at, model)))])]);
    if (!models.length) return empty(body, t("no_attribution"));
    body.insertAdjacentHTML("beforebegin", `<p class="picks">${choices("credit", ALLOWED.credit, how => t(`credit.${how}`))}</p>`);
    const listed = sorted.filter(at => at.domain !== "none").slice(0, CHANNELS_SHOWN).concat(sorted.filter(at => at.domain === "none"));
    const peak = Math.max(...listed.filter(at => at.domain !== "none").flatMap(at => models.map(m => ratio(fen(at, m), total.get(m)) || 0)));
    const cell = (at, model) => {
        const part = ratio(fen(at, model), total.get(model));
        const text = STATE.credit === "money" ? money(fen(at, model)) : percent(part);
        return heat(part, at.domain === "none" ? null : peak, true, exactMoney(fen(at, model))).replace(esc(percent(part)), esc(text));
    };
    body.innerHTML = `<div class="scroll"><table class="heat wrap"><thead><tr><th>${defined("channel", "ads.attribution.channel")}</th>` +
        `${models.map(model => `<th>${esc(named("model", model))}</th>`).join("")}</tr></thead><tbody>` +
        listed.map(at => `<tr><th><i class="dot" style="background:${domainInk(at.domain, 0)}"></i>${esc(name(at))}</th>` +
            `${models.map(model => cell(at, model)).join("")}</tr>`).join("") +
        `<tr class="sum"><th>${defined("total", CREDIT)}</th>${models.map(model =>
            `<td title="${esc(exactMoney(total.get(model)))}">${esc(money(total.get(model)))}</td>`).join("")}</tr></tbody></table></div>`;
    const rest = sorted.length - listed.length;
    note(body, t("credits.note") + (rest ? " " + t("credits.rest", {n: rest}) : ""));
}
