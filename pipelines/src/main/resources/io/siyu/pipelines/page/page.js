/* The state stands in the address (#lang=en&days=90), so a view can be sent; every change draws the whole page again. */
const ALLOWED = {lang: ["zh", "en"], days: ["14", "30", "90", "all"], metric: ["retention", "repurchase"],
    trust: ["closed", "open"]};
function readState() {
    const asked = new URLSearchParams(location.hash.slice(1));
    for (const key of Object.keys(STATE)) {
        const value = asked.get(key);
        if (value !== null && (!ALLOWED[key] || ALLOWED[key].includes(value))) STATE[key] = value;
    }
}
function set(key, value) {
    STATE[key] = value;
    location.hash = new URLSearchParams(STATE).toString();
}

function drawHead() {
    document.documentElement.lang = zh() ? "zh-CN" : "en";
    document.title = `${t("title")} ${AS_OF}`;
    document.querySelectorAll("[data-t]").forEach(at => { at.textContent = t(at.dataset.t); });
    document.getElementById("asof").innerHTML =
        `${esc(t("as_of"))} <b>${esc(longDate(AS_OF))}</b> · ${esc(t("release"))} <b>${esc(DATA.releaseId)}</b>`;
    const notice = document.getElementById("notice");
    const text = !SALES.length ? t("no_sales_yet") : !BY_DAY.has(AS_OF) ? t("no_sales_today", {date: AS_OF})
        : TOTAL_BY_DAY.size === 1 ? t("first_day") : "";
    notice.textContent = text;
    notice.hidden = !text;
    document.getElementById("range").hidden = !SALES.length;
    document.getElementById("range").innerHTML = `<span>${esc(t("range"))}</span> ` +
        choices("days", ALLOWED.days, value => value === "all" ? t("all") : t("days_n", {n: value}));
    document.getElementById("foot").textContent = t("foot", {release: DATA.releaseId, date: AS_OF});
}

function draw() {
    readState();
    const dates = daysShown(STATE.days === "all" ? Infinity : Number(STATE.days));
    drawHead();
    drawBadge();
    drawTrust();
    drawTiles();
    drawReconcile();
    drawNet(dates);
    const wanted = {share: HOUSE.domains > 1, buyers: SALES.length > 0, channel: HOUSE.channels > 1, store: HOUSE.stores};
    arrange(wanted);
    if (wanted.share) drawShare(dates);
    if (wanted.buyers) drawBuyers(dates);
    if (wanted.channel) drawChannels(dates);
    if (wanted.store) drawStores(dates);
    drawCohorts();
    arrange({days: SALES.length > 0});
    drawDays();
}

document.getElementById("lang").onclick = () => set("lang", zh() ? "en" : "zh");
document.getElementById("print").onclick = () => window.print();
document.getElementById("badge").onclick = () => set("trust", STATE.trust === "open" ? "closed" : "open");
document.addEventListener("click", event => {
    const button = event.target.closest("[data-set]");
    if (button) set(button.dataset.set, button.dataset.value);
});
window.addEventListener("hashchange", draw);
window.addEventListener("resize", () => CHARTS.forEach(drawn => fit(drawn)));
/* A4 less its margins is 703 px wide: charts are drawn anew for it, so that their letters keep their size. */
window.addEventListener("beforeprint", () =>
    CHARTS.forEach((drawn, id) => fit(drawn, document.getElementById(id).classList.contains("wide") ? 676 : 320)));
window.addEventListener("afterprint", () => CHARTS.forEach(drawn => fit(drawn)));
draw();
