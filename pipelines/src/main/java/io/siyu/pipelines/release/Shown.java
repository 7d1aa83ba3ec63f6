package io.siyu.pipelines.release;

import io.siyu.warehouse.Column;
import io.siyu.warehouse.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A column as readers see it.
 *
 * @param type Spark SQL type in lower case
 * @param description one sentence for analysts
 */
record Shown(String name, String type, String description) {

    /**
     * Columns of a pinned table: in the contract's order, and after them those that the contract has no more.
     *
     * @param pinned the table's columns in the release
     */
    static List<Shown> of(StructType pinned, Optional<Table> contract) {
        List<Shown> shown = new ArrayList<>();
        List<String> names = List.of(pinned.fieldNames());
        List<Column> columns = contract.map(Table::columns).orElse(List.of());
        for (Column column : columns) {
            if (names.contains(column.name())) {
                shown.add(new Shown(column.name(), type(pinned.apply(column.name())), column.description()));
            }
        }
        Arrays.stream(pinned.fields())
                .filter(field -> columns.stream().noneMatch(c -> c.name().equals(field.name())))
                .forEach(field -> shown.add(new Shown(field.name(), type(field), comment(field))));
        return shown;
    }

    private static String comment(StructField field) {
        return field.getComment().isDefined() ? field.getComment().get() : "";
    }

    private static String type(StructField field) {
        return field.dataType().simpleString();
    }
}
