package io.siyu.warehouse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the {@code columns:} of a contract. */
final class ColumnReader {
    private static final Set<String> KEYS = Set.of(
            "name",
            "type",
            "required",
            "references",
            "values",
            "min",
            "max",
            "unit",
            "equals",
            "classification",
            "description",
            "identifies",
            "mentions");
    private static final List<String> TYPES =
            List.of("string", "boolean", "int", "bigint", "double", "date", "timestamp", "binary", "decimal(p,s)");
    private static final List<String> CLASSES = List.of("public", "internal", "pseudonym", "personal");

    private ColumnReader() {}

    static List<Column> read(Doc columns, boolean landed) {
        List<Column> result = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Doc item : columns.items()) {
            Column column = column(item, landed);
            if (!seen.add(column.name())) {
                throw item.invalid("column '" + column.name() + "' appears twice", "each column once");
            }
            result.add(column);
        }
        if (result.isEmpty()) {
            throw columns.invalid("no columns", "at least one column");
        }
        return List.copyOf(result);
    }

    private static Column column(Doc doc, boolean landed) {
        Map<String, Doc> keys = doc.map(KEYS);
        String name = Doc.need(keys, "name", doc).text();
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw doc.invalid("column name '" + name + "'", "lower-case snake_case");
        }
        String description = Doc.need(keys, "description", doc).text();
        if (description.isBlank()) {
            throw doc.invalid("column '" + name + "' has an empty description", "one sentence for analysts");
        }
        Optional<String> unit = text(keys, "unit");
        if (unit.isPresent() && !name.endsWith("_" + unit.get())) {
            throw Doc.need(keys, "unit", doc)
                    .invalid("column '" + name + "' has unit '" + unit.get() + "'", "a name ending in _" + unit.get());
        }
        return new Column(
                name,
                type(keys, doc, name, landed),
                keys.containsKey("required") && keys.get("required").flag(),
                text(keys, "references"),
                keys.containsKey("values") ? keys.get("values").texts() : List.of(),
                Optional.ofNullable(keys.get("min")).map(Doc::number),
                Optional.ofNullable(keys.get("max")).map(Doc::number),
                unit,
                text(keys, "equals"),
                keys.containsKey("classification") ? keys.get("classification").oneOf(CLASSES) : "internal",
                description,
                places(keys, "identifies"),
                places(keys, "mentions"));
    }

    /** Places of identifiers; whether their kinds exist is known where {@code identity.yml} is. */
    private static List<String> places(Map<String, Doc> keys, String key) {
        Doc at = keys.get(key);
        if (at == null) {
            return List.of();
        }
        List<String> places = at.texts();
        for (String place : places) {
            if (!place.matches("node|[a-z_]+[|].+")) {
                throw at.invalid("'" + key + "' has '" + place + "'", "kind|namespace, e.g. member_id|crm, or node");
            }
        }
        return places;
    }

    private static String type(Map<String, Doc> keys, Doc doc, String name, boolean landed) {
        Doc at = keys.get("type");
        if (landed) {
            if (at != null && !at.text().equals("string")) {
                throw at.invalid(
                        "column '" + name + "' has type '" + at.text() + "'", "string: landed values stay text");
            }
            return "string";
        }
        String type = Doc.need(keys, "type", doc).text();
        if (!TYPES.contains(type) && !type.matches("decimal\\(\\d+,\\d+\\)")) {
            throw at == null
                    ? doc.invalid("no type", "a type")
                    : at.invalid("column '" + name + "' has type '" + type + "'", "one of " + Words.list(TYPES));
        }
        if (name.endsWith("_fen") && !type.equals("bigint")) {
            throw doc.invalid("column '" + name + "' has type '" + type + "'", "bigint: money is whole fen");
        }
        return type;
    }

    private static Optional<String> text(Map<String, Doc> keys, String key) {
        return Optional.ofNullable(keys.get(key)).map(Doc::text);
    }
}
