package io.siyu.warehouse;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** Whether the keys of a contract, and the files beside it, fit the table's layer and each other. */
record TableShape(Doc doc, Map<String, Doc> keys) {

    /** Throws an InvalidDefinition for what does not fit together. */
    void check(Table table) {
        if (table.grain().isEmpty()) {
            throw doc.invalid("key 'grain' is missing or empty", "'grain'");
        }
        if (!table.newest().isEmpty() && table.layer() == Layer.ODS) {
            throw Doc.need(keys, "newest", doc)
                    .invalid("'newest' in a landed table", "no 'newest': landed rows are never changed");
        }
        if (!table.first().isEmpty()
                && (table.newest().isEmpty() || table.firstWhile().isEmpty())) {
            throw Doc.need(keys, "first", doc)
                    .invalid("'first' without 'newest' or 'while'", "all three: only a merged row has a history");
        }
        if (table.keepDays() > 0 && (table.layer() == Layer.ODS || !table.isCutByDate())) {
            throw Doc.need(keys, "keep_days", doc)
                    .invalid(
                            "'keep_days' in a table that is not built by date",
                            "a 'partition' of type date outside ods");
        }
        boolean sql = Files.exists(table.sqlFile());
        boolean feed = Files.exists(table.feedFile());
        if (table.layer() == Layer.ODS && !table.isKeptByEngine()) {
            if (!feed || sql) {
                throw doc.invalid("a landed table with" + (sql ? " rows.sql" : "out feed.yml"), "feed.yml beside it");
            }
        } else if (feed || sql == table.transform().isPresent()) {
            throw doc.invalid(
                    feed
                            ? "a feed.yml outside ods"
                            : sql ? "both rows.sql and 'transform'" : "no rows and no 'transform'",
                    "rows.sql beside it, or 'transform' naming a Java class or texts of the house");
        }
        if (table.transform().isEmpty() && keys.containsKey("reads")) {
            throw Doc.need(keys, "reads", doc)
                    .invalid("'reads' beside rows.sql", "no 'reads': the SQL says what it reads");
        }
        if (table.isStored() && table.layer() != Layer.ODS && table.layer() != Layer.VAULT) {
            for (Column column : table.columns()) {
                if (column.isPersonal()) {
                    throw doc.invalid(
                            "column '" + column.name() + "' is personal and would be stored in "
                                    + table.layer().id(),
                            "a token, token(kind, value), of classification pseudonym; or the column in a table of vault");
                }
            }
        }
        areOnlyTold("quiet", table.quiet(), table);
        areOnlyTold("as_known", table.asKnown(), table);
        for (String date : table.dates()) {
            if (!table.column(date).map(c -> c.type().equals("date")).orElse(false)) {
                throw Doc.need(keys, "dates", doc).invalid("column '" + date + "' is no date", "columns of type date");
            }
        }
    }

    private void areOnlyTold(String key, List<String> columns, Table table) {
        for (String column : columns) {
            if (table.grain().contains(column)
                    || table.dates().contains(column)
                    || table.partition().filter(column::equals).isPresent()) {
                throw Doc.need(keys, key, doc)
                        .invalid("column '" + column + "' is of the grain, a partition or a date", "other columns");
            }
        }
    }
}
