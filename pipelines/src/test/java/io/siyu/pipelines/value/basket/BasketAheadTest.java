package io.siyu.pipelines.value.basket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.siyu.pipelines.value.clock.Clock;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class BasketAheadTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

    @Test
    void baskets_stay_as_they_are_until_a_year_is_known() {
        LocalDate origin = LocalDate.of(2025, 6, 30);
        BasketAhead ahead = BasketAhead.of(levels(origin, BasketAheadTest::season), origin, Clock.EVEN);
        assertThat(ahead.isLevel(180)).isTrue();
        assertThat(ahead.step(5)).isEqualTo(1);
        assertThat(ahead.step(7)).isCloseTo(7000 / 4000.0, within(1e-9));
        assertThat(BasketAhead.of(new TreeMap<>(), origin, Clock.EVEN)).isEqualTo(BasketAhead.LEVEL);
    }

    @Test
    void they_are_as_they_were_a_year_before() {
        LocalDate origin = LocalDate.of(2026, 7, 31);
        BasketAhead ahead = BasketAhead.of(levels(origin, BasketAheadTest::season), origin, Clock.EVEN);
        assertThat(ahead.step(0)).isCloseTo(1, within(1e-9));
        assertThat(ahead.step(3)).isCloseTo(7000 / 4000.0, within(1e-9));
        assertThat(ahead.isLevel(30)).isTrue();
        assertThat(ahead.isLevel(90)).isFalse();
    }

    @Test
    void and_larger_by_how_much_they_have_grown_since() {
        LocalDate origin = LocalDate.of(2026, 7, 31);
        BasketAhead same = BasketAhead.of(levels(origin, BasketAheadTest::season), origin, Clock.EVEN);
        BasketAhead grown = BasketAhead.of(
                levels(origin, day -> season(day) * (day.getYear() == 2026 ? 2 : 1)), origin, Clock.EVEN);
        assertThat(grown.step(3)).isCloseTo(same.step(3), within(1e-9));
    }

    @Test
    void a_share_is_that_of_the_purchases_and_what_is_spent_grows_with_the_days() {
        BasketAhead ahead = new BasketAhead(java.util.List.of(1.0, 0.25));
        assertThat(ahead.share(30, days -> days)).isEqualTo(1);
        assertThat(ahead.share(60, days -> days)).isEqualTo(0.625);
        assertThat(ahead.share(60, days -> days <= 30 ? days : 30)).isEqualTo(1);
        assertThat(ahead.share(60, days -> 0)).isEqualTo(1);
    }

    private static double season(LocalDate day) {
        return day.getMonthValue() >= 4 && day.getMonthValue() <= 9 ? 4000 : 7000;
    }

    private static SortedMap<LocalDate, Double> levels(LocalDate last, ToDoubleFunction<LocalDate> level) {
        SortedMap<LocalDate, Double> levels = new TreeMap<>();
        FIRST.datesUntil(last.plusDays(1)).forEach(day -> levels.put(day, level.applyAsDouble(day)));
        return levels;
    }
}
