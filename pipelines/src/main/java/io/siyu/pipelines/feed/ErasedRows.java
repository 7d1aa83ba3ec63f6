package io.siyu.pipelines.feed;

import io.siyu.pipelines.erase.PersonColumns;
import io.siyu.pipelines.erase.RowEraser;
import io.siyu.pipelines.erase.Tombstones;
import io.siyu.warehouse.Feed;
import io.siyu.warehouse.LandedColumns;
import io.siyu.warehouse.Table;
import io.siyu.warehouse.identity.IdModel;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Landed rows as they would have landed had their people been erased before. */
public final class ErasedRows {
    /** What became of a row: {@link #BLANKED}, {@link #REMOVED}, or null when it is as it was. */
    public static final String EFFECT = "_effect";
    /** The request that asked for it. */
    public static final String REQUEST = "_request";
    /** The row stays and tells of nobody. */
    public static final String BLANKED = "blanked";
    /** The row is none without its person. */
    public static final String REMOVED = "removed";

    private ErasedRows() {}

    /**
     * The rows with {@link #EFFECT} and {@link #REQUEST} behind their columns, removed ones too, as they
     * were. What stays has an empty {@code _raw} and the hash of what is left.
     *
     * @param stored rows of a landed table
     */
    public static Dataset<Row> of(Dataset<Row> stored, Table table, Feed feed, IdModel kinds, Tombstones tombstones) {
        FeedPlan plan = FeedPlan.of(table, feed).without(table, kinds, tombstones);
        StructType schema = stored.schema().add(EFFECT, DataTypes.StringType).add(REQUEST, DataTypes.StringType);
        return stored.mapPartitions(new Task(plan), Encoders.row(schema));
    }

    /**
     * Rows of {@code ods.quarantine} in the same way: they stay, and one with an erased identifier among its words has no text.
     *
     * @param tables by name the landed tables whose files they came from
     */
    public static Dataset<Row> ofQuarantine(
            Dataset<Row> stored, Map<String, Table> tables, IdModel kinds, Tombstones tombstones) {
        TreeMap<String, PersonColumns> columns = new TreeMap<>();
        tables.forEach(
                (name, table) -> columns.put(name, PersonColumns.of(table, LandedColumns.business(table), kinds)));
        StructType schema = stored.schema().add(EFFECT, DataTypes.StringType).add(REQUEST, DataTypes.StringType);
        return stored.mapPartitions(new QuarantineTask(columns, tombstones), Encoders.row(schema));
    }

    private record QuarantineTask(TreeMap<String, PersonColumns> columns, Tombstones tombstones)
            implements MapPartitionsFunction<Row, Row> {
        @Override
        public Iterator<Row> call(Iterator<Row> rows) {
            Map<String, RowEraser> erasers = new TreeMap<>();
            columns.forEach((feed, persons) -> erasers.put(feed, new RowEraser(persons, tombstones)));
            List<Row> erased = new ArrayList<>();
            rows.forEachRemaining(row -> {
                RowEraser eraser = erasers.get(row.<String>getAs("feed"));
                String raw = row.getAs("raw");
                String request = eraser == null || raw == null ? null : eraser.inText(raw);
                List<@Nullable Object> cells = new ArrayList<>();
                for (String name : row.schema().fieldNames()) {
                    cells.add(request != null && name.equals("raw") ? "" : row.getAs(name));
                }
                cells.add(request == null ? null : BLANKED);
                cells.add(request);
                erased.add(RowFactory.create(cells.toArray()));
            });
            return erased.iterator();
        }
    }

    private record Task(FeedPlan plan) implements MapPartitionsFunction<Row, Row> {
        @Override
        public Iterator<Row> call(Iterator<Row> rows) {
            RowEraser eraser = plan.eraser();
            RowRules rules = new RowRules(plan.feed(), plan.columns(), plan.required());
            RowHash hash = new RowHash(plan.columns());
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return rows.hasNext();
                }

                @Override
                public Row next() {
                    return erased(rows.next(), eraser, rules, hash);
                }
            };
        }

        private Row erased(Row row, @Nullable RowEraser eraser, RowRules rules, RowHash hash) {
            List<String> columns = plan.columns();
            @Nullable String[] values = new @Nullable String[columns.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = row.getAs(columns.get(i));
            }
            String request = eraser == null ? null : eraser.erase(values);
            boolean isRemoved = request != null && rules.problem(values) != null;
            boolean isBlanked = request != null && !isRemoved;
            List<@Nullable Object> cells = new ArrayList<>();
            for (String name : row.schema().fieldNames()) {
                int at = isBlanked ? columns.indexOf(name) : -1;
                cells.add(at >= 0 ? values[at] : row.getAs(name));
            }
            if (isBlanked) {
                cells.set(row.fieldIndex(LandedColumns.RAW), "");
                cells.set(row.fieldIndex(LandedColumns.ROW_HASH), hash.of(values));
            }
            cells.add(isBlanked ? BLANKED : isRemoved ? REMOVED : null);
            cells.add(request);
            return RowFactory.create(cells.toArray());
        }
    }
}
