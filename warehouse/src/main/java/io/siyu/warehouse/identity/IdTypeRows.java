package io.siyu.warehouse.identity;

import io.siyu.warehouse.Column;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Table;
import io.siyu.warehouse.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of identifiers as a table, for SQL that has to know their shapes, strengths or limits. A table with
 * {@code transform: identity.yml} chooses its columns among those here; its rows change only when one of them does.
 */
public final class IdTypeRows {
    private IdTypeRows() {}

    /** One SELECT of constant rows, a row per type, sorted; none when the house has no types. */
    public static String sql(IdModel model, Table table) {
        List<String> rows = new ArrayList<>();
        for (IdType type : model.types()) {
            Map<String, @Nullable Object> cells = cells(type);
            List<String> row = new ArrayList<>();
            for (Column column : table.columns()) {
                if (!cells.containsKey(column.name())) {
                    throw Problems.invalid(
                            "contract",
                            Words.path(table.contractFile()),
                            "column '" + column.name() + "' is nothing that " + IdModel.FILE + " says"
                                    + Words.didYouMean(column.name(), cells.keySet()),
                            "one of " + Words.list(cells.keySet()));
                }
                row.add("cast(" + literal(cells.get(column.name())) + " as " + column.type() + ")");
            }
            rows.add("(" + String.join(", ", row) + ")");
        }
        String names = table.columnNames().stream().collect(Collectors.joining(", "));
        if (rows.isEmpty()) {
            String nulls = table.columns().stream()
                    .map(c -> "cast(null as " + c.type() + ") as " + c.name())
                    .collect(Collectors.joining(", "));
            return "select " + nulls + " where false";
        }
        return "select " + names + " from values\n    " + String.join(",\n    ", rows) + "\n    as t(" + names + ")";
    }

    private static Map<String, @Nullable Object> cells(IdType type) {
        Shape shape = type.shape();
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        cells.put("id_type", type.id());
        cells.put("shape", shape.name());
        cells.put("swap_from", shape.swapFrom());
        cells.put("swap_to", shape.swapTo());
        cells.put("drop", shape.drop());
        cells.put("lead", shape.lead());
        cells.put("pattern", shape.pattern());
        cells.put("refuse", shape.refuse());
        cells.put("is_shared", type.isShared());
        cells.put("is_personal", type.isPersonal());
        cells.put("strength", type.strength().name());
        cells.put("priority", type.priority());
        cells.put("parent", type.parent().orElse(null));
        limit(cells, "values", type.valuesPerOneid());
        limit(cells, "oneids", type.oneidsPerValue());
        limit(cells, "records", type.recordsPerValue());
        cells.put("over_limit", type.overLimit().name().toLowerCase(java.util.Locale.ROOT));
        cells.put("silent_days", type.silentDays());
        return cells;
    }

    private static void limit(Map<String, @Nullable Object> cells, String what, @Nullable Limit limit) {
        cells.put("most_" + what, limit == null ? null : limit.most());
        cells.put("most_" + what + "_days", limit == null ? null : limit.days());
    }

    private static String literal(@Nullable Object value) {
        if (value instanceof String text) {
            return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
        }
        return String.valueOf(value);
    }
}
