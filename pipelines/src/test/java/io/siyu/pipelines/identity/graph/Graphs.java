package io.siyu.pipelines.identity.graph;

import io.siyu.pipelines.TestSpark;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Small graphs as rows. Nodes whose key begins with m are members, of which a cluster has but one. */
final class Graphs {
    static final SparkSession SPARK = TestSpark.session();
    static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private static final StructType EDGES = new StructType()
            .add("left", "string")
            .add("right", "string")
            .add("strength", "string")
            .add("priority", "int")
            .add("seen", "date")
            .add("evidence", "string");
    private static final StructType NODES = new StructType()
            .add("node", "string")
            .add("limit_key", "string")
            .add("limit_count", "int")
            .add("first_seen", "date");

    private Graphs() {}

    record Edge(String left, String right, String strength, int priority, int daysOld) {
        static Edge of(String left, String right) {
            return new Edge(left, right, "S", 1, 0);
        }
    }

    /** A graph of edges drawn between {@code nodes} nodes, every third of them a member. */
    static List<Edge> drawn(Random chance, int nodes, int edges) {
        List<Edge> drawn = new ArrayList<>();
        for (int i = 0; i < edges; i++) {
            drawn.add(new Edge(
                    node(chance.nextInt(nodes)),
                    node(chance.nextInt(nodes)),
                    chance.nextBoolean() ? "S" : "M",
                    1 + chance.nextInt(2),
                    chance.nextInt(3)));
        }
        return drawn;
    }

    private static String node(int i) {
        return (i % 3 == 0 ? "m" : "p") + i;
    }

    static List<Edge> chain(int nodes) {
        List<Edge> chain = new ArrayList<>();
        for (int i = 1; i < nodes; i++) {
            chain.add(Edge.of("p%06d".formatted(i - 1), "p%06d".formatted(i)));
        }
        return chain;
    }

    /** The same edges in another order, in {@code partitions} partitions. */
    static Dataset<Row> shuffled(Collection<Edge> edges, Random chance, int partitions) {
        List<Edge> shuffled = new ArrayList<>(edges);
        Collections.shuffle(shuffled, chance);
        return rows(shuffled).repartition(partitions);
    }

    static Dataset<Row> rows(Collection<Edge> edges) {
        List<Row> rows = edges.stream()
                .map(e -> RowFactory.create(
                        e.left(),
                        e.right(),
                        e.strength(),
                        e.priority(),
                        Date.valueOf(DAY.minusDays(e.daysOld())),
                        "of " + e.left()))
                .toList();
        return SPARK.createDataFrame(rows, EDGES);
    }

    /** All nodes of edges; members have the limit, and the digits of a key say on which day of its month it was first seen. */
    static Dataset<Row> nodes(Collection<Edge> edges) {
        SortedSet<String> keys = new TreeSet<>();
        edges.forEach(e -> keys.addAll(List.of(e.left(), e.right())));
        return nodes(keys.toArray(String[]::new));
    }

    static Dataset<Row> nodes(String... keys) {
        List<Row> rows = Stream.of(keys).map(Graphs::nodeRow).toList();
        return SPARK.createDataFrame(rows, NODES);
    }

    private static Row nodeRow(String key) {
        boolean member = key.startsWith("m");
        return RowFactory.create(key, member ? "member" : null, member ? 1 : null, Date.valueOf(DAY));
    }

    /** Two columns as a map. */
    static SortedMap<String, String> map(Dataset<Row> rows, String key, String value) {
        SortedMap<String, String> map = new TreeMap<>();
        rows.select(key, value).collectAsList().forEach(r -> map.put(r.getString(0), r.getString(1)));
        return map;
    }

    /** All rows as texts, sorted; duplicates stay. */
    static List<String> texts(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(Row::toString).sorted().toList();
    }

    static Dataset<Row> pairs(String first, String second, String... cells) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < cells.length; i += 2) {
            rows.add(RowFactory.create(cells[i], cells[i + 1]));
        }
        return SPARK.createDataFrame(rows, new StructType().add(first, "string").add(second, "string"));
    }
}
