package io.siyu.quality;

import static org.apache.spark.sql.functions.lit;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The rows of quality history, for whoever keeps it: this class writes nothing. */
public final class QualityLog {
    private static final String RUN = "run_id string not null, business_date date not null, table_name string not null";

    /** {@code quality.rule_result}: one row per run, table and rule. */
    public static final StructType RULE_RESULT =
            StructType.fromDDL(RUN + ", rule string not null, kind string not null,"
                    + " severity string not null, passed boolean not null, value double, message string not null");
    /** {@code quality.metric}: one row per run, table and number; {@code rows} is the number of rows. */
    public static final StructType METRIC = StructType.fromDDL(RUN + ", metric string not null, value double not null");
    /** {@code quality.rejected_row}: rows that failed a rule, as JSON texts. */
    public static final StructType REJECTED_ROW =
            StructType.fromDDL(RUN + ", rule string not null, grain_key string, row string");

    private QualityLog() {}

    /** What each rule said, shape {@link #RULE_RESULT}. */
    public static Dataset<Row> results(SparkSession spark, String runId, LocalDate date, List<Verdict> verdicts) {
        List<Row> rows = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            for (RuleResult result : verdict.results()) {
                Rule rule = result.rule();
                rows.add(RowFactory.create(
                        runId,
                        Date.valueOf(date),
                        verdict.table(),
                        rule.id(),
                        rule.kind().text(),
                        rule.severity().text(),
                        result.passed(),
                        result.value(),
                        result.message()));
            }
        }
        return spark.createDataFrame(rows, RULE_RESULT);
    }

    /** The numbers measured, shape {@link #METRIC}: the row count, and per rule the number that decided it. */
    public static Dataset<Row> metrics(SparkSession spark, String runId, LocalDate date, List<Verdict> verdicts) {
        List<Row> rows = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            rows.add(RowFactory.create(runId, Date.valueOf(date), verdict.table(), "rows", (double) verdict.rows()));
            for (RuleResult result : verdict.results()) {
                Double value = result.value();
                if (value != null && !(result.rule().demand() instanceof Rule.AtLeast)) {
                    rows.add(RowFactory.create(
                            runId,
                            Date.valueOf(date),
                            verdict.table(),
                            result.rule().id(),
                            value));
                }
            }
        }
        return spark.createDataFrame(rows, METRIC);
    }

    /** Rows from {@link RejectedRows#of}, shape {@link #REJECTED_ROW}. */
    public static Dataset<Row> rejected(String runId, LocalDate date, Dataset<Row> rejectedRows) {
        return rejectedRows
                .withColumn("run_id", lit(runId))
                .withColumn("business_date", lit(Date.valueOf(date)))
                .select("run_id", "business_date", "table_name", "rule", "grain_key", "row");
    }
}
