package io.siyu.pipelines.night;

import io.siyu.pipelines.plan.Definition;
import io.siyu.pipelines.step.Inputs;
import io.siyu.pipelines.step.Newest;
import io.siyu.pipelines.step.Rows;
import io.siyu.pipelines.step.Transform;
import io.siyu.pipelines.store.Lake;
import io.siyu.warehouse.Layer;
import io.siyu.warehouse.Table;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Tables at exact versions: their rows as they stand, and as their inputs give them when nothing is known of an earlier night. */
record Scratch(Installation at, SparkSession spark, SortedMap<String, Long> versions) {

    /** What a table's inputs give. One that continues its own earlier rows begins with none. */
    Dataset<Row> computed(Definition definition, Transform.Dates dates) {
        Map<String, Dataset<Row>> inputs = new TreeMap<>();
        for (String name : definition.reads()) {
            Table input = at.catalog().table(name);
            boolean isItself = name.equals(definition.name());
            inputs.put(name, isItself ? Lake.empty(spark, input) : read(input));
        }
        Dataset<Row> rows = Rows.of(spark, definition, new Inputs(definition.name(), inputs), dates);
        Table table = definition.table();
        return table.write() == Table.Write.MERGE ? Newest.of(table, rows) : rows;
    }

    /** All rows of a table, as they stand. */
    Dataset<Row> stored(Table table) {
        return at.lake().whole(spark, table.name(), version(table));
    }

    private Dataset<Row> read(Table input) {
        return input.layer() == Layer.ODS ? stored(input) : at.lake().rows(spark, input.name(), version(input));
    }

    /** The version that was named; of a table that readers do not see, the one that stands. */
    private long version(Table table) {
        return Optional.ofNullable(versions.get(table.name()))
                .or(() -> at.lake().current(spark, table.name()).map(Lake.Version::number))
                .orElseThrow();
    }
}
