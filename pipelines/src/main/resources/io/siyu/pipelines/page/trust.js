/* Why these numbers may be believed: verdicts of the gates, files, versions, and sums that must agree. */
function trust() {
    const sum = (rows, field) => rows.reduce((all, row) => all + row[field], 0);
    const errors = sum(DATA.verdicts, "failedErrors"), warnings = sum(DATA.verdicts, "failedWarnings");
    const held = sum(DATA.files, "quarantinedRows"), rules = sum(DATA.verdicts, "rules");
    const level = errors ? "bad" : !rules ? "unknown" : warnings || held ? "warn" : "good";
    return {errors, warnings, held, rules, passed: rules - errors - warnings, level};
}

function drawBadge() {
    const found = trust(), badge = document.getElementById("badge");
    const parts = [found.rules ? t("rules_passed", {passed: whole(found.passed), rules: whole(found.rules)}) : t("not_judged")];
    if (found.errors) parts.push(t("errors_n", {n: whole(found.errors)}));
    if (found.warnings) parts.push(t("warnings_n", {n: whole(found.warnings)}));
    if (found.held) parts.push(t("quarantined_n", {n: whole(found.held)}));
    badge.className = found.level;
    badge.setAttribute("aria-expanded", String(STATE.trust === "open"));
    badge.innerHTML = `<b>${esc(t("trust." + found.level))}</b> ${esc(parts.join(" · "))}`;
}

/* A table whose first column and the columns named in `left` hold texts, the others numbers. */
function tableOf(head, rows, left) {
    const side = i => left.includes(head[i]) ? ' class="left"' : "";
    const cell = (text, i) => i ? `<td${side(i)}>${text}</td>` : `<th>${text}</th>`;
    return `<div class="scroll"><table><thead><tr>${head.map((key, i) => `<th${side(i)}>${esc(t(key))}</th>`).join("")}</tr></thead>` +
        `<tbody>${rows.map(row => `<tr>${row.map(cell).join("")}</tr>`).join("")}</tbody></table></div>`;
}

function drawTrust() {
    const verdicts = [...DATA.verdicts].sort((a, b) => b.failedErrors - a.failedErrors || b.failedWarnings - a.failedWarnings ||
        (a.table < b.table ? -1 : 1));
    const files = [...DATA.files].sort((a, b) => b.quarantinedRows - a.quarantinedRows || (a.feed + a.file < b.feed + b.file ? -1 : 1));
    const versions = [...DATA.versions].sort((a, b) => a.table < b.table ? -1 : 1);
    const count = (n, tone) => `<span class="${n ? tone : ""}">${whole(n)}</span>`;
    const part = (title, head, rows) => `<h2>${esc(t(title))}</h2>` +
        (rows.length ? tableOf(head, rows, ["file", "messages"]) : `<p class="empty">${esc(t("nothing"))}</p>`);
    document.getElementById("trust").hidden = STATE.trust !== "open";
    document.getElementById("trust").innerHTML =
        part("gates", ["table", "rules", "errors", "warnings", "messages"], verdicts.map(v => [esc(v.table), whole(v.rules),
            count(v.failedErrors, "bad"), count(v.failedWarnings, "warn"), v.messages.map(esc).join("<br>")])) +
        part("files", ["feed", "file", "landed", "quarantined"], files.map(f => [esc(f.feed), esc(f.file),
            whole(f.landedRows), count(f.quarantinedRows, "warn")])) +
        part("versions", ["table", "version"], versions.map(v => [esc(v.table), whole(v.version)]));
}

/* Sums that must agree to the last unit: cuts of the page, the ladder, and what other tables have for the same date. */
function checks() {
    const rows = BY_DAY.get(AS_OF) || [], day = onDay(AS_OF);
    const cut = key => ranked(rows, key).reduce((all, group) => all + group.netFen, 0);
    const own = {order_fen: day.orderFen, pay_fen: day.payFen, refund_fen: day.refundFen, net_fen: day.netFen};
    return [
        {name: t("check.ladder", {paid: exactMoney(day.payFen), refunds: exactMoney(day.refundFen), net: exactMoney(day.netFen)}),
            gap: day.payFen - day.refundFen - day.netFen},
        ...["domain", "channel", "storeCode"].map(key => ({
            name: t("check." + key, {n: groupBy(rows, key).size, net: exactMoney(cut(key))}), gap: cut(key) - day.netFen})),
        ...DATA.controls.map(control => ({
            name: t("check.control", {name: `${control.table}.${control.column}`, value: exactMoney(control.fen)}),
            gap: control.fen - own[control.column]})),
    ];
}
function drawReconcile() {
    const found = checks();
    const wrong = found.filter(check => check.gap !== 0);
    const at = document.getElementById("reconcile");
    at.hidden = !SALES.length && !wrong.length;
    at.className = wrong.length ? "bad" : "good";
    at.innerHTML = `<b>${esc(t(wrong.length ? "reconcile.wrong" : "reconcile.right"))}</b> ` + found.map(check =>
        `<span class="${check.gap ? "bad" : ""}">${esc(check.name)} ${check.gap
            ? esc(t("gap", {gap: exactMoney(check.gap)})) : "✓"}</span>`).join(" · ");
}
