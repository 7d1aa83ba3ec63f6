package io.siyu.pipelines.identity.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Tells what blocking rules find from the sizes of their blocks: each partition its totals and its worst blocks. */
record BlockTally(int largest) implements MapPartitionsFunction<Row, Row> {
    private static final int WORST = 3;
    private static final StructType SHAPE =
            StructType.fromDDL("rule INT, pairs BIGINT, blocks BIGINT, key STRING, n BIGINT");

    private static final Comparator<BlockReport.Worst> LARGEST_FIRST = Comparator.comparing(
                    BlockReport.Worst::records, Comparator.reverseOrder())
            .thenComparing(BlockReport.Worst::key);

    /** @param sizes {@code rule, key, n} */
    static BlockReport report(Dataset<Row> sizes, LinkSpec spec) {
        TreeMap<Integer, Rule> rules = new TreeMap<>();
        BlockTally tally = new BlockTally(spec.largestBlock());
        sizes.select("rule", "key", "n")
                .mapPartitions(tally, Encoders.row(SHAPE))
                .collectAsList()
                .forEach(row -> {
                    Rule rule = rules.computeIfAbsent(row.getInt(0), any -> new Rule());
                    rule.pairs += row.getLong(1);
                    rule.blocks += row.getLong(2);
                    if (!row.isNullAt(3)) {
                        rule.worst.add(new BlockReport.Worst(row.getString(3), row.getLong(4)));
                    }
                });
        List<BlockReport.Rule> told = new ArrayList<>();
        Set<String> refused = new HashSet<>();
        for (int i = 0; i < spec.block().size(); i++) {
            Rule rule = rules.getOrDefault(i, new Rule());
            List<BlockReport.Worst> worst = tally.worst(rule.worst);
            for (BlockReport.Worst block : worst) {
                if (block.records() > spec.largestBlock()) {
                    refused.add(i + ":" + block.key());
                }
            }
            told.add(new BlockReport.Rule(spec.block().get(i).text(), rule.pairs, rule.blocks, worst));
        }
        return new BlockReport(List.copyOf(told), spec.largestBlock(), Set.copyOf(refused));
    }

    /** A key as people read it. */
    static String shown(String key) {
        return key.replace('\u0001', '&');
    }

    @Override
    public Iterator<Row> call(Iterator<Row> sizes) {
        TreeMap<Integer, Rule> rules = new TreeMap<>();
        while (sizes.hasNext()) {
            Row row = sizes.next();
            rules.computeIfAbsent(row.getInt(0), any -> new Rule()).add(row.getString(1), row.getLong(2), this);
        }
        List<Row> rows = new ArrayList<>();
        rules.forEach((number, rule) -> {
            rows.add(RowFactory.create(number, rule.pairs, rule.blocks, null, null));
            worst(rule.worst)
                    .forEach(block -> rows.add(RowFactory.create(number, 0L, 0L, block.key(), block.records())));
        });
        return rows.iterator();
    }

    /** The largest few, and all that are too large; the largest first. */
    private List<BlockReport.Worst> worst(List<BlockReport.Worst> blocks) {
        List<BlockReport.Worst> sorted = blocks.stream().sorted(LARGEST_FIRST).toList();
        long over = sorted.stream().filter(block -> block.records() > largest).count();
        return sorted.subList(0, (int) Math.min(sorted.size(), Math.max(WORST, over)));
    }

    /** What one rule finds. */
    private static final class Rule {
        private static final int MANY = 1000;

        private final List<BlockReport.Worst> worst = new ArrayList<>();
        private long pairs;
        private long blocks;
        private long least;

        void add(String key, long n, BlockTally tally) {
            blocks++;
            pairs += n <= tally.largest ? n * (n - 1) / 2 : 0;
            if (n >= least) {
                worst.add(new BlockReport.Worst(shown(key), n));
                if (worst.size() % MANY == 0) {
                    List<BlockReport.Worst> kept = tally.worst(worst);
                    worst.clear();
                    worst.addAll(kept);
                    least = kept.size() < WORST ? 0 : kept.get(WORST - 1).records();
                }
            }
        }
    }
}
