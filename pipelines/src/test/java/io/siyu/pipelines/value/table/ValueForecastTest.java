package io.siyu.pipelines.value.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.siyu.pipelines.TestSpark;
import io.siyu.pipelines.step.Inputs;
import io.siyu.pipelines.step.Transform;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** 300 customers, won in the last 400 days in three domains of which one buys faster, valued one by one and all together. */
class ValueForecastTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final String TRIALS =
            "select '%s' as measure, 90 as held_days, date'2026-%s' as origin_date, 'all' as slice,"
                    + " %s as is_published, '%s' as asked, 1000d as predicted, 0.1d as predicted_spread, %s as actual";

    private static Dataset<Row> values;
    private static Dataset<Row> forecast;
    private static Dataset<Row> byCohort;
    private static Dataset<Row> cohortForecast;

    @BeforeAll
    static void made() {
        Inputs in = new Inputs("ads.value_forecast", tables(TestSpark.session(), "Pareto/NBD"));
        Transform.Dates dates = new Transform.Dates(TODAY, TODAY);
        values = new CustomerValue().rows(in, dates).localCheckpoint();
        forecast = new ValueForecast().rows(in, dates).localCheckpoint();
        Inputs cohorts = new Inputs("ads.value_forecast", tables(TestSpark.session(), "Pareto/NBD by cohort"));
        byCohort = new CustomerValue().rows(cohorts, dates).localCheckpoint();
        cohortForecast = new ValueForecast().rows(cohorts, dates).localCheckpoint();
    }

    @Test
    void a_total_is_the_sum_of_what_each_customer_is_expected_to_do() {
        sums(values, forecast);
    }

    @Test
    void so_is_a_total_by_cohort() {
        sums(byCohort, cohortForecast);
    }

    @Test
    void who_was_won_in_a_fast_domain_is_expected_to_buy_more_by_cohort_only() {
        String pace = "round(avg(if(first_domain = 'private', cohort_pace, null)), 2)";
        String others = "round(avg(if(first_domain <> 'private', cohort_pace, null)), 2)";
        Row even = values.selectExpr(pace, others).head();
        assertThat(even.getDouble(0)).isEqualTo(1);
        assertThat(even.getDouble(1)).isEqualTo(1);
        Row cohorts = byCohort.selectExpr(pace, others).head();
        assertThat(cohorts.getDouble(0)).isGreaterThan(1.1);
        assertThat(cohorts.getDouble(1)).isLessThan(1);
        Row more = byCohort.as("c")
                .join(values.as("v"), "oneid")
                .where("c.cohort_pace > 1")
                .selectExpr("min(c.orders_90 - v.orders_90)")
                .head();
        assertThat(more.getDouble(0)).isPositive();
    }

    private static void sums(Dataset<Row> values, Dataset<Row> forecast) {
        for (int days : new int[] {30, 90, 180, 365}) {
            Row sum = values.selectExpr(
                            "count(*)", "sum(orders_%d)".formatted(days), "sum(spend_%d_fen)".formatted(days))
                    .head();
            Row total = company(forecast, days);
            assertThat(total.<Long>getAs("customers")).isEqualTo(sum.getLong(0)).isEqualTo(300);
            assertThat(total.<Double>getAs("orders") / sum.getDouble(1)).isCloseTo(1, within(1e-4));
            assertThat(total.<Long>getAs("spend_fen") / (double) sum.getLong(2)).isCloseTo(1, within(1e-4));
        }
    }

    @Test
    void parts_of_one_kind_are_all_customers_and_each_is_less_sure_than_all_together() {
        for (String kind : new String[] {"first_domain", "first_month"}) {
            Dataset<Row> parts = forecast.where("horizon_days = 90 and segment_kind = '" + kind + "'");
            Row sum = parts.selectExpr("sum(customers)", "sum(orders)", "sum(spend_fen)", "min(orders_own_spread)")
                    .head();
            Row all = company(forecast, 90);
            assertThat(sum.getLong(0)).isEqualTo(300);
            assertThat(sum.getDouble(1)).isCloseTo(all.<Double>getAs("orders"), within(1e-3));
            assertThat((double) sum.getLong(2)).isCloseTo(all.<Long>getAs("spend_fen"), within(20.0));
            assertThat(sum.getDouble(3)).isGreaterThan(all.<Double>getAs("orders_own_spread"));
        }
        assertThat(forecast.where("segment = 'earlier'").count()).isEqualTo(4);
        assertThat(forecast.where("segment = '2026-11'").count()).isEqualTo(4);
    }

    /** Three origins whose days have passed, each off by e^0.4: (3·(0.4² − 0.1²) + 3·0.15²) / 6, with room for 2.56 of the three. */
    @Test
    void the_period_is_learnt_from_published_origins_that_have_passed() {
        Row quarter = company(forecast, 90);
        assertThat(quarter.<Integer>getAs("origins")).isEqualTo(3);
        double apart = 1 + 140 / 90.0;
        double variance = (apart * (0.16 - 0.01) + 3 * 0.15 * 0.15) / (apart + 3);
        assertThat(quarter.<Double>getAs("spend_period_spread")).isCloseTo(Math.sqrt(variance), within(1e-6));
        assertThat(quarter.<Double>getAs("orders_period_spread")).isEqualTo(0.15);
        assertThat(company(forecast, 365).<Integer>getAs("origins")).isZero();
        assertThat(quarter.<Long>getAs("spend_low_fen")).isLessThan(quarter.<Long>getAs("spend_fen"));
        assertThat(quarter.<Long>getAs("spend_high_fen")).isGreaterThan(quarter.<Long>getAs("spend_fen"));
    }

    private static Row company(Dataset<Row> forecast, int days) {
        return forecast.where("segment_kind = 'company' and horizon_days = " + days)
                .head();
    }

    @Test
    void spend_follows_the_season_of_baskets_and_grows_with_the_days() {
        Row spent = values.selectExpr(
                        "sum(spend_90_fen) / sum(orders_90 * per_day_fen)",
                        "sum(spend_365_fen) / sum(orders_365 * per_day_fen)",
                        "count_if(spend_30_fen > spend_90_fen or spend_90_fen > spend_180_fen or spend_180_fen > spend_365_fen)",
                        "count_if(ltv_365_fen > spend_365_fen)")
                .head();
        assertThat(spent.getDouble(0)).isCloseTo(1, within(0.02));
        assertThat(spent.getDouble(1)).isBetween(0.6, 0.9);
        assertThat(spent.getLong(2)).isZero();
        assertThat(spent.getLong(3)).isZero();
    }

    /** From April to September baskets are half as large as else. */
    private static Dataset<Row> levels(SparkSession spark) {
        return spark.sql("select date'" + TODAY
                + "' as origin_date, day as calendar_date, if(month(day) between 4 and 9, 5000L, 10000L) as level_fen"
                + " from (select explode(sequence(date'2025-01-01', date'" + TODAY + "')) as day)");
    }

    private static Map<String, Dataset<Row>> tables(SparkSession spark, String asked) {
        RandomGenerator random = new Well19937c(11);
        List<Row> histories = new ArrayList<>();
        List<Row> purchases = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String oneid = "c" + i;
            int age = 1 + random.nextInt(400);
            LocalDate first = TODAY.minusDays(age);
            int repeats = 0;
            int recency = 0;
            @Nullable Integer longest = null;
            purchases.add(RowFactory.create(oneid, Date.valueOf(first), Date.valueOf(first), Date.valueOf(first)));
            int gap = i % 3 == 0 ? 25 : 75;
            for (int day = 1 + random.nextInt(gap);
                    day <= age && random.nextInt(6) > 0;
                    day += 1 + random.nextInt(gap)) {
                repeats++;
                longest = Math.max(longest == null ? 0 : longest, day - recency);
                recency = day;
                Date on = Date.valueOf(first.plusDays(day));
                purchases.add(RowFactory.create(oneid, on, on, Date.valueOf(first)));
            }
            String domain = new String[] {"private", "public", "referral"}[i % 3];
            long spend = (repeats + 1) * (5_000L + random.nextInt(30_000));
            histories.add(RowFactory.create(
                    oneid, Date.valueOf(TODAY), 0, domain, repeats, recency, age, spend, spend, longest, 0, 0L));
        }
        String trials = String.join(
                " union all ",
                TRIALS.formatted("spend", "03-01", true, asked, 1000 * Math.exp(0.4) + "d"),
                TRIALS.formatted("spend", "05-10", true, asked, 1000 * Math.exp(-0.4) + "d"),
                TRIALS.formatted("spend", "07-19", true, asked, 1000 * Math.exp(0.4) + "d"),
                TRIALS.formatted("spend", "09-20", true, asked, "1d"),
                TRIALS.formatted("spend", "07-19", false, asked, "1d"));
        return Map.of(
                "dws.customer_history",
                spark.createDataFrame(
                        histories,
                        StructType.fromDDL(
                                "oneid STRING, origin_date DATE, held_days INT, first_domain STRING, repeats INT,"
                                        + " recency_days INT, age_days INT, spend_fen BIGINT, levelled_fen BIGINT,"
                                        + " longest_gap_days INT, later_days INT, later_fen BIGINT")),
                "dws.customer_purchase",
                spark.createDataFrame(
                        purchases,
                        StructType.fromDDL("oneid STRING, purchase_date DATE, moved_on DATE, first_date DATE")),
                "dws.value_trial",
                spark.sql(trials),
                "dws.basket_level",
                levels(spark),
                "dim.date",
                spark.sql(
                        "select date'2026-06-18' as calendar_date, null as holiday, '618' as festival, true as is_festival_day"));
    }
}
