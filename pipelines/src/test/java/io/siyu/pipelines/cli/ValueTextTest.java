package io.siyu.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ValueTextTest {
    private static final String SHAPE =
            "oneid STRING, first_domain STRING, repeats INT, recency_days INT, age_days INT,"
                    + " spend_fen BIGINT, model STRING, reason STRING, cohort_pace DOUBLE, alive DOUBLE, orders_30 DOUBLE, orders_90 DOUBLE,"
                    + " orders_180 DOUBLE, orders_365 DOUBLE, orders_90_low INT, orders_90_high INT, orders_365_low INT,"
                    + " orders_365_high INT, per_day_fen BIGINT, prior_share DOUBLE, spend_30_fen BIGINT, spend_90_fen BIGINT,"
                    + " spend_180_fen BIGINT, spend_365_fen BIGINT, spend_365_low_fen BIGINT, spend_365_high_fen BIGINT,"
                    + " ltv_30_fen BIGINT, ltv_90_fen BIGINT, ltv_180_fen BIGINT, ltv_365_fen BIGINT,"
                    + " if_bought_ltv_365_fen BIGINT, if_silent_ltv_365_fen BIGINT, next_from_date DATE,"
                    + " next_to_date DATE, previous_ltv_365_fen BIGINT, months_falling INT,"
                    + " longest_gap_days INT";

    @Test
    void a_stranger_reads_what_is_expected_and_why() {
        List<String> lines = text("NBD", "too_few_customers", null, 21988L, 0);
        assertThat(lines)
                .contains(
                        "Customer c1: worth 360.54 yuan in the next 365 days (一年价值).",
                        "  2026-11-10  public (公域)  100.00",
                        "  2 purchase days (购买天数) in 50 days, 300.00 yuan net of refunds (净消费);"
                                + " first bought: private (私域)",
                        "Next purchase (下次购买): one in four by 2026-12-30, three in four by later than a year from now.",
                        "  who first bought where and when he did buys 1.25 times as often as all (同群购买节奏)",
                        "  P(alive) (存活概率): not told; see the reason",
                        "  a purchase today (今日购买): 540.81 yuan, +180.27",
                        "  no purchase for 90 days more (再沉默90天): 267.16 yuan, -93.38, as of then",
                        "Trend (趋势): 219.88 yuan at the last month end, 360.54 now; it did not fall in the last whole month."
                                + " Silent (沉默) for 10 days; the longest gap before (最长间隔) was 40.")
                .doesNotContain("  2026-10-01  private (私域)  220.00");
        assertThat(lines).anyMatch(line -> line.contains("too few customers to fit a model"));
    }

    @Test
    void where_leaving_is_seen_it_is_told_and_a_fall_too() {
        List<String> lines = text("Pareto/NBD", "identified", 0.4321, null, 2);
        assertThat(lines)
                .contains(
                        "  P(alive) (存活概率): 0.43",
                        "Trend (趋势): no purchase yet at the last month end; it fell for 2 months in a row (连续下降)."
                                + " Silent (沉默) for 10 days; the longest gap before (最长间隔) was 40.");
    }

    private static List<String> text(
            String model, String reason, @Nullable Double alive, @Nullable Long previous, int falling) {
        Row value = new GenericRowWithSchema(
                new Object[] {
                    "c1",
                    "private",
                    1,
                    40,
                    50,
                    30000L,
                    model,
                    reason,
                    1.25,
                    alive,
                    0.233,
                    0.699,
                    1.3981,
                    2.835,
                    0,
                    2,
                    0,
                    6,
                    13333L,
                    0.3333,
                    3107L,
                    9320L,
                    18641L,
                    37799L,
                    0L,
                    93794L,
                    3095L,
                    9212L,
                    18209L,
                    36054L,
                    54081L,
                    26716L,
                    Date.valueOf("2026-12-30"),
                    null,
                    previous,
                    falling,
                    40
                },
                StructType.fromDDL(SHAPE));
        return new ValueText(value, List.of(day("2026-10-01", "private", 22000), day("2026-11-10", "public", 10000)), 1)
                .lines();
    }

    private static Row day(String day, @Nullable String domain, long fen) {
        return org.apache.spark.sql.RowFactory.create(day, domain, fen);
    }
}
