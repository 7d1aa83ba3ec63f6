package io.siyu.warehouse;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one {@code table.yml} and checks everything that can be checked without other tables. */
final class TableReader {
    private static final Set<String> KEYS = Set.of(
            "name",
            "description",
            "grain",
            "owner",
            "partition",
            "write",
            "newest",
            "first",
            "while",
            "dates",
            "quiet",
            "as_known",
            "late_days",
            "keep_days",
            "min_rows",
            "transform",
            "reads",
            "params",
            "columns");
    private static final String NAME = "[a-z][a-z0-9_]*";

    private final Doc doc;
    private final Map<String, Doc> keys;
    private final Path folder;
    private final Path contract;

    private TableReader(Path folder, Path contract) {
        this.folder = folder;
        this.contract = contract;
        this.doc = Doc.read("contract", contract);
        this.keys = doc.map(KEYS);
    }

    /** A contract, and the folder with the rest of the table, whose last two path names must be its layer and name. */
    static Table read(Path folder, Path contract) {
        return new TableReader(folder, contract).table();
    }

    private Table table() {
        String name = name();
        Layer layer = Layer.of(name.substring(0, name.indexOf('.'))).orElseThrow();
        boolean landed = layer == Layer.ODS && !keys.containsKey("transform");
        boolean isList = landed && FeedReader.isSnapshot(folder.resolve("feed.yml"));
        List<Column> columns = ColumnReader.read(Doc.need(keys, "columns", doc), landed);
        Set<String> names = new HashSet<>();
        columns.forEach(c -> names.add(c.name()));
        if (landed) {
            names.addAll(LandedColumns.names(isList));
        }
        Table table = new Table(
                name,
                text("description").orElseThrow(() -> missing("description")),
                named("grain", names),
                text("owner").orElseThrow(() -> missing("owner")),
                landed
                        ? Optional.of(LandedColumns.DROP_DATE)
                        : named("partition", names).stream().findFirst(),
                inline(),
                named("newest", names),
                named("first", names),
                named("while", names),
                named("dates", names),
                named("quiet", names),
                named("as_known", names),
                number("late_days", 60),
                number("keep_days", 0),
                number("min_rows", 0),
                text("transform"),
                keys.containsKey("reads") ? keys.get("reads").texts() : List.of(),
                params(),
                landed ? LandedColumns.after(columns, isList) : columns,
                folder,
                contract);
        new TableShape(doc, keys).check(table);
        return table;
    }

    private String name() {
        Doc at = Doc.need(keys, "name", doc);
        Path layerFolder = folder.getParent();
        String expected = (layerFolder == null ? "?" : layerFolder.getFileName()) + "." + folder.getFileName();
        if (!at.text().equals(expected)) {
            throw at.invalid(
                    "name is '" + at.text() + "' but the folder says '" + expected + "'", "'" + expected + "'");
        }
        String[] parts = expected.split("\\.", -1);
        if (Layer.of(parts[0]).isEmpty()) {
            throw at.invalid("layer is '" + parts[0] + "'", "one of " + Layer.ids());
        }
        if (!parts[1].matches(NAME)) {
            throw at.invalid("name is '" + parts[1] + "'", "lower-case snake_case");
        }
        return expected;
    }

    private boolean inline() {
        Doc at = keys.get("write");
        if (at == null) {
            return false;
        }
        at.oneOf(List.of("inline"));
        for (String key :
                List.of("partition", "newest", "dates", "quiet", "as_known", "keep_days", "min_rows", "transform")) {
            boolean isText = key.equals("transform") && !text(key).orElse("").startsWith("io.");
            if (keys.containsKey(key) && !isText) {
                throw Doc.need(keys, key, doc)
                        .invalid("'" + key + "' in an inline table", "no '" + key + "': its rows are never stored");
            }
        }
        return true;
    }

    private List<String> named(String key, Set<String> columns) {
        Doc at = keys.get(key);
        if (at == null) {
            return List.of();
        }
        for (Doc item : at.items()) {
            if (!columns.contains(item.text())) {
                String hint = Words.didYouMean(item.text(), columns);
                throw item.invalid(
                        "'" + key + "' names no column '" + item.text() + "'" + hint, "columns of this table");
            }
        }
        return at.texts();
    }

    private Map<String, Object> params() {
        Map<String, Object> values = new LinkedHashMap<>();
        Doc at = keys.get("params");
        if (at != null) {
            at.map(Set.of()).forEach((key, value) -> values.put(key, typed(value.text())));
        }
        return values;
    }

    private static Object typed(String text) {
        if (text.matches("-?\\d{1,18}")) {
            return Long.valueOf(text);
        }
        return text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : text;
    }

    private Optional<String> text(String key) {
        return Optional.ofNullable(keys.get(key)).map(Doc::text);
    }

    private int number(String key, int absent) {
        Doc at = keys.get(key);
        if (at == null) {
            return absent;
        }
        if (at.number() < 0 || at.number() > Integer.MAX_VALUE) {
            throw at.invalid("'" + key + "' is " + at.number(), "0 or more");
        }
        return (int) at.number();
    }

    private SiyuException.InvalidDefinition missing(String key) {
        return doc.invalid("key '" + key + "' is missing or empty", "'" + key + "'");
    }
}
