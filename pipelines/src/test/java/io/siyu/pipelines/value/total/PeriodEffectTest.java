package io.siyu.pipelines.value.total;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.siyu.pipelines.value.total.PeriodEffect.Past;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

class PeriodEffectTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    @Test
    void before_anything_came_true_a_total_may_be_off_by_a_quarter() {
        PeriodEffect effect = PeriodEffect.of(List.of(), 90);
        assertThat(effect.spread()).isEqualTo(PeriodEffect.BEFORE);
        TotalRange range = effect.around(1000, 0);
        assertThat(range.quantile(0.5)).isCloseTo(1000, within(1e-6));
        assertThat(range.quantile(0.1)).isCloseTo(782, within(1.0));
        assertThat(range.quantile(0.9)).isCloseTo(1279, within(1.0));
        assertThat(range.rank(range.quantile(0.9))).isCloseTo(0.9, within(1e-9));
    }

    @Test
    void what_chance_and_fit_explain_is_not_the_periods() {
        List<Past> past = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            past.add(new Past(
                    FIRST.plusDays(90L * i), 1000, 0.2, i % 2 == 0 ? 1000 * Math.exp(0.2) : 1000 * Math.exp(-0.2)));
        }
        assertThat(PeriodEffect.of(past, 90).spread()).isCloseTo(0.15 * Math.sqrt(3 / 43.0), within(1e-9));
    }

    @Test
    void origins_whose_days_overlap_count_as_many_as_have_room() {
        List<Past> past = new ArrayList<>();
        for (int i = 0; i <= 9; i++) {
            past.add(new Past(FIRST.plusDays(10L * i), 1000, 0, 1000));
        }
        assertThat(PeriodEffect.of(past, 90).freedom()).isEqualTo(2 + PeriodEffect.PRIOR);
        assertThat(PeriodEffect.of(past.subList(0, 1), 90).freedom()).isEqualTo(1 + PeriodEffect.PRIOR);
    }

    @Test
    void a_total_that_came_to_nothing_counts_as_a_tenth_and_one_that_was_not_expected_is_left_out() {
        PeriodEffect nothing = PeriodEffect.of(List.of(new Past(FIRST, 1000, 0, 0)), 90);
        PeriodEffect tenth = PeriodEffect.of(List.of(new Past(FIRST, 1000, 0, 100)), 90);
        assertThat(nothing.spread()).isCloseTo(tenth.spread(), within(1e-12));
        assertThat(PeriodEffect.of(List.of(new Past(FIRST, 0, 0, 100)), 90).freedom())
                .isEqualTo(PeriodEffect.PRIOR);
        assertThat(new TotalRange(0, 0.1, 3).quantile(0.9)).isZero();
    }

    /** 2,000 shops: each has its own bias and scatter of periods, ten origins apart, the last of them asked about. */
    @Test
    void intervals_hold_at_their_rate_over_shops_whose_periods_scatter() {
        RandomGenerator random = new Well19937c(3);
        int[] within = new int[3];
        int shops = 2_000;
        for (int shop = 0; shop < shops; shop++) {
            double bias = 0.05 * random.nextGaussian();
            double scatter = 0.05 + 0.15 * random.nextDouble();
            List<Past> past = new ArrayList<>();
            for (int i = 0; i < 9; i++) {
                past.add(new Past(FIRST.plusDays(90L * i), 1000, 0.02, came(random, bias, scatter)));
            }
            double rank = PeriodEffect.of(past, 90).around(1000, 0.02).rank(came(random, bias, scatter));
            double off = Math.abs(rank - 0.5);
            within[0] += off <= 0.25 ? 1 : 0;
            within[1] += off <= 0.4 ? 1 : 0;
            within[2] += off <= 0.475 ? 1 : 0;
        }
        assertThat(within[0] / (double) shops).isBetween(0.48, 0.60);
        assertThat(within[1] / (double) shops).isBetween(0.78, 0.88);
        assertThat(within[2] / (double) shops).isBetween(0.94, 0.985);
    }

    private static double came(RandomGenerator random, double bias, double scatter) {
        return 1000 * Math.exp(bias + scatter * random.nextGaussian() + 0.02 * random.nextGaussian());
    }
}
