package io.siyu.pipelines.identity.explain;

import static org.apache.spark.sql.functions.col;

import io.siyu.pipelines.plan.Definition;
import io.siyu.pipelines.step.Inputs;
import io.siyu.pipelines.step.Rows;
import io.siyu.pipelines.step.Transform;
import io.siyu.pipelines.store.Lake;
import io.siyu.warehouse.LandedColumns;
import io.siyu.warehouse.Layer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Leads a tie back to the landed row that shows it. Rows that hold the record's name are candidates; which of them it is, the
 * source's own SQL says ({@code dwd.id_<source>}): of halves the one of which it still makes that very sighting.
 */
record Origins(Published published) {
    private static final int MOST = 1_024;

    /** A row of {@code dwd.id_sighting} by its grain and turn. */
    private record Sighting(String source, String record, String slot, java.sql.Date saidOn, long turn) {
        boolean isIn(Dataset<Row> said) {
            return !said.where(col("source")
                            .equalTo(source)
                            .and(col("record").equalTo(record))
                            .and(col("slot").equalTo(slot))
                            .and(col("said_on").equalTo(saidOn))
                            .and(col("turn").equalTo(turn)))
                    .isEmpty();
        }
    }

    /** Origins by tie; a tie whose row is no longer landed has none, nor has a likely link. */
    Map<Tie, Origin> of(Collection<Tie> ties) {
        Map<Tie, Origin> origins = new HashMap<>();
        ties.stream()
                .filter(tie -> !tie.isLikely())
                .forEach(tie -> of(tie).ifPresent(origin -> origins.put(tie, origin)));
        return origins;
    }

    private Optional<Origin> of(Tie tie) {
        String[] evidence = tie.evidence().split("\\|", 2);
        Definition said = published.plan().definition("dwd.id_" + evidence[0]);
        List<Row> newest = published
                .rows("dwd.id_sighting")
                .where(col("source")
                        .equalTo(evidence[0])
                        .and(col("record").equalTo(evidence[1]))
                        .and(col("left_node").equalTo(Node.of(tie.left()).base()))
                        .and(col("right_node").equalTo(Node.of(tie.right()).base())))
                .orderBy(col("seen_at").desc_nulls_last(), col("said_on"), col("slot"))
                .limit(1)
                .select("slot", "said_on", "turn")
                .collectAsList();
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        Row row = newest.get(0);
        Sighting sighting = new Sighting(evidence[0], evidence[1], row.getString(0), row.getDate(1), row.getLong(2));
        return said.reads().stream()
                .filter(feed -> feed.startsWith(Layer.ODS.id() + "."))
                .flatMap(feed -> in(feed, said, sighting).stream())
                .findFirst();
    }

    private Optional<Origin> in(String feed, Definition said, Sighting sighting) {
        String name = Arrays.stream(sighting.record.split("\\|"))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        Dataset<Row> landed = published.rows(feed);
        List<Row> rows = landed.where(col(LandedColumns.RAW).contains(name))
                .orderBy(LandedColumns.FILE, LandedColumns.ROW_NO)
                .limit(MOST)
                .collectAsList();
        if (rows.isEmpty() || !isMadeOf(rows, landed, feed, said, sighting)) {
            return Optional.empty();
        }
        while (rows.size() > 1) {
            List<Row> half = rows.subList(0, rows.size() / 2);
            rows = isMadeOf(half, landed, feed, said, sighting) ? half : rows.subList(half.size(), rows.size());
        }
        Row origin = rows.get(0);
        return Optional.of(new Origin(
                feed, origin.getAs(LandedColumns.FILE), ((Number) origin.getAs(LandedColumns.ROW_NO)).longValue()));
    }

    private boolean isMadeOf(List<Row> rows, Dataset<Row> landed, String feed, Definition said, Sighting sighting) {
        Map<String, Dataset<Row>> inputs = new TreeMap<>();
        said.reads()
                .forEach(read -> inputs.put(
                        read,
                        Lake.empty(published.spark(), published.plan().catalog().table(read))));
        inputs.put(feed, published.spark().createDataFrame(rows, landed.schema()));
        Transform.Dates dates = new Transform.Dates(published.date(), LocalDate.EPOCH);
        return sighting.isIn(Rows.of(published.spark(), said, new Inputs(said.name(), inputs), dates));
    }
}
