package io.siyu.pipelines.cli;

import static org.apache.spark.sql.functions.col;

import io.siyu.pipelines.identity.link.AutoSpec;
import io.siyu.pipelines.identity.link.Link;
import io.siyu.pipelines.identity.link.LinkSpec;
import io.siyu.pipelines.identity.link.LinkSpecReader;
import io.siyu.pipelines.identity.link.Linked;
import io.siyu.pipelines.identity.link.RowFiles;
import io.siyu.warehouse.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "link",
        mixinStandardHelpOptions = true,
        description = {
            "Link the records of a CSV or Parquet file that are one person or thing.",
            "Without a spec it chooses one by what the columns hold, and prints it."
        })
final class IdentityLinkCommand implements Callable<Integer> {
    @Option(names = "--input", required = true, paramLabel = "FILE", description = "A row per record.")
    private Path input = Path.of("");

    @Option(
            names = "--spec",
            paramLabel = "FILE",
            description = "link.yml: id, compare, block, threshold. Default: chosen, and printed.")
    private @Nullable Path spec;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "CSV: the id of every record and its cluster, named by the least id in it.")
    private Path out = Path.of("");

    @Option(names = "--pairs", paramLabel = "FILE", description = "CSV: every pair compared and its weight in bits.")
    private @Nullable Path pairs;

    @Option(
            names = "--review",
            paramLabel = "FILE",
            description = "CSV: pairs that are likely and yet apart, for a person to decide.")
    private @Nullable Path review;

    @Override
    public Integer call() {
        Dataset<Row> rows = RowFiles.read(LinkSession.open(input), input);
        LinkSpec how = spec == null ? chosen(rows) : LinkSpecReader.read(spec, List.of(rows.columns()));
        Linked linked = new Link(how, System.out::print).run(rows, Optional.empty());
        Dataset<Row> clusters = linked.clusters();
        RowFiles.write(clusters.orderBy("cluster", "id").toDF(how.id(), "cluster"), out);
        if (pairs != null) {
            RowFiles.write(linked.pairs().orderBy("l", "r"), pairs);
        }
        if (review != null) {
            RowFiles.write(linked.review(), review);
        }
        System.out.printf(
                Locale.ROOT,
                "%,d records in %,d clusters: %s.%n",
                clusters.count(),
                clusters.filter(col("id").equalTo(col("cluster"))).count(),
                Words.path(out));
        return 0;
    }

    private static LinkSpec chosen(Dataset<Row> rows) {
        AutoSpec auto = AutoSpec.of(rows, 1);
        System.out.println(auto.text());
        return auto.spec();
    }
}
