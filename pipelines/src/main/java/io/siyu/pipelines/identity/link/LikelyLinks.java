package io.siyu.pipelines.identity.link;

import io.siyu.pipelines.step.Inputs;
import io.siyu.pipelines.step.Transform;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Likely links between customers that no identifier ties, {@code dim.link_review}: what the night joins, what a person should
 * decide, what limits and decisions hold apart. Pairs that a strong edge ties and a limit parts are among the latter, weighed or
 * not. Without two records that share a blocking key it weighs no pair.
 */
public final class LikelyLinks implements Transform {
    private static final StructType SHAPE = StructType.fromDDL("left_node STRING, right_node STRING, status STRING,"
            + " weight_bits DOUBLE, probability DOUBLE, evidence STRING, reason STRING");
    private static final Path FILE = Path.of("link.yml");

    @Override
    public Dataset<Row> rows(Inputs in, Dates dates) {
        Dataset<Row> records = in.table("dim.link_record").localCheckpoint();
        List<Decided> decided = in.table("dim.id_decided").collectAsList().stream()
                .map(Decided::of)
                .toList();
        TreeMap<String, Row> rows = new TreeMap<>();
        List<Row> blocks = in.table("dim.link_block").collectAsList();
        if (blocks.stream().anyMatch(row -> row.getLong(2) > 0)) {
            LinkSpec how = spec(in, records).orElseThrow();
            Set<String> never =
                    decided.stream().filter(Decided::apart).map(Decided::pair).collect(Collectors.toSet());
            new Link(how, text -> {})
                    .find(records, never, Optional.of(BlockCounts.report(blocks, how.largestBlock())))
                    .map(Linked::lastVerdicts)
                    .orElse(List.of())
                    .forEach(verdict -> rows.put(Clusters.pair(verdict.l(), verdict.r()), row(verdict, decided)));
        }
        for (Row held : in.table("dim.link_held").collectAsList()) {
            String pair = Clusters.pair(held.getString(0), held.getString(1));
            rows.computeIfAbsent(pair, key -> held(held, pair, decided));
        }
        decided.stream().filter(Decided::refused).forEach(decision -> rows.put(decision.pair(), decision.row()));
        return records.sparkSession().createDataFrame(new ArrayList<>(rows.values()), SHAPE);
    }

    /** The spec of a house, when it has one. */
    static Optional<LinkSpec> spec(Inputs in, Dataset<Row> records) {
        return in.table("dim.link_spec").collectAsList().stream()
                .map(row -> LinkSpecReader.parse(row.getString(0), FILE, List.of(records.columns())))
                .findFirst();
    }

    /** A pair that a strong edge ties and nobody weighed. */
    private static Row held(Row held, String pair, List<Decided> decided) {
        Optional<String> said = apart(decided, pair);
        return RowFactory.create(
                held.getString(0),
                held.getString(1),
                said.isPresent() ? "decided_apart" : "held_apart",
                null,
                null,
                null,
                said.orElse(held.getString(2)));
    }

    private static Optional<String> apart(List<Decided> decided, String pair) {
        return decided.stream()
                .filter(decision -> decision.apart() && decision.pair().equals(pair))
                .map(Decided::text)
                .findFirst();
    }

    private static Row row(Verdict verdict, List<Decided> decided) {
        String reason = switch (verdict.fate()) {
            case LINKED -> null;
            case GREY -> "likely, but not likely enough";
            case HELD_APART -> "both have " + verdict.shared() + ", and one customer has one";
            case DECIDED_APART ->
                apart(decided, Clusters.pair(verdict.l(), verdict.r())).orElseThrow();
        };
        return RowFactory.create(
                verdict.l(),
                verdict.r(),
                verdict.fate().name().toLowerCase(java.util.Locale.ROOT),
                Math.round(verdict.weight() * 100) / 100.0,
                Math.round(verdict.probability() * 10_000) / 10_000.0,
                verdict.evidence(),
                reason);
    }
}
