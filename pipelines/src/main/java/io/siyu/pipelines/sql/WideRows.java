package io.siyu.pipelines.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.UDFRegistration;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * SQL functions that look at hundreds of columns as one value, a struct, where an expression for each would cost a minute to
 * parse and plan: {@code cells(struct)} is an array of {@code name, value}, {@code cells_apart(old, new)} one of
 * {@code name, old_value, new_value} of those that differ, a struct that is null taken as nulls. Values are texts as Java
 * writes them, dates as {@code 2026-11-20}, null for none; in the order of the struct.
 */
final class WideRows {
    private static final String CELLS = "cells";
    private static final String APART = "cells_apart";
    private static final StructType CELL =
            new StructType().add("name", DataTypes.StringType).add("value", DataTypes.StringType);
    private static final StructType MOVE = new StructType()
            .add("name", DataTypes.StringType)
            .add("old_value", DataTypes.StringType)
            .add("new_value", DataTypes.StringType);

    private WideRows() {}

    static void register(UDFRegistration udf) {
        udf.register(CELLS, (UDF1<Row, List<Row>>) WideRows::cells, DataTypes.createArrayType(CELL, false));
        udf.register(APART, (UDF2<Row, Row, List<Row>>) WideRows::apart, DataTypes.createArrayType(MOVE, false));
    }

    private static @Nullable List<Row> cells(@Nullable Row row) {
        if (row == null) {
            return null;
        }
        String[] names = row.schema().fieldNames();
        List<Row> cells = new ArrayList<>(names.length);
        for (int i = 0; i < names.length; i++) {
            cells.add(RowFactory.create(names[i], text(row.get(i))));
        }
        return cells;
    }

    private static List<Row> apart(@Nullable Row before, @Nullable Row after) {
        List<Row> moves = new ArrayList<>();
        Row known = after == null ? before : after;
        if (known == null) {
            return moves;
        }
        String[] names = known.schema().fieldNames();
        for (int i = 0; i < names.length; i++) {
            Object was = before == null ? null : before.get(i);
            Object is = after == null ? null : after.get(i);
            if (!Objects.equals(was, is)) {
                moves.add(RowFactory.create(names[i], text(was), text(is)));
            }
        }
        return moves;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
