/* The state stands in the address (#lang=en&days=90), so a view can be sent; every change draws the whole page again.
   Each page has its own STATE, the values ALLOWED in it, and draw(). */
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

const choices = (name, values, label) => `<span class="choices" role="group">${values.map(value =>
    `<button data-set="${name}" data-value="${esc(value)}" aria-pressed="${STATE[name] === value}">${esc(label(value))}</button>`)
    .join("")}</span>`;

function drawTitle(key) {
    document.documentElement.lang = zh() ? "zh-CN" : "en";
    document.title = `${t(key)} ${AS_OF}`;
    document.querySelectorAll("[data-t]").forEach(at => { at.textContent = t(at.dataset.t); });
    document.getElementById("asof").innerHTML =
        `${esc(t("as_of"))} <b>${esc(longDate(AS_OF))}</b> · ${esc(t("release"))} <b>${esc(DATA.releaseId)}</b>`;
}
/* The other page: `name`.html beside the newest one, release.`kind`.html among those that are kept. */
function linkTo(key, name, kind) {
    const kept = location.pathname.includes(DATA.releaseId);
    const file = kept ? [DATA.releaseId, kind, "html"].filter(Boolean).join(".") : `${name}.html`;
    document.getElementById("other").innerHTML = `<a href="${esc(file)}#lang=${STATE.lang}">${esc(t(key))} →</a>`;
}

function listen() {
    document.getElementById("lang").onclick = () => set("lang", zh() ? "en" : "zh");
    document.getElementById("print").onclick = () => window.print();
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
}
