package io.siyu.pipelines.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.SortOrder;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.physical.SinglePartition$;
import org.apache.spark.sql.execution.LogicalRDD;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.collection.JavaConverters;
import scala.collection.Seq;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractPartialFunction;

/**
 * A query analysed once over tables of a shape, to be asked over small rows of that shape again and again. A table is one partition and says
 * so: nothing of it is exchanged.
 */
public final class PreparedQuery {
    private static final ClassTag<InternalRow> ROW = ClassTag$.MODULE$.apply(InternalRow.class);

    private final SparkSession spark;
    private final LogicalPlan analyzed;
    /** Where a table's rows go: a relation keeps its (empty) rows, one list of its own for each table, whatever renames it. */
    private final Map<Seq<InternalRow>, String> places = new IdentityHashMap<>();

    /**
     * Analyses the query; none of its rows are asked for.
     *
     * @param shapes columns of each table it reads
     * @param query rows over tables, lazily
     */
    public PreparedQuery(
            SparkSession spark,
            Map<String, StructType> shapes,
            Function<Map<String, Dataset<Row>>, Dataset<Row>> query) {
        this.spark = spark;
        Map<String, Dataset<Row>> inputs = new HashMap<>();
        new TreeMap<>(shapes).forEach((name, shape) -> {
            Seq<InternalRow> place = JavaConverters.asScalaBufferConverter(new ArrayList<InternalRow>())
                    .asScala();
            places.put(place, name);
            inputs.put(name, Dataset.ofRows(spark, filled(relation(Values.none(spark, shape)), place)));
        });
        this.analyzed = query.apply(inputs).queryExecution().analyzed();
    }

    /**
     * The rows of the query over these rows.
     *
     * @param tables rows of each table whose shape was told; they are fetched at once
     */
    public Dataset<Row> over(Map<String, Dataset<Row>> tables) {
        Map<String, Seq<InternalRow>> rows = new HashMap<>();
        tables.forEach(
                (name, table) -> rows.put(name, relation(Values.fetched(table)).data()));
        LogicalPlan filled =
                analyzed.transformDownWithSubqueries(new AbstractPartialFunction<LogicalPlan, LogicalPlan>() {
                    @Override
                    public boolean isDefinedAt(LogicalPlan node) {
                        return node instanceof LocalRelation relation && places.containsKey(relation.data());
                    }

                    @Override
                    public LogicalPlan apply(LogicalPlan node) {
                        LocalRelation relation = (LocalRelation) node;
                        String table = String.valueOf(places.get(relation.data()));
                        return whole(relation, Objects.requireNonNull(rows.get(table), table));
                    }
                });
        filled.setAnalyzed();
        return Dataset.ofRows(spark, filled);
    }

    private static LocalRelation relation(Dataset<Row> values) {
        return (LocalRelation) values.queryExecution().analyzed();
    }

    private static LocalRelation filled(LocalRelation relation, Seq<InternalRow> rows) {
        return relation.copy(relation.output(), rows, false);
    }

    /** No rows stay a relation: Spark leaves out what is made of nothing. */
    private LogicalPlan whole(LocalRelation relation, Seq<InternalRow> rows) {
        return rows.isEmpty()
                ? filled(relation, rows)
                : new LogicalRDD(
                        relation.output(),
                        spark.sparkContext().parallelize(rows, 1, ROW),
                        SinglePartition$.MODULE$,
                        JavaConverters.asScalaBufferConverter(List.<SortOrder>of())
                                .asScala(),
                        false,
                        spark,
                        Option.empty(),
                        Option.empty());
    }
}
