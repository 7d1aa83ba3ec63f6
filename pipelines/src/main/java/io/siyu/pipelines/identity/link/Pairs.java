package io.siyu.pipelines.identity.link;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
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
final class Pairs {
    static final StructType SHAPE =
            StructType.fromDDL("l STRING, r STRING, rules BIGINT, pattern BIGINT, rarity BIGINT");

    private Pairs() {}

    /** @param blocks see {@link Blocks#of} */
    static Dataset<Row> of(Dataset<Row> blocks, Comparer comparer) {
        FlatMapFunction<Row, Row> compared = block -> {
            List<Person> people = sorted(block.getList(1));
            return compared(block.getInt(0), people, comparer).iterator();
        };
        return blocks.flatMap(compared, Encoders.row(SHAPE));
    }

    /** Packed people, in the order of their ids. */
    static List<Person> sorted(List<byte[]> packed) {
        List<Person> people =
                new ArrayList<>(packed.stream().map(Packed::unpacked).toList());
        Collections.sort(people);
        return people;
    }

    private static List<Row> compared(int rule, List<Person> people, Comparer comparer) {
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

    private static long rules(Person a, Person b) {
        long rules = 0;
        for (int rule = 0; rule < a.keys().length; rule++) {
            String key = a.keys()[rule];
            if (key != null && Objects.equals(key, b.keys()[rule])) {
                rules |= 1L << rule;
            }
        }
        return rules;
    }
}
