package io.siyu.pipelines.serve;

import io.siyu.pipelines.sql.Reason;
import io.siyu.warehouse.Problems;
import java.io.PrintStream;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.jspecify.annotations.Nullable;

/** Runs one SELECT over the visible tables and prints its rows: {@code bin/siyu sql}. */
public final class SqlCommandRunner {
    /** Rows printed when no limit is given. */
    public static final int DEFAULT_LIMIT = 100;

    private final SparkSession spark;
    private final VisibleTables tables;

    public SqlCommandRunner(SparkSession spark, VisibleTables tables) {
        this.spark = spark;
        this.tables = tables;
    }

    /**
     * Prints the rows of {@code sql} to {@code out}, then how many there are and what was read; that closing line goes to
     * {@code notes} for CSV and JSON, so that {@code out} is data alone.
     *
     * @param limit most rows printed; 0 prints all
     * @throws io.siyu.warehouse.SiyuException.InvalidDefinition when the statement is no query, names no visible table, or
     *     does not fit the tables' columns
     */
    public void run(String sql, Format format, int limit, PrintStream out, PrintStream notes) {
        Dataset<Row> rows = query(sql);
        Dataset<Row> shown = limit == 0 ? rows : rows.limit(limit + 1);
        List<List<@Nullable String>> values = format == Format.JSON ? RowText.json(shown) : RowText.strings(shown);
        boolean more = limit > 0 && values.size() > limit;
        List<List<@Nullable String>> printed = more ? values.subList(0, limit) : values;
        RowText.print(rows, printed, format, out);
        (format == Format.TABLE ? out : notes)
                .println((more
                                ? "First " + limit + " rows; see all with --limit 0. "
                                : printed.size() + (printed.size() == 1 ? " row. " : " rows. "))
                        + tables.title() + ".");
    }

    private Dataset<Row> query(String sql) {
        try {
            LogicalPlan parsed = spark.sessionState().sqlParser().parsePlan(sql);
            return Dataset.ofRows(spark, new ReaderStatement(tables, VisibleTables.NO_LAYER).query(parsed));
        } catch (io.siyu.warehouse.SiyuException e) {
            throw e;
        } catch (Exception e) {
            throw Problems.cannot("run the query", Reason.of(e), "Nothing was changed. Correct it and ask again");
        }
    }
}
