package io.siyu.warehouse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One column as a property of the Open Data Contract Standard. */
final class OdcsColumn {
    private OdcsColumn() {}

    static Map<String, Object> property(Table table, Column column) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("id", column.name());
        property.put("name", column.name());
        property.put("logicalType", logicalType(column));
        property.put("physicalType", column.type());
        property.put("description", column.description());
        property.put("required", column.required());
        int position = table.grain().indexOf(column.name());
        if (position >= 0) {
            property.put("primaryKey", true);
            property.put("primaryKeyPosition", position + 1);
            property.put("unique", table.grain().size() == 1);
        }
        if (table.partition().filter(column.name()::equals).isPresent()) {
            property.put("partitioned", true);
            property.put("partitionKeyPosition", 1);
        }
        property.put("classification", column.classification());
        Map<String, Object> options = options(column);
        if (!options.isEmpty()) {
            property.put("logicalTypeOptions", options);
        }
        Odcs.put(property, "quality", quality(table, column));
        Odcs.put(property, "customProperties", rest(column));
        return property;
    }

    private static String logicalType(Column column) {
        return switch (column.type()) {
            case "string", "boolean", "date", "timestamp" -> column.type();
            case "binary" -> "string";
            default -> column.isInteger() ? "integer" : "number";
        };
    }

    private static Map<String, Object> options(Column column) {
        Map<String, Object> options = new LinkedHashMap<>();
        switch (column.type()) {
            case "int" -> options.put("format", "i32");
            case "bigint" -> options.put("format", "i64");
            case "double" -> options.put("format", "f64");
            case "timestamp" -> options.put("defaultTimezone", "Asia/Shanghai");
            case "binary" -> options.put("format", "binary");
            default -> {}
        }
        if (logicalType(column).equals("integer") || logicalType(column).equals("number")) {
            column.min().ifPresent(min -> options.put("minimum", min));
            column.max().ifPresent(max -> options.put("maximum", max));
        }
        return options;
    }

    private static List<Object> quality(Table table, Column column) {
        List<Object> checks = new ArrayList<>();
        if (!column.values().isEmpty()) {
            checks.add(Odcs.check("invalidValues", "mustBe", 0, Map.of("validValues", column.values())));
        }
        column.equals().ifPresent(sum -> checks.add(equality(table, column, sum)));
        return checks;
    }

    private static Map<String, Object> equality(Table table, Column column, String sum) {
        Map<String, Object> check = new LinkedHashMap<>();
        check.put("type", "sql");
        check.put("description", column.name() + " = " + sum);
        check.put(
                "query",
                "select count(*) from " + table.name() + " where not coalesce(" + column.name() + " = (" + sum + "), "
                        + !column.required() + ")");
        check.put("mustBe", 0);
        check.put("severity", "error");
        return check;
    }

    private static List<Object> rest(Column column) {
        List<Object> rest = new ArrayList<>();
        column.references().ifPresent(target -> rest.add(Odcs.custom("references", target)));
        column.unit().ifPresent(unit -> rest.add(Odcs.custom("unit", unit)));
        if (!column.identifies().isEmpty()) {
            rest.add(Odcs.custom("identifies", String.join(", ", column.identifies())));
        }
        if (!column.mentions().isEmpty()) {
            rest.add(Odcs.custom("mentions", String.join(", ", column.mentions())));
        }
        return rest;
    }
}
