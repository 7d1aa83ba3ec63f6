package io.siyu.pipelines.value.boost;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FeaturesTest {
    private static final int DAY = (int) LocalDate.of(2026, 6, 30).toEpochDay();

    /** Bought on 2 March, 1 June and 21 June; on 11 June half of the second purchase went back, on 5 July all of the third. */
    private static final Purchases ONE = new Purchases(
            1,
            new int[] {DAY - 120, DAY - 29, DAY - 19, DAY - 9, DAY + 5},
            new int[] {DAY - 120, DAY - 29, DAY - 29, DAY - 9, DAY - 9},
            new String[] {"public", "private", "", "private", ""},
            new long[] {10_000, 20_000, -10_000, 30_000, -30_000});

    @Test
    void features_are_those_of_the_day_on_which_they_are_asked_for() {
        assertThat(at("repeats")).isEqualTo(2);
        assertThat(at("recency_days")).isEqualTo(111);
        assertThat(at("age_days")).isEqualTo(120);
        assertThat(at("silent_days")).isEqualTo(9);
        assertThat(at("spend_fen")).isEqualTo(50_000);
        assertThat(at("last_fen")).isEqualTo(30_000);
        assertThat(at("bought_30")).isEqualTo(2);
        assertThat(at("spend_30_fen")).isEqualTo(40_000);
        assertThat(at("bought_365")).isEqualTo(3);
        assertThat(at("mean_gap")).isEqualTo(55.5f);
        assertThat(at("gap_deviation")).isEqualTo(35.5f);
        assertThat(at("refund_share")).isEqualTo(1 / 6f);
        assertThat(at("first_domain")).isEqualTo(1);
        assertThat(at("private_share")).isEqualTo(2 / 3f);
        assertThat(at("first_month")).isEqualTo(3);
    }

    @Test
    void who_had_not_bought_by_the_day_has_none() {
        assertThat(Features.write(ONE, DAY - 121, new float[Features.SIZE], 0)).isFalse();
    }

    @Test
    void what_came_later_is_counted_without_what_went_back_of_earlier_purchases() {
        assertThat(ONE.laterDays(DAY - 30, 30)).isEqualTo(2);
        assertThat(ONE.laterFen(DAY - 30, 30)).isEqualTo(40_000);
        assertThat(ONE.laterFen(DAY - 30, 60)).isEqualTo(10_000);
        assertThat(ONE.laterFen(DAY, 30)).isZero();
    }

    private static float at(String name) {
        float[] features = new float[Features.SIZE];
        assertThat(Features.write(ONE, DAY, features, 0)).isTrue();
        return features[Features.NAMES.indexOf(name)];
    }
}
