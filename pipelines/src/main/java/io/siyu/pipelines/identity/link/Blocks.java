package io.siyu.pipelines.identity.link;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.posexplode;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Blocks: two records and more that share the key of a blocking rule. */
final class Blocks {
    private static final String[] KEY = {"rule", "key"};

    private Blocks() {}

    /** {@code rule, key, n}: how many records each block has; nobody is brought together. */
    static Dataset<Row> sizes(Dataset<Row> people) {
        return people.select(posexplode(col("keys")).as(KEY))
                .filter(col("key").isNotNull())
                .groupBy("rule", "key")
                .agg(count(lit(1)).as("n"))
                .filter(col("n").gt(1));
    }

    /**
     * {@code rule, key, n, people}: the people of each block, {@link Packed}; null in a block that is too large.
     *
     * @param people see {@link People}
     */
    static Dataset<Row> of(Dataset<Row> people, int largest) {
        Column[] key = {col("rule"), col("key")};
        return people.select(col("keys"), Packed.person().as("person"))
                .select(posexplode(col("keys")).as(KEY), col("person"))
                .filter(col("key").isNotNull())
                .repartition(key)
                .sortWithinPartitions(key)
                .mapPartitions(new BlockRows(largest), Encoders.row(BlockRows.SHAPE));
    }
}
