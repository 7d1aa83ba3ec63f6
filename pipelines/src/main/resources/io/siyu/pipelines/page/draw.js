/* Cards, charts and files to download: what every part of the page is drawn with. */
const INK = {text: "#1d2733", muted: "#667280", line: "#e3e7eb", first: "#0f6e6e", second: "#a9cbc8"};
const DOMAIN_INK = {private: "#0f6e6e", public: "#6f90b5", referral: "#c58f35", unknown: "#9aa5b1", none: "#cdd4da"};
const OTHER_INK = ["#9a8fb5", "#b98b82", "#8f9a6b"];
const domainInk = (name, at) => DOMAIN_INK[name] || OTHER_INK[at % OTHER_INK.length];
const FONT = getComputedStyle(document.body).fontFamily;
const narrow = () => window.innerWidth < 640;
const CHARTS = new Map();

/* Fills a card with its head, and gives the element to draw in. `csv` is () => [name, header, rows]. */
function card(id, title, about, csv) {
    if (CHARTS.has(id)) CHARTS.get(id).dispose();
    CHARTS.delete(id);
    const at = document.getElementById(id);
    at.innerHTML = `<div class="head"><h2>${esc(title)}</h2>` +
        (csv ? `<button class="csv quiet" title="${esc(t("csv_about"))}">CSV</button>` : "") +
        `</div><p class="about">${esc(about)}</p><div class="body"></div>`;
    if (csv) at.querySelector(".csv").onclick = () => download(...csv());
    return at.querySelector(".body");
}
/* Shows or leaves out a card of half width; the last one in an odd number takes the whole row. */
function arrange(wanted) {
    const ids = Object.keys(wanted).filter(id => wanted[id]);
    for (const id of Object.keys(wanted)) {
        const at = document.getElementById(id);
        at.hidden = !wanted[id];
        at.classList.toggle("wide", ids.length % 2 === 1 && id === ids[ids.length - 1]);
    }
}
const empty = (body, text) => { body.innerHTML = `<p class="empty">${esc(text)}</p>`; };
const note = (body, text) => body.insertAdjacentHTML("afterend", `<p class="note">${esc(text)}</p>`);

function chart(body, height, option) {
    body.style.height = height + "px";
    const drawn = echarts.init(body, null, {renderer: "svg"});
    drawn.setOption({
        animation: false,
        textStyle: {fontFamily: FONT, color: INK.text},
        grid: {left: 4, right: 12, top: option.legend ? 34 : 12, bottom: 4, containLabel: true},
        ...option,
    });
    const about = [...body.parentElement.querySelectorAll("h2, .about")].map(at => at.textContent).join(": ");
    body.setAttribute("role", "img");
    body.setAttribute("aria-label", about);
    CHARTS.set(body.parentElement.id, drawn);
    fit(drawn);
}
/* Draws at the width there is, or at the one given; the box lets print scale what was not drawn for it. */
function fit(drawn, width = "auto") {
    drawn.resize({width});
    drawn.getZr().flush();
    drawn.getDom().querySelector("svg").setAttribute("viewBox", `0 0 ${drawn.getWidth()} ${drawn.getHeight()}`);
}

/* A share as a cell on a scale of one colour; a month that is not over yet is marked. */
function heat(share, most, over, title) {
    if (most === null) return `<td title="${esc(title)}">${esc(percent(share))}</td>`;
    const depth = most ? Math.min(1, share / most) : 0;
    return `<td style="background:rgba(15,110,110,${(0.05 + depth * 0.5).toFixed(2)})" title="${esc(title)}">${esc(percent(share))}${over ? "" : "<sup>*</sup>"}</td>`;
}

const legend = names => names.length < 2 ? undefined
    : {data: names, left: 0, top: 0, icon: "roundRect", itemWidth: 10, itemHeight: 10, itemGap: 14, selectedMode: false,
       textStyle: {color: INK.muted, fontSize: 12}};
const dateAxis = dates => ({
    type: "category", data: dates,
    axisTick: {show: false}, axisLine: {lineStyle: {color: INK.line}},
    axisLabel: {color: INK.muted, formatter: date => dates.length > 180 ? date : date.slice(5), hideOverlap: true},
});
const valueAxis = (format, more = {}) => ({
    type: "value", splitNumber: 4,
    axisLabel: {color: INK.muted, formatter: format}, splitLine: {lineStyle: {color: INK.line}}, ...more,
});
/* A tooltip with one line per series; `format` shows a value, `sum` adds a total line. */
const dayTooltip = (format, sum) => ({
    trigger: "axis", axisPointer: {type: "shadow"}, confine: true, textStyle: {color: INK.text, fontSize: 13},
    formatter: points => {
        const line = (mark, name, value) => `${mark}${esc(name)} <b class="tip">${esc(value)}</b>`;
        const lines = points.filter(p => p.value !== null && p.value !== undefined)
            .map(p => line(p.marker, p.seriesName, format(p.value)));
        if (sum && points.length > 1) {
            lines.push(line("", t("total"), format(points.reduce((all, p) => all + (p.value || 0), 0))));
        }
        return [esc(longDate(points[0].axisValue)), ...lines].join("<br>");
    },
});

/* Texts that a spreadsheet would run as a formula get an apostrophe; the mark at the front tells Excel it is UTF-8. */
function csvText(header, rows) {
    const cell = value => {
        const text = typeof value === "string" && /^[=+\-@\t]/.test(value) && isNaN(value) ? "'" + value : String(value);
        return /[",\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
    };
    return "\ufeff" + [header, ...rows].map(row => row.map(cell).join(",")).join("\r\n") + "\r\n";
}
function download(name, header, rows) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([csvText(header, rows)], {type: "text/csv;charset=utf-8"}));
    link.download = `siyu_${name}_${AS_OF}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
}
const inMoney = key => `${t(key)} (${unit()})`;
