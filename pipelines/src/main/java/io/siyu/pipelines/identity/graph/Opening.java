package io.siyu.pipelines.identity.graph;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The parts of a graph that a night has to look at again: those in which a node came, went or has other facts. No edge and no id
 * leads from one of their nodes to another's.
 */
final class Opening {
    private static final long BROADCAST = 500_000;

    private final Dataset<Row> opened;
    private final long count;

    private Opening(Dataset<Row> opened) {
        this.opened = opened.localCheckpoint();
        this.count = this.opened.count();
    }

    /**
     * Compares what stands with what is known.
     *
     * @param standing {@code node, part, facts_hash}, and more; all rows of a node say the same of it
     * @param facts as of {@link NodeFacts}
     */
    static Opening of(Dataset<Row> standing, Dataset<Row> facts) {
        Dataset<Row> known =
                standing.select(col("node"), col("part"), col("facts_hash").as("had"));
        Dataset<Row> both = known.join(facts, new String[] {"node"}, "full_outer")
                .withColumn("differs", col("part").isNull().or(not(col("had").eqNullSafe(col("facts_hash")))))
                .select("node", "part", "differs")
                .localCheckpoint();
        Dataset<Row> parts = both.where("differs and part is not null")
                .select("part")
                .distinct()
                .localCheckpoint();
        Dataset<Row> beside = both.where("not differs")
                .join(parts.count() <= BROADCAST ? broadcast(parts) : parts, new String[] {"part"}, "left_semi");
        return new Opening(both.where("differs").select("node").union(beside.select("node")));
    }

    /** Rows whose node is in those parts, read once. */
    Dataset<Row> in(Dataset<Row> rows, String node) {
        return joined(rows, node, "left_semi").localCheckpoint();
    }

    /** Rows whose node is not. */
    Dataset<Row> out(Dataset<Row> rows, String node) {
        return joined(rows, node, "left_anti");
    }

    private Dataset<Row> joined(Dataset<Row> rows, String node, String how) {
        Dataset<Row> keys = opened.withColumnRenamed("node", node);
        return rows.join(count <= BROADCAST ? broadcast(keys) : keys, new String[] {node}, how);
    }
}
