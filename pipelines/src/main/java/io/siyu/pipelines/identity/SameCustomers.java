package io.siyu.pipelines.identity;

import static org.apache.spark.sql.functions.bit_xor;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.xxhash64;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Whether two tellings of who is who say the same, whatever names they give customers: a node keeps company with the nodes of its
 * customer.
 *
 * @param nodes nodes of either
 * @param apart nodes that only one has, or that keep other company
 * @param renamed nodes of the same company under another id
 */
public record SameCustomers(long nodes, long apart, long renamed) {

    /** Compares two of {@code node, oneid}; a node stands once in each. */
    public static SameCustomers between(Dataset<Row> first, Dataset<Row> second) {
        Column same = coalesce(col("first.company").equalTo(col("second.company")), lit(false));
        Row row = company(first)
                .as("first")
                .join(company(second).as("second"), col("first.node").equalTo(col("second.node")), "full")
                .agg(
                        count(lit(1)),
                        count_if(not(same)),
                        count_if(same.and(col("first.oneid").notEqual(col("second.oneid")))))
                .head();
        return new SameCustomers(row.getLong(0), row.getLong(1), row.getLong(2));
    }

    private static Dataset<Row> company(Dataset<Row> nodes) {
        var customer = Window.partitionBy("oneid");
        return nodes.select(
                col("node"),
                col("oneid"),
                struct(
                                count(lit(1)).over(customer),
                                bit_xor(xxhash64(col("node"))).over(customer))
                        .as("company"));
    }
}
