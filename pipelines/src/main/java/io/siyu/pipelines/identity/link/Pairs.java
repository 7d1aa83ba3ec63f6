package io.siyu.pipelines.identity.link;

import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Pairs of records that some blocking rule finds, each compared once: the lowest rule keeps it. {@code l, r, rules, pattern, rarity}
 * with {@code l < r}; {@code rules} has a bit for every rule that finds the pair.
 */
final class Pairs implements Serializable {
    static final StructType SHAPE =
            StructType.fromDDL("l STRING, r STRING, rules BIGINT, pattern BIGINT, rarity BIGINT");

    private final Set<String> refused;
    private final Comparer comparer;

    private Pairs(Set<String> refused, Comparer comparer) {
        this.refused = refused;
        this.comparer = comparer;
    }

    /**
     * Pairs of blocks that are not too large.
     *
     * @param blocks see {@link Blocks#of}
     * @param refused keys of blocks that are too large; see {@link BlockReport}
     */
    static Dataset<Row> of(Dataset<Row> blocks, Set<String> refused, Comparer comparer) {
        Pairs pairs = new Pairs(refused, comparer);
        FlatMapFunction<Row, Row> compared = block ->
                pairs.compared(block.getInt(0), sorted(block.getList(1))).iterator();
        return blocks.filter(col("people").isNotNull()).select("rule", "people").flatMap(compared, Encoders.row(SHAPE));
    }

    /** Packed people, in the order of their ids. */
    static List<Person> sorted(List<byte[]> packed) {
        List<Person> people =
                new ArrayList<>(packed.stream().map(Packed::unpacked).toList());
        Collections.sort(people);
        return people;
    }

    private List<Row> compared(int rule, List<Person> people) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            for (int j = i + 1; j < people.size(); j++) {
                Person a = people.get(i);
                Person b = people.get(j);
                long rules = rules(a, b);
                if (Long.numberOfTrailingZeros(rules) == rule) {
                    Comparer.Compared found = comparer.compare(a, b);
                    rows.add(RowFactory.create(a.id(), b.id(), rules, found.pattern(), found.rarity()));
                }
            }
        }
        return rows;
    }

    private long rules(Person a, Person b) {
        long rules = 0;
        for (int rule = 0; rule < a.keys().length; rule++) {
            String key = a.keys()[rule];
            if (key != null && Objects.equals(key, b.keys()[rule]) && !isRefused(rule, key)) {
                rules |= 1L << rule;
            }
        }
        return rules;
    }

    private boolean isRefused(int rule, String key) {
        return !refused.isEmpty() && refused.contains(rule + ":" + BlockTally.shown(key));
    }
}
