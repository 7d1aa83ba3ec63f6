package io.siyu.pipelines.identity.link;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import io.siyu.warehouse.Problems;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.storage.StorageLevel;

/** Links the records of a Dataset. Its result depends on the rows and the spec alone, not on their order or partitions. */
public final class Link {
    private final LinkSpec spec;
    private final Consumer<String> tell;

    /** @param tell hears what is about to be done and what was learnt, one text of one or more lines at a time */
    public Link(LinkSpec spec, Consumer<String> tell) {
        this.spec = spec;
        this.tell = tell;
    }

    /**
     * Links records.
     *
     * @param rows with the columns that the spec names
     * @param never pairs of ids {@code (l, r)} that may not come together
     */
    public Linked run(Dataset<Row> rows, Optional<Dataset<Row>> never) {
        return find(rows, pairs(never), Optional.empty())
                .orElseThrow(() -> Problems.cannot(
                        "link the records",
                        "no blocking rule finds a pair",
                        "Nothing was written; name coarser rules below 'block'"));
    }

    /**
     * Links records, or finds that no two of them share a key of a blocking rule.
     *
     * @param never pairs that may not come together, {@link Clusters#pair} of their ids
     * @param counted what the blocking rules find, when that was counted before
     */
    Optional<Linked> find(Dataset<Row> rows, Set<String> never, Optional<BlockReport> counted) {
        Dataset<Row> people = People.of(rows, spec).persist(StorageLevel.MEMORY_AND_DISK());
        Census census = Census.of(people, spec);
        Dataset<Row> blocks = Blocks.of(people, spec.largestBlock());
        if (counted.isEmpty()) {
            blocks.persist(StorageLevel.MEMORY_AND_DISK());
        }
        BlockReport report = counted.orElseGet(() -> BlockTally.report(blocks, spec));
        tell.accept(report.text());
        Comparer comparer = Comparer.of(spec, census.frequencies());
        Dataset<Row> pairs = Pairs.of(blocks, report.refused(), comparer).persist(StorageLevel.MEMORY_AND_DISK());
        List<Tally> found = tallies(pairs);
        blocks.unpersist();
        if (found.isEmpty()) {
            pairs.unpersist();
            people.unpersist();
            return Optional.empty();
        }
        List<Tally> random = Sample.pairs(people, spec.seed(), comparer);
        Model model = new Em(spec, found, random, census.pairs()).fit(census.frequencies());
        Recall recall = Recall.of(found, model);
        tell.accept(model.text());
        tell.accept(String.format(
                Locale.ROOT,
                "%,d pairs compared; about %,.0f of them are one person's, and the rules miss about %,.0f more: blocking recall %.3f.%n",
                found.stream().mapToLong(Tally::pairs).sum(),
                recall.found(),
                recall.missed(),
                recall.share()));
        Dataset<Row> weighed = weighed(pairs, model);
        List<Components.Edge> likely = likely(weighed);
        return Optional.of(new Linked(people, pairs, weighed, likely, model, never));
    }

    private static List<Tally> tallies(Dataset<Row> pairs) {
        return pairs.groupBy("rules", "pattern").agg(count(lit(1)).as("pairs")).collectAsList().stream()
                .map(row -> new Tally(row.getLong(0), row.getLong(1), row.getLong(2)))
                .toList();
    }

    private static Dataset<Row> weighed(Dataset<Row> pairs, Model model) {
        UDF2<Long, Long, Double> weight = model::weight;
        return pairs.select(
                col("l"),
                col("r"),
                udf(weight, DataTypes.DoubleType)
                        .apply(col("pattern"), col("rarity"))
                        .as("weight"));
    }

    private List<Components.Edge> likely(Dataset<Row> weighed) {
        return weighed.filter(col("weight").geq(Model.bits(spec.review()))).collectAsList().stream()
                .map(row -> new Components.Edge(row.getString(0), row.getString(1), row.getDouble(2)))
                .toList();
    }

    private static Set<String> pairs(Optional<Dataset<Row>> never) {
        return never.stream()
                .flatMap(rows -> rows.collectAsList().stream())
                .map(row -> Clusters.pair(row.getString(0), row.getString(1)))
                .collect(Collectors.toSet());
    }
}
