package io.siyu.pipelines.step;

import io.siyu.pipelines.plan.Definition;
import io.siyu.pipelines.store.Changes;
import io.siyu.pipelines.store.Difference;
import io.siyu.pipelines.store.Lake;
import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.Layer;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Table;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Tables at exact versions: their rows as they stand, and as their inputs give them when nothing is known of an earlier night.
 *
 * @param versions by table; of one that is not named, what stands
 */
public record Scratch(SparkSession spark, Lake lake, Catalog catalog, SortedMap<String, Long> versions) {

    /** How what stands differs from what its inputs give. */
    public Difference difference(Definition definition, Transform.Dates dates) {
        Table table = definition.table();
        Dataset<Row> stored = new Retention(table, dates.business()).of(stored(table));
        return Difference.between(
                comparable(Lake.conformed(stored, table), table),
                comparable(computed(definition, dates), table),
                table);
    }

    /** Whether rows that stand under a condition differ from what its inputs give under it. */
    public boolean differs(Definition definition, Transform.Dates dates, String only) {
        Table table = definition.table();
        return Changes.between(
                        comparable(stored(table).where(only), table),
                        comparable(computed(definition, dates).where(only), table),
                        table)
                .any();
    }

    /** Rows without what only the night knew that wrote them. */
    private static Dataset<Row> comparable(Dataset<Row> rows, Table table) {
        return rows.drop(table.asKnown().toArray(String[]::new));
    }

    /** What a table's inputs give. One that continues its own earlier rows begins with none. */
    public Dataset<Row> computed(Definition definition, Transform.Dates dates) {
        Map<String, Dataset<Row>> inputs = new TreeMap<>();
        for (String name : definition.reads()) {
            Table input = catalog.table(name);
            boolean isItself = name.equals(definition.name());
            inputs.put(name, isItself ? Lake.empty(spark, input) : read(input));
        }
        Table table = definition.table();
        Dataset<Row> rows = new Retention(table, dates.business())
                .of(Rows.of(spark, definition, new Inputs(definition.name(), inputs), dates));
        return table.write() == Table.Write.MERGE ? Newest.of(table, rows) : rows;
    }

    /** All rows of a table, as they stand. */
    public Dataset<Row> stored(Table table) {
        return lake.whole(spark, table.name(), version(table));
    }

    private Dataset<Row> read(Table input) {
        return input.layer() == Layer.ODS ? stored(input) : lake.rows(spark, input.name(), version(input));
    }

    private long version(Table table) {
        return Optional.ofNullable(versions.get(table.name()))
                .or(() -> lake.current(spark, table.name()).map(Lake.Version::number))
                .orElseThrow(() -> Problems.notReady(
                        "compute from scratch",
                        table.name() + " was never built",
                        "Run a night first: bin/siyu night"));
    }
}
