package io.siyu.pipelines.credit;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.siyu.pipelines.attribution.Arm;
import io.siyu.pipelines.attribution.Lift;
import io.siyu.pipelines.attribution.SampleRatio;
import io.siyu.pipelines.step.Inputs;
import io.siyu.pipelines.step.Transform;
import java.sql.Date;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * What each campaign added beside its control group, {@code ads.campaign_lift}. Spark counts customers who did the same before and
 * afterwards; only these counts come here, in one order, so that equal rows give equal digits.
 */
public final class CampaignLift implements Transform {
    private static final double CONFIDENCE = 0.95;

    /** Parts of the groups as they were meant: one of ten is held out. */
    private static final double[] MEANT = {0.9, 0.1};

    private static final StructType SHAPE = StructType.fromDDL("campaign STRING, outcome STRING, sent_date DATE,"
            + " treated INT, held_out INT, ratio_chance DOUBLE, is_ratio_wrong BOOLEAN, treated_mean DOUBLE,"
            + " control_mean DOUBLE, lift DOUBLE, low DOUBLE, high DOUBLE, error DOUBLE, chance DOUBLE, theta DOUBLE,"
            + " error_raw DOUBLE, increments DOUBLE, cost_fen BIGINT, increment_cost_fen BIGINT");

    /** Customers of one arm who did the same. */
    private record Same(long orders, long netFen, long ordersBefore, long netBeforeFen, long customers) {}

    /** A number of a customer, and the same of the days before. */
    private enum Outcome {
        BUYER("buyer", 1, s -> s.orders > 0 ? 1 : 0, s -> s.ordersBefore > 0 ? 1 : 0),
        ORDERS("orders", 1, s -> s.orders, s -> s.ordersBefore),
        NET("net_fen", 100, s -> s.netFen, s -> s.netBeforeFen);

        private final String label;
        /** How many of it the cost is told for: a buyer, an order, a yuan. */
        private final double unit;

        private final ToDoubleFunction<Same> after;
        private final ToDoubleFunction<Same> before;

        Outcome(String label, double unit, ToDoubleFunction<Same> after, ToDoubleFunction<Same> before) {
            this.label = label;
            this.unit = unit;
            this.after = after;
            this.before = before;
        }

        Arm arm(String name, List<Same> cells) {
            return new Arm(name, each(cells, after), each(cells, before));
        }

        private static double[] each(List<Same> cells, ToDoubleFunction<Same> of) {
            return cells.stream()
                    .flatMapToDouble(cell ->
                            DoubleStream.generate(() -> of.applyAsDouble(cell)).limit(cell.customers))
                    .toArray();
        }
    }

    private record Campaign(Date sent, List<Same> treated, List<Same> heldOut) {}

    @Override
    public Dataset<Row> rows(Inputs in, Dates dates) {
        Dataset<Row> outcomes = in.table("dws.campaign_outcome");
        Map<String, Long> costs = new HashMap<>();
        in.table("dwd.campaign_cost")
                .select("campaign", "cost_fen")
                .collectAsList()
                .forEach(row -> costs.put(row.getString(0), row.getLong(1)));
        List<Row> rows = new ArrayList<>();
        campaigns(outcomes).forEach((name, campaign) -> {
            long treated = people(campaign.treated);
            long heldOut = people(campaign.heldOut);
            if (treated > 1 && heldOut > 1) {
                double ratio = SampleRatio.chance(new long[] {treated, heldOut}, MEANT);
                for (Outcome outcome : Outcome.values()) {
                    rows.add(row(name, campaign, outcome, ratio, costs.get(name)));
                }
            }
        });
        return outcomes.sparkSession().createDataFrame(rows, SHAPE);
    }

    private static Map<String, Campaign> campaigns(Dataset<Row> outcomes) {
        Column[] same = {
            col("campaign"),
            col("sent_date"),
            col("arm"),
            col("orders"),
            col("net_fen"),
            col("orders_before"),
            col("net_before_fen")
        };
        Map<String, Campaign> campaigns = new TreeMap<>();
        for (Row row : outcomes.groupBy(same).agg(count(lit(1))).orderBy(same).collectAsList()) {
            Campaign campaign = campaigns.computeIfAbsent(
                    row.getString(0), name -> new Campaign(row.getDate(1), new ArrayList<>(), new ArrayList<>()));
            (row.getString(2).equals("treated") ? campaign.treated : campaign.heldOut)
                    .add(new Same(row.getInt(3), row.getLong(4), row.getInt(5), row.getLong(6), row.getLong(7)));
        }
        return campaigns;
    }

    private static long people(List<Same> cells) {
        return cells.stream().mapToLong(Same::customers).sum();
    }

    private static Row row(String name, Campaign campaign, Outcome outcome, double ratio, @Nullable Long cost) {
        Arm treated = outcome.arm(name, campaign.treated);
        Arm heldOut = outcome.arm("held_out", campaign.heldOut);
        Lift lift = Lift.adjusted(treated, heldOut, CONFIDENCE);
        double each = cost == null ? Double.POSITIVE_INFINITY : lift.costPerIncrement(cost) * outcome.unit;
        return RowFactory.create(
                name,
                outcome.label,
                campaign.sent,
                lift.persons(),
                heldOut.outcome().length,
                ratio,
                ratio < SampleRatio.WRONG,
                lift.mean(),
                lift.controlMean(),
                lift.difference(),
                lift.low(),
                lift.high(),
                lift.error(),
                lift.chance(),
                lift.theta(),
                Lift.of(treated, heldOut, CONFIDENCE).error(),
                lift.increments(),
                cost,
                Double.isInfinite(each) ? null : Math.round(each));
    }
}
