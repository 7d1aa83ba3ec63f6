package io.siyu.pipelines.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;

import io.siyu.pipelines.night.Installation;
import io.siyu.pipelines.release.Release;
import io.siyu.pipelines.tag.TagDiff;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.tag.Tag;
import io.siyu.warehouse.tag.TagChangeSql;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares what two nights' releases say of customers. A night without a release, or tags that neither has, exit with 64. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "What is said of customers otherwise in one night's release than in another's, per tag.")
final class TagDiffCommand implements Callable<Integer> {
    @Mixin
    private Home home = new Home();

    @Option(names = "--from", required = true, paramLabel = "DATE", description = "The earlier night.")
    private LocalDate from = LocalDate.EPOCH;

    @Option(names = "--to", required = true, paramLabel = "DATE", description = "The later night.")
    private LocalDate to = LocalDate.EPOCH;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "0",
            description = "Show this many customers too, with both values. Default: ${DEFAULT-VALUE}.")
    private int shown;

    @Parameters(
            paramLabel = "TAG",
            arity = "0..*",
            description = "Only these tags. Default: all but sensitive ones, days counted to today and ranks.")
    private List<String> names = new ArrayList<>();

    @Override
    public Integer call() {
        Installation at = home.open();
        String what = "compare tags of " + from + " and " + to;
        Release before = new Published(at).of(what, from);
        Release after = new Published(at).of(what, to);
        List<Tag> asked = names.isEmpty()
                ? TagChangeSql.told(at.catalog().tags())
                : names.stream().map(at.catalog().tags()::tag).distinct().toList();
        TagDiff diff = new TagDiff(at.spark(), at.lake());
        List<Tag> tags = diff.common(asked, before, after);
        if (tags.isEmpty()) {
            throw Problems.cannot(what, "the releases have none of these tags in common", "Nothing was compared");
        }
        Dataset<Row> rows = diff.rows(tags, before, after).persist();
        List<Row> counts = rows.groupBy("tag")
                .agg(
                        count_if(col("change").equalTo("changed")),
                        count_if(col("change").equalTo("appeared")),
                        count_if(col("change").equalTo("ended")))
                .orderBy("tag")
                .collectAsList();
        System.out.printf("%-32s %10s %10s %10s%n", "tag", "changed", "appeared", "ended");
        counts.forEach(row -> System.out.printf(
                "%-32s %,10d %,10d %,10d%n", row.getString(0), row.getLong(1), row.getLong(2), row.getLong(3)));
        rows.orderBy("tag", "oneid")
                .limit(shown)
                .collectAsList()
                .forEach(row -> System.out.println(row.getString(1) + " of " + row.getString(0) + " ("
                        + row.getString(2) + "): " + row.getString(3) + " -> " + row.getString(4)));
        int alone = asked.size() - tags.size();
        System.out.println(counts.size() + " columns of " + tags.size() + " tags differ. " + before.id() + " and "
                + after.id() + (alone > 0 ? "; " + alone + " tags are in one only." : "."));
        return 0;
    }
}
