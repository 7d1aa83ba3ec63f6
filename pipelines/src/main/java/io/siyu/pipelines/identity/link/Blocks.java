package io.siyu.pipelines.identity.link;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/** Blocks: records that share the key of a blocking rule. What they would cost is known before any pair is made. */
final class Blocks {
    private static final int WORST = 3;

    private Blocks() {}

    /**
     * What each rule finds, and what is too large. Rows are counted, no pair is made.
     *
     * @param people see {@link People}
     */
    static BlockReport report(Dataset<Row> people, LinkSpec spec) {
        Column n = col("n");
        Column pairs = n.multiply(n.minus(1)).divide(2).cast("long");
        Column fits = n.leq(spec.largestBlock());
        WindowSpec rule = Window.partitionBy("rule");
        List<Row> rows = people.select(posexplode(col("keys")).as(new String[] {"rule", "key"}))
                .filter(col("key").isNotNull())
                .groupBy("rule", "key")
                .agg(count(lit(1)).as("n"))
                .filter(n.gt(1))
                .withColumn("pairs", sum(when(fits, pairs).otherwise(0L)).over(rule))
                .withColumn("blocks", count(lit(1)).over(rule))
                .withColumn("place", row_number().over(rule.orderBy(n.desc(), col("key"))))
                .filter(col("place").leq(WORST).or(fits.equalTo(false)))
                .orderBy("rule", "place")
                .collectAsList();
        List<BlockReport.Rule> rules = new ArrayList<>();
        for (int i = 0; i < spec.block().size(); i++) {
            int number = i;
            List<Row> own = rows.stream().filter(row -> row.getInt(0) == number).toList();
            rules.add(new BlockReport.Rule(
                    spec.block().get(i).text(),
                    own.isEmpty() ? 0 : own.get(0).getLong(3),
                    own.isEmpty() ? 0 : own.get(0).getLong(4),
                    own.stream()
                            .map(row -> new BlockReport.Worst(shown(row.getString(1)), row.getLong(2)))
                            .toList()));
        }
        Set<String> refused = new HashSet<>();
        rows.stream()
                .filter(row -> row.getLong(2) > spec.largestBlock())
                .forEach(row -> refused.add(row.getInt(0) + ":" + shown(row.getString(1))));
        return new BlockReport(List.copyOf(rules), spec.largestBlock(), Set.copyOf(refused));
    }

    /** People without the keys of blocks that are too large. */
    static Dataset<Row> without(Set<String> refused, Dataset<Row> people) {
        if (refused.isEmpty()) {
            return people;
        }
        UDF1<Seq<String>, String[]> kept = keys -> {
            String[] all = JavaConverters.seqAsJavaList(keys).toArray(String[]::new);
            for (int rule = 0; rule < all.length; rule++) {
                String key = all[rule];
                all[rule] = key == null || refused.contains(rule + ":" + shown(key)) ? null : key;
            }
            return all;
        };
        return people.withColumn(
                "keys",
                udf(kept, DataTypes.createArrayType(DataTypes.StringType)).apply(col("keys")));
    }

    /** {@code rule, people}: a row per block of two records and more, its people {@link Packed}. */
    static Dataset<Row> of(Dataset<Row> people) {
        return people.select(col("keys"), Packed.person().as("person"))
                .select(posexplode(col("keys")).as(new String[] {"rule", "key"}), col("person"))
                .filter(col("key").isNotNull())
                .groupBy("rule", "key")
                .agg(collect_list("person").as("people"))
                .filter(size(col("people")).gt(1))
                .select("rule", "people");
    }

    private static String shown(String key) {
        return key.replace('\u0001', '&');
    }
}
