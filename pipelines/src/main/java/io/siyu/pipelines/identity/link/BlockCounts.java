package io.siyu.pipelines.identity.link;

import io.siyu.pipelines.step.Inputs;
import io.siyu.pipelines.step.Transform;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * What each blocking rule will find, {@code dim.link_block}, before a pair is made: the pairs and blocks of the rule, its largest
 * blocks and those too large to be compared. A rule without a block has one row without a key.
 */
public final class BlockCounts implements Transform {
    private static final StructType SHAPE = StructType.fromDDL("rule_no INT, rule STRING, pairs BIGINT, blocks BIGINT,"
            + " place INT, block_key STRING, records BIGINT, is_left_out BOOLEAN");

    @Override
    public Dataset<Row> rows(Inputs in, Dates dates) {
        Dataset<Row> records = in.table("dim.link_record").localCheckpoint();
        List<Row> rows = new ArrayList<>();
        LikelyLinks.spec(in, records)
                .ifPresent(spec -> rows.addAll(rows(BlockTally.report(Blocks.sizes(People.of(records, spec)), spec))));
        return records.sparkSession().createDataFrame(rows, SHAPE);
    }

    private static List<Row> rows(BlockReport report) {
        List<Row> rows = new ArrayList<>();
        for (int rule = 0; rule < report.rules().size(); rule++) {
            BlockReport.Rule of = report.rules().get(rule);
            int place = 0;
            for (BlockReport.Worst block : of.worst()) {
                boolean out = report.refused().contains(rule + ":" + block.key());
                rows.add(RowFactory.create(
                        rule + 1, of.text(), of.pairs(), of.blocks(), ++place, block.key(), block.records(), out));
            }
            if (place == 0) {
                rows.add(RowFactory.create(rule + 1, of.text(), 0L, 0L, 0, null, 0L, false));
            }
        }
        return rows;
    }

    /** The report that rows of the table hold. */
    static BlockReport report(List<Row> rows, int largest) {
        TreeMap<Integer, List<Row>> rules = new TreeMap<>();
        rows.forEach(row ->
                rules.computeIfAbsent(row.getInt(0), key -> new ArrayList<>()).add(row));
        Set<String> refused = rows.stream()
                .filter(row -> row.getBoolean(7))
                .map(row -> (row.getInt(0) - 1) + ":" + row.getString(5))
                .collect(Collectors.toSet());
        return new BlockReport(rules.values().stream().map(BlockCounts::rule).toList(), largest, refused);
    }

    private static BlockReport.Rule rule(List<Row> rows) {
        Row first = rows.get(0);
        return new BlockReport.Rule(
                first.getString(1),
                first.getLong(2),
                first.getLong(3),
                rows.stream()
                        .filter(row -> row.getInt(4) > 0)
                        .sorted(java.util.Comparator.comparingInt(row -> row.getInt(4)))
                        .map(row -> new BlockReport.Worst(row.getString(5), row.getLong(6)))
                        .toList());
    }
}
