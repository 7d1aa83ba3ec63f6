package io.siyu.pipelines.sql;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.types.DataTypeUtils;
import org.apache.spark.sql.execution.SQLExecution;
import org.apache.spark.sql.types.StructType;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/** Few rows as values within a plan, in Spark's own form: none is turned into objects on the way. */
public final class Values {
    private Values() {}

    /** No rows of a shape. */
    public static Dataset<Row> none(SparkSession spark, StructType shape) {
        return of(spark, shape, List.of());
    }

    /** The rows of a query, fetched at once; its plan is not part of the plans that read them. */
    public static Dataset<Row> fetched(Dataset<Row> rows) {
        return rows.queryExecution().analyzed() instanceof LocalRelation
                ? rows
                : of(rows.sparkSession(), rows.schema(), List.of(collected(rows)));
    }

    /** The rows of a query in Spark's own form; its tasks have the settings of its session, as those of any query. */
    static InternalRow[] collected(Dataset<Row> rows) {
        return SQLExecution.withSQLConfPropagated(
                rows.sparkSession(), () -> rows.queryExecution().executedPlan().executeCollect());
    }

    static Dataset<Row> of(SparkSession spark, StructType shape, List<InternalRow> rows) {
        List<Attribute> columns = List.copyOf(JavaConverters.seqAsJavaListConverter(DataTypeUtils.toAttributes(shape))
                .asJava());
        return Dataset.ofRows(spark, new LocalRelation(list(columns), list(rows), false));
    }

    private static <T> Seq<T> list(List<T> list) {
        return JavaConverters.asScalaBufferConverter(list).asScala();
    }
}
