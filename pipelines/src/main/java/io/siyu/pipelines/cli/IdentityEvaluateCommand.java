package io.siyu.pipelines.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import io.siyu.pipelines.identity.link.Closure;
import io.siyu.pipelines.identity.link.Evaluation;
import io.siyu.pipelines.identity.link.RowFiles;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description =
                "Hold clusters to a truth: precision, recall and F1 over pairs and B-cubed, and the largest cluster.")
final class IdentityEvaluateCommand implements Callable<Integer> {
    @Option(
            names = "--clusters",
            required = true,
            paramLabel = "FILE",
            description = "As bin/siyu identity link wrote it: an id, and 'cluster'.")
    private Path clusters = Path.of("");

    @Option(names = "--truth", required = true, paramLabel = "FILE", description = "CSV or Parquet with the same ids.")
    private Path truth = Path.of("");

    @Option(
            names = "--id",
            paramLabel = "COLUMN",
            description = "The truth's column of ids. Default: named like the first column of the clusters.")
    private @Nullable String id;

    @Option(
            names = "--entity",
            paramLabel = "SQL",
            description =
                    "What is equal for records of one entity: a column of the truth, or an expression in Spark SQL."
                            + " Default: the truth's other column when it has two.")
    private @Nullable String entity;

    @Option(
            names = "--pairs",
            paramLabel = "FILE",
            description = "As bin/siyu identity link wrote it: tells which true pairs were compared at all,"
                    + " and what plain closure of them would be.")
    private @Nullable Path pairs;

    @Override
    public Integer call() {
        SparkSession spark = LinkSession.open(clusters);
        Dataset<Row> found = RowFiles.read(spark, clusters);
        Dataset<Row> known = RowFiles.read(spark, truth);
        String ids = id == null ? found.columns()[0] : id;
        Dataset<Row> linked = found.select(col("`" + found.columns()[0] + "`").as("id"), col("cluster"));
        Dataset<Row> entities =
                known.select(column(known, ids).as("id"), entity(known, ids).as("entity"));
        Optional<Dataset<Row>> compared = Optional.ofNullable(pairs).map(file -> RowFiles.read(spark, file));
        Evaluation evaluation = Evaluation.of(linked, entities, compared);
        System.out.print(evaluation.text());
        compared.map(some -> Closure.of(some, entities.join(linked, "id"), evaluation.recall()))
                .ifPresent(closure -> System.out.print(closure.text()));
        return 0;
    }

    private static Column column(Dataset<Row> rows, String name) {
        List<String> names = List.of(rows.columns());
        if (!names.contains(name)) {
            throw Problems.invalid(
                    "option", "--id", name + Words.didYouMean(name, names), "one of " + Words.list(names));
        }
        return col("`" + name + "`").cast("string");
    }

    private Column entity(Dataset<Row> rows, String ids) {
        List<String> names = List.of(rows.columns());
        if (entity == null && names.size() == 2) {
            return col("`" + names.get(names.get(0).equals(ids) ? 1 : 0) + "`").cast("string");
        }
        if (entity == null) {
            throw Problems.invalid("option", "--entity", "missing", "a column of the truth: " + Words.list(names));
        }
        return names.contains(entity)
                ? col("`" + entity + "`").cast("string")
                : expr(entity).cast("string");
    }
}
