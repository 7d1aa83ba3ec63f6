/* Rows in groups, and parts of a whole. */
const ratio = (part, of) => of === 0 ? null : part / of;
const share6 = share => share === null ? "" : share.toFixed(6);

function groupBy(rows, key) {
    const groups = new Map();
    for (const row of rows) {
        const value = row[key];
        if (!groups.has(value)) groups.set(value, []);
        groups.get(value).push(row);
    }
    return groups;
}

/* Known domains in reading order, then others by name. */
const DOMAIN_ORDER = ["private", "public", "referral", "unknown", "none"];
function domainsOf(rows) {
    const rank = name => (DOMAIN_ORDER.indexOf(name) + DOMAIN_ORDER.length + 1) % (DOMAIN_ORDER.length + 1);
    return [...new Set(rows.map(row => row.domain))]
        .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}
