package io.siyu.pipelines.bench;

import java.sql.Date;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Purchases for measurements, over three years, of processes that no fitted model assumes: rates are log-normal, gaps come in bursts
 * (Weibull of shape 0.8), a sixth of the customers never leaves and the others do early (Weibull of shape 0.7, mean 380 days), purchases
 * wait for Saturdays and for 11.11, and one amount of a hundred has a Pareto tail.
 */
final class ValueWorld {
    /** The last day that has purchases. */
    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private static final StructType SHAPE = StructType.fromDDL("customer BIGINT, day DATE, amount BIGINT");
    private static final long SEED = 20261120;
    private static final int DAYS = 1095;
    private static final LocalDate FIRST = TODAY.minusDays(DAYS - 1L);
    private static final double STAYS = 1 / 6.0;
    private static final double WAITS = 0.3;
    private static final MonthDay SINGLES = MonthDay.of(11, 11);
    private static final int RUN_UP = 20;

    private final SparkSession spark;

    ValueWorld(SparkSession spark) {
        this.spark = spark;
    }

    /**
     * Purchases, {@code customer BIGINT, day DATE, amount BIGINT} in fen, drawn customer by customer.
     *
     * @param processes distinct courses of purchases; with fewer than there are customers, several customers have the same one
     */
    Dataset<Row> purchases(long customers, long processes) {
        FlatMapFunction<Long, Row> drawn =
                customer -> of(customer, customer % processes).iterator();
        return spark.range(customers).as(Encoders.LONG()).flatMap(drawn, Encoders.row(SHAPE));
    }

    private static List<Row> of(long customer, long process) {
        SplittableRandom random = new SplittableRandom(SEED + process);
        double gap = Math.max(2, Math.exp(Math.log(90) + 1.1 * random.nextGaussian()));
        double usual = Math.exp(Math.log(20_000) + 0.7 * random.nextGaussian());
        double at = DAYS * random.nextDouble();
        double until = random.nextDouble() < STAYS ? DAYS : at + 300 * weibull(random, 0.7);
        List<Row> purchases = new ArrayList<>();
        for (boolean isFirst = true; at < DAYS && (isFirst || at < until); isFirst = false) {
            LocalDate day = waited(random, FIRST.plusDays((long) at));
            if (!day.isAfter(TODAY)) {
                purchases.add(RowFactory.create(customer, Date.valueOf(day), amount(random, usual)));
            }
            at += gap * weibull(random, 0.8) / 1.133;
        }
        return purchases;
    }

    private static LocalDate waited(SplittableRandom random, LocalDate day) {
        if (random.nextDouble() >= WAITS) {
            return day;
        }
        LocalDate singles = SINGLES.atYear(day.getYear());
        return day.isBefore(singles) && day.isAfter(singles.minusDays(RUN_UP))
                ? singles
                : day.plusDays(Math.floorMod(
                        DayOfWeek.SATURDAY.getValue() - day.getDayOfWeek().getValue(), 7));
    }

    private static long amount(SplittableRandom random, double usual) {
        double amount = usual * Math.exp(0.6 * random.nextGaussian());
        double tail = random.nextDouble() < 0.01 ? Math.pow(1 - random.nextDouble(), -1 / 1.5) : 1;
        return Math.max(1, Math.round(amount * tail));
    }

    /** Of scale 1. */
    private static double weibull(SplittableRandom random, double shape) {
        return Math.pow(-Math.log(1 - random.nextDouble()), 1 / shape);
    }
}
