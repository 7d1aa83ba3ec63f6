package io.siyu.pipelines.identity.explain;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads likely links between customers that no identifier ties, {@code dim.link_review}. */
record Likely(Published published) {
    /** The strength of a tie that is a likely link. */
    static final String STRENGTH = "L";

    private static final int MOST = 1_000;

    /** Links that the night believed and that have both ends among these nodes. */
    List<Tie> among(Collection<String> nodes) {
        Dataset<Row> linked = published
                .rows("dim.link_review")
                .where("status = 'linked'")
                .withColumnRenamed("left_node", "left")
                .withColumnRenamed("right_node", "right");
        return new Edges(published)
                .within(linked, nodes).select("left", "right", "evidence").collectAsList().stream()
                        .map(row -> tie(row.getString(0), row.getString(1), row.getString(2)))
                        .sorted(Tie.ORDER)
                        .toList();
    }

    static Tie tie(String left, String right, String evidence) {
        int bits = (int)
                Math.max(0, Math.min(100, Math.round(Waterfall.of(evidence).bits())));
        return new Tie(left, right, STRENGTH, bits, "likely link", evidence, 1, null, null);
    }

    /** What was found of the pairs with one end on either side and was not joined, line by line. */
    List<String> apart(Set<String> ofA, Set<String> ofB) {
        List<String> lines = new ArrayList<>();
        published
                .rows("dim.link_review")
                .where(ends("left_node", ofA, "right_node", ofB).or(ends("left_node", ofB, "right_node", ofA)))
                .where("status <> 'linked'")
                .orderBy("left_node", "right_node")
                .limit(MOST)
                .select("status", "reason", "evidence")
                .collectAsList()
                .forEach(row -> {
                    lines.add((row.isNullAt(2) ? "They are likely one" : "They were compared")
                            + " (疑似同一人), and stay two: " + row.getString(0) + ", " + row.getString(1) + ".");
                    if (!row.isNullAt(2)) {
                        Waterfall waterfall = Waterfall.of(row.getString(2));
                        lines.add(String.format(
                                Locale.ROOT,
                                "  %.1f bits, a probability of %.4f:",
                                waterfall.bits(),
                                waterfall.probability()));
                        lines.addAll(waterfall.lines("    "));
                    }
                });
        return lines;
    }

    private static org.apache.spark.sql.Column ends(String one, Set<String> ofOne, String two, Set<String> ofTwo) {
        return col(one).isin(ofOne.toArray()).and(col(two).isin(ofTwo.toArray()));
    }
}
