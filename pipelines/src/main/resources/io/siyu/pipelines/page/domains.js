/* The page of domains: who sold, who earned it by every model, what was really added, and whether it pays. */
const STATE = {lang: "zh", month: "newest", side: "purchase", credit: "share"};
const ALLOWED = {lang: ["zh", "en"], month: ["newest", ...MONTHS], side: SIDES, credit: ["share", "money"]};

function draw() {
    readState();
    USED.clear();
    drawTitle("domains.title");
    linkTo("title", "index", "");
    const notice = document.getElementById("notice"), range = document.getElementById("range");
    notice.textContent = t("no_scorecard");
    notice.hidden = MONTHS.length > 0;
    range.hidden = !MONTHS.length;
    range.innerHTML = `<span>${esc(t("month"))}</span> <span class="choices" role="group">` + MONTHS.slice(-6).map(month =>
        `<button data-set="month" data-value="${month}" aria-pressed="${month === monthShown()}">${esc(monthName(month))}</button>`)
        .join("") + `</span> <small>${esc(MONTHS.some(month => monthName(month).endsWith("*")) ? t("month_not_over", {date: AS_OF}) : "")}</small>`;
    drawDomainTiles();
    drawTrend();
    drawScorecard();
    drawModels();
    drawCredits();
    drawLift();
    drawEconomics();
    drawLedger();
    drawDefinitions();
    document.getElementById("foot").textContent = t("domains.foot", {release: DATA.releaseId, date: AS_OF});
}

listen();
draw();
