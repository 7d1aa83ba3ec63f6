package io.siyu.pipelines.value.basket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Random;
import java.util.SortedMap;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class BasketDaysTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 10, 1);
    private static final int DAYS = 300;

    @Test
    void where_four_weeks_differ_by_chance_alone_levels_stay_near_the_mean() {
        BasketDays days = new BasketDays();
        double widest = 0;
        double count = 0;
        double sum = 0;
        double[][] drawn = drawn(10, day -> 5000, 7);
        for (int day = 0; day < DAYS; day++) {
            days.add(FIRST.plusDays(day), drawn[day][0], drawn[day][1], drawn[day][2]);
        }
        for (int from = 0; from + 28 <= DAYS; from += 28) {
            double window = 0;
            for (int day = from; day < from + 28; day++) {
                window += drawn[day][1];
                count += drawn[day][0];
                sum += drawn[day][1];
            }
            widest = Math.max(widest, Math.abs(window / 280 - 5000));
        }
        double mean = sum / count;
        SortedMap<LocalDate, Double> levels = days.levels(FIRST.plusDays(DAYS - 1));
        double apart = widest / 2;
        assertThat(widest).isGreaterThan(400);
        assertThat(levels.values())
                .hasSize(DAYS)
                .allSatisfy(level -> assertThat(level).isCloseTo(mean, within(apart)));
    }

    @Test
    void a_season_sets_the_level_of_its_days_and_within_two_weeks_that_of_the_origin() {
        BasketDays days = new BasketDays();
        double[][] drawn = drawn(60, day -> day < 180 ? 7500 : 4400, 11);
        for (int day = 0; day < DAYS; day++) {
            days.add(FIRST.plusDays(day), drawn[day][0], drawn[day][1], drawn[day][2]);
        }
        SortedMap<LocalDate, Double> levels = days.levels(FIRST.plusDays(DAYS - 1));
        assertThat(levels.get(FIRST.plusDays(165))).isCloseTo(7500, within(400.0));
        assertThat(levels.get(FIRST.plusDays(180))).isBetween(5000.0, 7000.0);
        assertThat(levels.get(FIRST.plusDays(195))).isCloseTo(4400, within(300.0));
        LocalDate soon = FIRST.plusDays(194);
        assertThat(days.levels(soon).get(soon)).isCloseTo(4400, within(500.0));
    }

    @Test
    void nothing_after_the_origin_has_a_part_in_its_levels() {
        BasketDays until = new BasketDays();
        BasketDays beyond = new BasketDays();
        double[][] drawn = drawn(20, day -> day < 100 ? 3000 : 9000, 3);
        for (int day = 0; day < DAYS; day++) {
            beyond.add(FIRST.plusDays(day), drawn[day][0], drawn[day][1], drawn[day][2]);
            if (day < 150) {
                until.add(FIRST.plusDays(day), drawn[day][0], drawn[day][1], drawn[day][2]);
            }
        }
        LocalDate origin = FIRST.plusDays(149);
        assertThat(beyond.levels(origin)).hasSize(150).isEqualTo(until.levels(origin));
    }

    @Test
    void days_without_purchases_have_a_level_and_nobody_gives_none() {
        BasketDays days = new BasketDays();
        assertThat(days.levels(FIRST)).isEmpty();
        days.add(FIRST, 2, 300, 50000);
        assertThat(days.levels(FIRST.minusDays(1))).isEmpty();
        assertThat(days.levels(FIRST.plusDays(200)))
                .hasSize(201)
                .allSatisfy((day, level) -> assertThat(level).isEqualTo(150));
    }

    /** Counts, sums and squares by day: amounts that are exponential around a mean. */
    private static double[][] drawn(int count, IntToDoubleFunction mean, long seed) {
        Random random = new Random(seed);
        double[][] days = new double[DAYS][3];
        for (int day = 0; day < DAYS; day++) {
            days[day][0] = count;
            for (int i = 0; i < count; i++) {
                double fen = -mean.applyAsDouble(day) * Math.log(1 - random.nextDouble());
                days[day][1] += fen;
                days[day][2] += fen * fen;
            }
        }
        return days;
    }
}
