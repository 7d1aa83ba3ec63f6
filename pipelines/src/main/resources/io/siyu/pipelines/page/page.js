/* The daily page: each part draws itself, and a part that this house has nothing for is left out. */
const STATE = {lang: "zh", days: "30", metric: "retention", cohort: "all", trust: "closed"};
const ALLOWED = {lang: ["zh", "en"], days: ["14", "30", "90", "all"], metric: ["retention", "repurchase"],
    trust: ["closed", "open"]};

function drawHead() {
    drawTitle("title");
    linkTo("domains.title", "domains", "domains");
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

document.getElementById("badge").onclick = () => set("trust", STATE.trust === "open" ? "closed" : "open");
listen();
draw();
