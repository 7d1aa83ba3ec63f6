package io.siyu.pipelines.bench;

import io.siyu.pipelines.bench.Stopwatch.Work;
import io.siyu.pipelines.sql.SqlText;
import io.siyu.pipelines.tag.audience.AudienceCounter;
import io.siyu.pipelines.tag.audience.TagAudience;
import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.act.Audience;
import io.siyu.warehouse.tag.Tag;
import io.siyu.warehouse.tag.TagCatalog;
import io.siyu.warehouse.tag.TagSql;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * What tags cost: all of them in one query, one query for each, more and more of them; and audiences counted from sets. Rows lie
 * in Parquet with the customer on them already: what a night spends on finding the customer of a row is in none of the figures.
 */
public final class TagsBench {
    private static final String CUSTOMERS = "dim.customer";
    private static final String TAGS = "dws.customer_tag";

    private final SparkSession spark;
    private final Catalog catalog;
    private final Path folder;
    private final PrintStream out;
    private final SparkWork work;

    /** @param folder for the rows; what lies there is replaced */
    public TagsBench(SparkSession spark, Catalog catalog, Path folder, PrintStream out) {
        this.spark = spark;
        this.catalog = catalog;
        this.folder = folder;
        this.out = out;
        this.work = SparkWork.of(spark.sparkContext());
    }

    /**
     * Prints seconds, jobs and bytes read of each part, and how they compare.
     *
     * @param customers of whom each has 20 order lines and 50 events
     * @param alone tags of each source that are computed by a query of their own; the others are taken to cost as much
     */
    public void run(long customers, int alone) {
        TagWorld world = new TagWorld(spark, customers);
        Map<String, List<Tag>> sources = new LinkedHashMap<>();
        catalog.tags().active().stream()
                .filter(t -> t.kind().isDrawnFromRows())
                .forEach(t -> sources.computeIfAbsent(t.from().orElseThrow(), any -> new ArrayList<>())
                        .add(t));
        Map<String, Dataset<Row>> inputs = new HashMap<>();
        inputs.put(CUSTOMERS, kept(CUSTOMERS, world.people()));
        sources.keySet().forEach(name -> inputs.put(name, kept(name, world.rows(catalog.table(name)))));
        Stopwatch watch = new Stopwatch(out);
        TagCatalog tags = catalog.tags();
        List<Tag> drawn = sources.values().stream().flatMap(List::stream).toList();
        for (int share : new int[] {8, 4, 2, 1}) {
            List<Tag> some = every(drawn, share);
            time(watch, some.size() + " tags drawn from rows", inputs, drawn(tags, some), customers);
        }
        double fused = time(watch, "all " + tags.active().size() + " tags", inputs, TagSql.of(tags), customers);
        double each = 0;
        for (Map.Entry<String, List<Tag>> source : sources.entrySet()) {
            List<Tag> some = source.getValue()
                    .subList(0, Math.min(alone, source.getValue().size()));
            double seconds = 0;
            for (Tag tag : some) {
                seconds += time(watch, "alone: " + tag.id(), inputs, drawn(tags, List.of(tag)), customers);
            }
            each += seconds / some.size() * source.getValue().size();
        }
        audiences(watch, inputs, customers);
        out.printf(
                "%,d customers on %d cores: all tags in %.1f s; a query for each of the %d drawn from rows would take"
                        + " %.0f s, reckoned from up to %d of each source: %.1f times as long (goal 20).%n",
                customers, Runtime.getRuntime().availableProcessors(), fused, drawn.size(), each, alone, each / fused);
    }

    private void audiences(Stopwatch watch, Map<String, Dataset<Row>> inputs, long customers) {
        Dataset<Row> wide = kept(TAGS, rows(inputs, TagSql.of(catalog.tags())));
        watch.time("sets of customers", () -> {
            kept("dws.tag_audience", TagAudience.of(wide));
            return new Work(customers, "");
        });
        AudienceCounter counter =
                new AudienceCounter(spark, catalog.tags(), wide, Optional.of(read("dws.tag_audience")), TagWorld.TODAY);
        for (String round : List.of("first", "again")) {
            for (Audience audience : catalog.audiences().active()) {
                watch.time("count " + audience.id() + ", " + round, () -> {
                    AudienceCounter.Count count = counter.count(audience.who());
                    return new Work(count.met(), count.isFromSets() ? "from sets" : "from the wide table");
                });
            }
        }
    }

    private double time(Stopwatch watch, String part, Map<String, Dataset<Row>> inputs, String sql, long customers) {
        return watch.time(part, () -> {
            work.done();
            rows(inputs, sql).write().format("noop").mode(SaveMode.Overwrite).save();
            SparkWork.Done done = work.done();
            return new Work(customers, done.jobs() + " jobs, " + (done.bytes() >> 20) + " MB read");
        });
    }

    private Dataset<Row> rows(Map<String, Dataset<Row>> inputs, String sql) {
        return SqlText.parse(spark, sql).bind(spark, inputs, Map.of("business_date", TagWorld.TODAY));
    }

    private static String drawn(TagCatalog tags, List<Tag> some) {
        return "with\n" + new TagSql(tags, "").drawn(some, CUSTOMERS) + "\nselect * from drawn";
    }

    private static List<Tag> every(List<Tag> tags, int share) {
        List<Tag> some = new ArrayList<>();
        for (int i = 0; i < tags.size(); i += share) {
            some.add(tags.get(i));
        }
        return some;
    }

    private Dataset<Row> kept(String name, Dataset<Row> rows) {
        rows.write().mode(SaveMode.Overwrite).parquet(folder.resolve(name).toString());
        return read(name);
    }

    private Dataset<Row> read(String name) {
        return spark.read().parquet(folder.resolve(name).toString());
    }
}
