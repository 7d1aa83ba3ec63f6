package io.siyu.pipelines.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import io.siyu.pipelines.bench.Stopwatch.Work;
import io.siyu.pipelines.identity.graph.Components;
import io.siyu.pipelines.identity.graph.ConstrainedClusters;
import io.siyu.pipelines.identity.graph.Continuation;
import io.siyu.pipelines.identity.graph.PollutedValues;
import io.siyu.pipelines.identity.graph.StandingClusters;
import io.siyu.pipelines.identity.graph.Timelines;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/** What clusters and their ids cost: from scratch, a night's change, a long chain, a skewed world. */
public final class GraphBench {
    private static final String NOBODY = "select '' as node, '' as oneid, date'2026-01-01' as assigned_on,"
            + " date'2026-01-01' as released_on, '' as part, 0L as facts_hash where false";

    private final SparkSession spark;
    private final Path folder;
    private final PrintStream out;
    private final GraphWorld world;

    /** @param folder for the graphs and for last night's rows; what lies there is replaced */
    public GraphBench(SparkSession spark, Path folder, PrintStream out) {
        this.spark = spark;
        this.folder = folder;
        this.out = out;
        this.world = new GraphWorld(spark);
    }

    /**
     * Prints rows, seconds and memory of each part, and how they compare. Reading the graph and writing what was found is
     * part of each.
     *
     * @param identifiers how many, five to a person; edges are three times as many
     */
    public void run(long identifiers) {
        long persons = identifiers / 5;
        Dataset<Row> nodes = kept("nodes", world.nodes(persons));
        Dataset<Row> edges = kept("edges", world.edges(0, persons));
        Dataset<Row> chain = kept("chain", world.chain(identifiers));
        Dataset<Row> skewed = kept("skewed", world.skewed(identifiers));
        Stopwatch watch = new Stopwatch(out);
        double contracted =
                watch.time("from scratch, contracted", () -> scratch(nodes, edges, new Components(identifiers / 100)));
        double full = watch.time("from scratch, in one task", () -> scratch(nodes, edges, new Components()));
        double night = night(watch, edges, persons);
        int[] rounds = new int[1];
        watch.time("an ordered chain, to the last edge", () -> chain(chain, rounds));
        watch.time("a blank on all, a phone on a tenth", () -> skewed(skewed));
        out.printf(
                "%,d identifiers on %d cores: %.1f s in one task, %.1f s contracted (goal 60 s); a night that changes 2%% takes"
                        + " %.0f%% of the first (goal 15%%); the chain takes %d rounds (goal 12).%n",
                identifiers,
                Runtime.getRuntime().availableProcessors(),
                full,
                contracted,
                100 * night / full,
                rounds[0]);
    }

    private Work scratch(Dataset<Row> nodes, Dataset<Row> edges, Components components) {
        Dataset<Row> nobody = spark.sql(NOBODY);
        ConstrainedClusters clustering = new ConstrainedClusters(0, components, Long.MAX_VALUE);
        told("", nodes, edges, nobody, nobody, clustering, components, GraphWorld.TODAY);
        return new Work(edges.count(), read("spans").select("oneid").distinct().count() + " ids");
    }

    /** As a night does it: from the rows that stand, all of which are written again. */
    private double night(Stopwatch watch, Dataset<Row> edges, long persons) {
        Dataset<Row> after = kept("after", edges.where(not(GraphWorld.lost())).union(world.added(persons)));
        Dataset<Row> nodes = kept("nodes_after", world.nodes(persons + persons / 150));
        return watch.time(
                "a night that changes 2%",
                () -> {
                    told(
                            "_after",
                            nodes,
                            after,
                            read("clusters"),
                            read("spans"),
                            new ConstrainedClusters(),
                            new Components(),
                            GraphWorld.TODAY.plusDays(1));
                    Dataset<Row> gone = read("spans_after").where("released_on is not null");
                    return new Work(after.count(), gone.count() + " went to another id");
                });
    }

    private void told(
            String to,
            Dataset<Row> nodes,
            Dataset<Row> edges,
            Dataset<Row> clusters,
            Dataset<Row> spans,
            ConstrainedClusters clustering,
            Components components,
            LocalDate night) {
        Dataset<Row> dated = dated(edges);
        kept("clusters" + to, new StandingClusters(clustering).of(nodes, dated, clusters, night, false));
        kept("spans" + to, new Continuation(new Timelines(components)).of(nodes, dated, spans, night, false));
    }

    /** Edges that hold since they were seen. */
    private static Dataset<Row> dated(Dataset<Row> edges) {
        return edges.withColumn("first_seen", col("seen"))
                .withColumn("retracted_on", lit(null).cast("date"));
    }

    private static Work chain(Dataset<Row> chain, int[] rounds) {
        Components.Found found = new Components(0).of(chain);
        rounds[0] = found.rounds();
        long components = found.members().select("component").distinct().count();
        return new Work(chain.count(), rounds[0] + " rounds, components: " + components);
    }

    private static Work skewed(Dataset<Row> edges) {
        PollutedValues rule =
                new PollutedValues(new TreeMap<>(Map.of("phone", 5, "remark", 5)), new TreeSet<>(Set.of("member_id")));
        Dataset<Row> polluted = rule.of(edges).localCheckpoint();
        Dataset<Row> components =
                new Components().of(PollutedValues.without(edges, polluted)).members();
        Row largest = components
                .groupBy("component")
                .count()
                .agg(Map.of("count", "max"))
                .head();
        return new Work(edges.count(), polluted.count() + " values polluted, largest cluster " + largest.get(0));
    }

    private Dataset<Row> kept(String name, Dataset<Row> rows) {
        rows.write().mode(SaveMode.Overwrite).parquet(folder.resolve(name).toString());
        return read(name);
    }

    private Dataset<Row> read(String name) {
        return spark.read().parquet(folder.resolve(name).toString());
    }
}
