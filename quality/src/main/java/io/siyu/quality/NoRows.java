package io.siyu.quality;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import scala.collection.JavaConverters;

/** Tells, without a Spark job, that a query over tables without rows can have none: what a feed nobody delivers costs. */
public final class NoRows {
    private NoRows() {}

    /** True only if {@code rows} is surely without rows; false says nothing. */
    public static boolean in(Dataset<Row> rows) {
        return JavaConverters.seqAsJavaList(rows.queryExecution().analyzed().collectLeaves()).stream()
                        .anyMatch(NoRows::isEmpty)
                && isEmpty(rows.queryExecution().optimizedPlan());
    }

    private static boolean isEmpty(LogicalPlan plan) {
        return plan instanceof LocalRelation relation && relation.data().isEmpty();
    }
}
