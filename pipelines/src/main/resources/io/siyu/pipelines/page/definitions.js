/* Where figures come from: each names a column of a contract, and leads to its definition at the end of the page. */
const USED = new Map();
const tableOfColumn = column => column.slice(0, column.lastIndexOf("."));
const nameOfColumn = column => column.slice(column.lastIndexOf(".") + 1);
function definitionOf(column) {
    const contract = DATA.definitions[tableOfColumn(column)];
    return contract ? contract.columns[nameOfColumn(column)] || contract.description : "";
}
const hasColumn = (table, column) => Boolean(DATA.definitions[table] && DATA.definitions[table].columns[column]);
/* The words of a figure as a link to its definition. */
function defined(key, column, text = t(key)) {
    if (!USED.has(column)) USED.set(column, key);
    return `<button class="def" data-def="${esc(column)}" title="${esc(definitionOf(column))}">${esc(text)}</button>`;
}
/* The line below a drawing that says which columns it shows. */
const sourced = (body, columns) => body.insertAdjacentHTML("afterend",
    `<p class="source">${columns.map(([key, column]) => `${defined(key, column)} <span>${esc(column)}</span>`).join(" · ")}</p>`);
function showDefinition(column) {
    const row = document.querySelector(`#definitions [data-column="${CSS.escape(column)}"]`);
    document.querySelectorAll("#definitions .shown").forEach(at => at.classList.remove("shown"));
    row.classList.add("shown");
    row.scrollIntoView({block: "center"});
}
document.addEventListener("click", event => {
    const button = event.target.closest("[data-def]");
    if (button) showDefinition(button.dataset.def);
});

function drawDefinitions() {
    const versions = new Map(DATA.versions.map(v => [v.table, v.version]));
    const columns = [...USED.keys()].sort();
    const head = [t("figure"), t("column"), t("definition"), t("owner"), t("version")];
    const cells = column => {
        const table = tableOfColumn(column), contract = DATA.definitions[table];
        return [t(USED.get(column)), column, definitionOf(column), contract ? contract.owner : "",
            versions.has(table) ? `${versions.get(table)}` : t("none")];
    };
    const body = card("definitions", t("definitions"), t("definitions.about", {release: DATA.releaseId}),
        () => ["definitions", head, columns.map(cells)]);
    body.innerHTML = `<div class="scroll"><table class="text"><thead><tr>` +
        `${head.map(text => `<th>${esc(text)}</th>`).join("")}</tr></thead><tbody>` +
        columns.map(column => `<tr data-column="${esc(column)}">` + cells(column).map((text, i) =>
            i ? `<td${i === 1 ? ' class="code"' : ""}>${esc(text)}</td>` : `<th>${esc(text)}</th>`).join("") + "</tr>").join("") +
        "</tbody></table></div>";
}
