package io.siyu.pipelines.score;

import io.siyu.pipelines.privacy.TokenFunction;
import io.siyu.pipelines.serve.RowText;
import io.siyu.pipelines.sql.SqlText;
import io.siyu.warehouse.Problems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/** Asks scores of a lake and a truth. */
public final class Scoring {
    private static final String OUTSIDE = "_outside";

    private final SparkSession spark;
    private final Function<String, Dataset<Row>> tables;
    private final Truth truth;
    private final Map<String, Score> inlines = new TreeMap<>();

    /**
     * @param tables rows by name, what the scores may read beside the truth
     * @param scores of which inline ones can be read as {@code scores.<name>}
     */
    public Scoring(SparkSession spark, Function<String, Dataset<Row>> tables, Truth truth, List<Score> scores) {
        TokenFunction.in(spark);
        this.spark = spark;
        this.tables = tables;
        this.truth = truth;
        scores.stream().filter(Score::inline).forEach(score -> inlines.put("scores." + score.name(), score));
    }

    /**
     * A score's rows, sorted by their columns from left to right.
     *
     * @throws io.siyu.warehouse.SiyuException.InvalidDefinition when its text names what there is not
     */
    public Told ask(Score score) {
        Dataset<Row> rows = rows(score, Set.of());
        List<String> header = Arrays.asList(rows.schema().fieldNames());
        Column[] order = header.stream().map(functions::col).toArray(Column[]::new);
        List<List<@Nullable String>> cells = RowText.strings(marked(score, rows).orderBy(order));
        List<Told.Line> lines = new ArrayList<>();
        cells.forEach(row -> lines.add(
                new Told.Line(row.subList(0, header.size()), Objects.equals(row.get(header.size()), "true"))));
        return new Told(score, header, RowText.numbers(rows), lines);
    }

    private Dataset<Row> rows(Score score, Set<String> within) {
        try {
            SqlText text = SqlText.parse(spark, score.sql());
            Map<String, Dataset<Row>> inputs = new TreeMap<>(truth.rows());
            text.reads().stream()
                    .filter(name -> !inputs.containsKey(name))
                    .forEach(name -> inputs.put(name, read(name, within)));
            return text.bind(spark, inputs, Map.of());
        } catch (IllegalArgumentException e) {
            throw invalid(score, "rows.sql", e);
        }
    }

    private Dataset<Row> read(String name, Set<String> within) {
        Score inline = inlines.get(name);
        if (inline == null) {
            return tables.apply(name);
        }
        if (within.contains(name)) {
            throw Problems.invalid("score", name, "it reads itself", "a score that reads others");
        }
        Set<String> deeper = new TreeSet<>(within);
        deeper.add(name);
        return rows(inline, deeper);
    }

    /** With one more column: whether the row breaks the bound. A bound that is null on a row is broken. */
    private static Dataset<Row> marked(Score score, Dataset<Row> rows) {
        String outside = score.bound()
                .map(bound -> "not coalesce((" + bound + "), false)")
                .orElse("false");
        try {
            return rows.withColumn(OUTSIDE, functions.expr(outside));
        } catch (Exception e) {
            throw invalid(score, "score.yml", e);
        }
    }

    private static RuntimeException invalid(Score score, String file, Exception e) {
        return Problems.invalid(
                "score",
                score.name() + "/" + file,
                String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                "tables of the house, truth.<name>, inline scores.<name> and their columns");
    }
}
