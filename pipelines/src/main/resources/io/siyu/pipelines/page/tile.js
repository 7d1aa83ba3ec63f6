/* One number with what it is compared with, and where it comes from. */
function mean(values) {
    const there = values.filter(value => value !== null);
    return there.length ? there.reduce((a, b) => a + b, 0) / there.length : null;
}

function comparison(label, now, then, tile) {
    const known = now !== null && then !== null && (tile.share || then !== 0);
    if (!known) return `<li>${esc(label)}<span>${esc(t("none"))}</span></li>`;
    const change = tile.share ? now - then : (now - then) / Math.abs(then);
    const size = Math.abs(change * 100).toFixed(1);
    const flat = size === "0.0";
    const tone = flat ? "" : change * tile.better > 0 ? "good" : "bad";
    const text = flat ? t("flat") : signed(change, size + (tile.share ? t("points") : "%"));
    const before = tile.share ? percent(then) : tile.full(Math.round(then));
    return `<li title="${esc(before)}">${esc(label)}<span class="${tone}">${esc(text)}</span></li>`;
}

function sparkline(values) {
    const there = values.filter(value => value !== null);
    if (there.length < 3 || Math.min(...there) === Math.max(...there)) return "";
    const low = Math.min(...there), high = Math.max(...there), step = 100 / (values.length - 1);
    const y = value => 22 - 20 * (value - low) / (high - low);
    const points = values.map((value, i) => value === null ? null : `${(i * step).toFixed(1)},${y(value).toFixed(1)}`);
    return `<svg class="spark" viewBox="-2 0 104 24" preserveAspectRatio="none" aria-hidden="true">` +
        `<polyline points="${points.filter(Boolean).join(" ")}"/></svg>`;
}

function source(table, column) {
    const contract = DATA.definitions[table];
    const about = contract ? contract.columns[column] || contract.description : "";
    const owner = contract ? ` · ${t("owner")} ${contract.owner}` : "";
    return `<p class="source" title="${esc(about)}">${esc(`${table}.${column}${owner}`)}</p>`;
}

function tileHtml(key, about, value, full, compared, spark, sourced) {
    return `<article class="tile" data-kpi="${key}"><h3>${esc(t("kpi." + key))}</h3>` +
        `<p class="value" title="${esc(full)}">${esc(value)}</p>${spark}<ul>${compared}</ul>` +
        `<p class="about">${esc(about)}</p>${sourced}</article>`;
}
