package io.siyu.pipelines.identity.graph;

import static org.apache.spark.sql.functions.col;

import io.siyu.pipelines.sql.Kept;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Connected components. A graph that fits is solved by one task with disjoint sets, a larger one is first contracted until it
 * fits ({@link Contraction}); both give the same rows.
 *
 * @param oneTask edges that one task takes at most; a task needs some 250 bytes for each node among them
 */
public record Components(long oneTask) {
    private static final long ONE_TASK = 4_000_000;

    private static final StructType SHAPE =
            new StructType().add("node", "string").add("component", "string");

    /** For graphs of any size; at worst, when no two edges share a node, a task needs 2 GiB. */
    public Components() {
        this(ONE_TASK);
    }

    /**
     * What was found, and how.
     *
     * @param members {@code node, component}: each node of an edge with the smallest node it is connected with; cut from its
     *     plan
     * @param rounds contractions; 0 when one task took all
     */
    public record Found(Dataset<Row> members, int rounds) {}

    /** @param edges {@code left, right}; a node of its own is an edge to itself */
    public Found of(Dataset<Row> edges) {
        try (Kept ends = Kept.of(edges.select("left", "right"))) {
            if (ends.rows().count() <= oneTask) {
                return new Found(inOneTask(ends.rows()).localCheckpoint(), 0);
            }
            return new Contraction(oneTask).of(ends.rows());
        }
    }

    /** What tasks find in their own rows is all that one task has to see. */
    static Dataset<Row> inOneTask(Dataset<Row> edges) {
        MapPartitionsFunction<Row, Row> join = Components::join;
        return edges.select(col("left"), col("right"))
                .mapPartitions(join, Encoders.row(SHAPE))
                .repartition(1)
                .mapPartitions(join, Encoders.row(SHAPE));
    }

    private static Iterator<Row> join(Iterator<Row> edges) {
        Forest forest = new Forest();
        while (edges.hasNext()) {
            Row edge = edges.next();
            forest.connect(edge.getString(0), edge.getString(1));
        }
        Iterator<Forest.Member> members = forest.members();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return members.hasNext();
            }

            @Override
            public Row next() {
                Forest.Member member = members.next();
                return RowFactory.create(member.node(), member.component());
            }
        };
    }
}
