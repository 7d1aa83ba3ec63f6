package io.siyu.pipelines.check;

import io.siyu.pipelines.plan.Definition;
import io.siyu.pipelines.plan.Plan;
import io.siyu.pipelines.privacy.TokenFunction;
import io.siyu.pipelines.sql.PreparedQuery;
import io.siyu.pipelines.step.Inputs;
import io.siyu.pipelines.step.Newest;
import io.siyu.pipelines.step.Rows;
import io.siyu.pipelines.step.Transform;
import io.siyu.pipelines.store.Lake;
import io.siyu.warehouse.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** How golden cases ask for a table's rows: its SQL is analysed once, whatever rows each case gives it. Of one thread. */
public final class CaseQueries {
    private record Key(String table, Set<String> given, Transform.Dates dates) {}

    private final SparkSession spark;
    private final Plan plan;
    private final Map<Key, PreparedQuery> prepared = new HashMap<>();

    /** @param spark a child of which is used: ten rows are joined where they are, not sent round first */
    public CaseQueries(SparkSession spark, Plan plan) {
        this.spark = spark.newSession();
        this.plan = plan;
        this.spark.conf().set("spark.sql.autoBroadcastJoinThreshold", -1);
        TokenFunction.forCases(this.spark);
    }

    SparkSession spark() {
        return spark;
    }

    Plan plan() {
        return plan;
    }

    /** Rows as they would stand in the table, over inputs and those inline tables that are given. */
    Dataset<Row> rows(Definition definition, Map<String, Dataset<Row>> tables, Transform.Dates dates) {
        if (!isSql(definition)) {
            return asked(definition, tables, dates);
        }
        Map<String, StructType> shapes = new TreeMap<>();
        tables.keySet()
                .forEach(name ->
                        shapes.put(name, Lake.schema(plan.catalog().table(name)).asNullable()));
        return prepared.computeIfAbsent(
                        new Key(definition.name(), new TreeSet<>(tables.keySet()), dates),
                        key -> new PreparedQuery(spark, shapes, inputs -> asked(definition, inputs, dates)))
                .over(tables);
    }

    private Dataset<Row> asked(Definition definition, Map<String, Dataset<Row>> tables, Transform.Dates dates) {
        Table table = definition.table();
        Dataset<Row> rows = Rows.of(spark, definition, new Inputs(table.name(), tables), dates);
        return table.write() == Table.Write.MERGE ? Newest.of(table, rows) : rows;
    }

    private static boolean isSql(Definition definition) {
        return definition.sql().isPresent()
                && definition.inlines().stream().allMatch(inline -> inline.sql().isPresent());
    }
}
