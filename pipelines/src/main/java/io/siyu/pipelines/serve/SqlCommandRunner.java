package io.siyu.pipelines.serve;

import io.siyu.warehouse.Problems;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.ExtendedAnalysisException;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.NumericType;
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
        List<List<@Nullable String>> values = format == Format.JSON ? json(shown) : strings(shown);
        boolean more = limit > 0 && values.size() > limit;
        List<List<@Nullable String>> printed = more ? values.subList(0, limit) : values;
        print(rows, printed, format, out);
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
            throw Problems.cannot("run the query", reason(e), "Nothing was changed. Correct it and ask again");
        }
    }

    /** Without the plan that Spark appends. */
    private static String reason(Exception e) {
        return e instanceof ExtendedAnalysisException known
                ? known.getSimpleMessage()
                : String.valueOf(e.getMessage()).strip();
    }

    private static void print(Dataset<Row> rows, List<List<@Nullable String>> values, Format format, PrintStream out) {
        List<String> header = Arrays.asList(rows.schema().fieldNames());
        switch (format) {
            case TABLE -> new TextTable(header, numbers(rows)).lines(values).forEach(out::println);
            case CSV -> {
                out.print(csv(header));
                values.forEach(row -> out.print(csv(row)));
            }
            case JSON -> values.forEach(row -> out.println(row.get(0)));
        }
    }

    private static Set<Integer> numbers(Dataset<Row> rows) {
        return IntStream.range(0, rows.schema().size())
                .filter(i -> rows.schema().apply(i).dataType() instanceof NumericType)
                .boxed()
                .collect(Collectors.toSet());
    }

    private static List<List<@Nullable String>> json(Dataset<Row> rows) {
        Map<String, String> options = Map.of("ignoreNullFields", "false");
        return strings(rows.select(functions.to_json(functions.struct(functions.col("*")), options)));
    }

    /** Values as Spark writes them as text, so that all formats agree. Columns of one name are told apart by place. */
    private static List<List<@Nullable String>> strings(Dataset<Row> rows) {
        String[] places =
                IntStream.range(0, rows.schema().size()).mapToObj(i -> "_" + i).toArray(String[]::new);
        Column[] texts = Arrays.stream(places)
                .map(place -> functions.col(place).cast("string"))
                .toArray(Column[]::new);
        List<List<@Nullable String>> values = new ArrayList<>();
        for (Row row : rows.toDF(places).select(texts).collectAsList()) {
            List<@Nullable String> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                cells.add(row.isNullAt(i) ? null : row.getString(i));
            }
            values.add(cells);
        }
        return values;
    }

    private static String csv(List<? extends @Nullable String> row) {
        return row.stream()
                .map(value -> value == null ? "" : quoted(value))
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(String value) {
        return value.isEmpty() || value.matches("(?s).*[\",\r\n].*") ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
