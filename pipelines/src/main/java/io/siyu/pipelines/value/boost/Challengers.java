package io.siyu.pipelines.value.boost;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.sum;

import io.siyu.pipelines.value.boost.Scored.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * The two boosted challengers over all spans: a boosted Poisson model of purchase days, and a two-part model of spend.
 *
 * @param scored of each span that had customers enough to learn from
 * @param leftOut why there are none; empty where there are some
 */
public record Challengers(List<Scored> scored, Optional<String> leftOut) {
    /** About so many customers are learned from, whatever their number. */
    private static final int MOST_CUSTOMERS = 50_000;

    private static final Column MOVES = expr("sort_array(collect_list(struct(unix_date(moved_on) as moved,"
            + " unix_date(purchase_date) as bought, domain, net_fen as fen))) as moves");

    /**
     * Trains and asks.
     *
     * @param purchases {@code dws.customer_purchase}
     * @param spans a model is trained for each of them
     */
    public static Challengers of(Dataset<Row> purchases, List<Span> spans) {
        if (Trees.missing().isPresent()) {
            return new Challengers(List.of(), Trees.missing());
        }
        Dataset<Row> customers = purchases
                .groupBy("oneid")
                .agg(MOVES)
                .select(expr("xxhash64(oneid)").as("hash"), col("moves"))
                .localCheckpoint();
        List<SpanTrees> trees = trained(customers, spans);
        if (trees.isEmpty()) {
            String few =
                    "no origin had " + Sample.LEAST_CUSTOMERS + " customers as long before it as was held out, and "
                            + Sample.LEAST_BUYERS + " of them who came back";
            return new Challengers(List.of(), Optional.of(few));
        }
        return new Challengers(asked(customers, trees), Optional.empty());
    }

    private static List<SpanTrees> trained(Dataset<Row> customers, List<Span> spans) {
        double share = MOST_CUSTOMERS / (double) Math.max(MOST_CUSTOMERS, customers.count());
        List<List<byte[]>> parts = new ArrayList<>();
        spans.forEach(span -> parts.add(new ArrayList<>()));
        customers
                .mapPartitions(new TakeSample(spans, share), Encoders.row(TakeSample.SHAPE))
                .collectAsList()
                .forEach(row -> parts.get(row.getInt(0)).add(row.getAs(1)));
        return IntStream.range(0, spans.size())
                .parallel()
                .mapToObj(i -> trained(spans.get(i), Sample.of(parts.get(i))))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @org.jspecify.annotations.Nullable SpanTrees trained(Span span, Sample sample) {
        return sample.isEnough() ? SpanTrees.of(span, sample) : null;
    }

    private static List<Scored> asked(Dataset<Row> customers, List<SpanTrees> trees) {
        Broadcast<List<SpanTrees>> shared = JavaSparkContext.fromSparkContext(
                        customers.sparkSession().sparkContext())
                .broadcast(trees);
        String[] names = Tally.SHAPE.fieldNames();
        Column[] keys = Arrays.stream(names, 0, Tally.KEYS)
                .map(org.apache.spark.sql.functions::col)
                .toArray(Column[]::new);
        Column[] sums = Arrays.stream(names, Tally.KEYS, names.length)
                .map(name -> sum(name).as(name))
                .toArray(Column[]::new);
        TreeMap<Integer, Scored> scored = new TreeMap<>();
        for (int i = 0; i < trees.size(); i++) {
            scored.put(i, new Scored(trees.get(i).span(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
        }
        customers
                .mapPartitions(new AskTrees(shared), Encoders.row(Tally.SHAPE))
                .groupBy(keys)
                .agg(sums[0], Arrays.copyOfRange(sums, 1, sums.length))
                .orderBy(keys)
                .collectAsList()
                .forEach(row -> {
                    Scored span = Objects.requireNonNull(scored.get(row.getInt(0)));
                    List.of(span.days(), span.daysSpend(), span.spend())
                            .get(row.getInt(1))
                            .add(Cell.of(row));
                });
        shared.destroy();
        return List.copyOf(scored.values());
    }
}
