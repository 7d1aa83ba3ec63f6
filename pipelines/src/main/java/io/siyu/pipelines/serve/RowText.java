package io.siyu.pipelines.serve;

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
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.NumericType;
import org.jspecify.annotations.Nullable;

/** Rows as people and files read them. */
public final class RowText {
    private RowText() {}

    static void print(Dataset<Row> rows, List<List<@Nullable String>> values, Format format, PrintStream out) {
        List<String> header = Arrays.asList(rows.schema().fieldNames());
        switch (format) {
            case TABLE -> table(header, numbers(rows), values).forEach(out::println);
            case CSV -> {
                out.print(csv(header));
                values.forEach(row -> out.print(csv(row)));
            }
            case JSON -> values.forEach(row -> out.println(row.get(0)));
        }
    }

    /** Aligned lines: the header, a rule, the rows. */
    public static List<String> table(List<String> header, Set<Integer> numbers, List<List<@Nullable String>> values) {
        return new TextTable(header, numbers).lines(values);
    }

    /** Places of the columns that hold numbers. */
    public static Set<Integer> numbers(Dataset<Row> rows) {
        return IntStream.range(0, rows.schema().size())
                .filter(i -> rows.schema().apply(i).dataType() instanceof NumericType)
                .boxed()
                .collect(Collectors.toSet());
    }

    static List<List<@Nullable String>> json(Dataset<Row> rows) {
        Map<String, String> options = Map.of("ignoreNullFields", "false");
        return strings(rows.select(functions.to_json(functions.struct(functions.col("*")), options)));
    }

    /** Values as Spark writes them as text, so that all formats agree. Columns of one name are told apart by place. */
    public static List<List<@Nullable String>> strings(Dataset<Row> rows) {
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

    /** One line of RFC 4180. */
    public static String csv(List<? extends @Nullable String> row) {
        return row.stream()
                .map(value -> value == null ? "" : quoted(value))
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(String value) {
        return value.isEmpty() || value.matches("(?s).*[\",\r\n].*") ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
