package io.siyu.pipelines.value.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.siyu.pipelines.value.clock.DayNames.Name;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ClockTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate ORIGIN = LocalDate.of(2026, 9, 30);

    @Test
    void days_that_are_alike_are_a_seventh_of_a_week() {
        assertThat(Clock.EVEN.weeks(FIRST, FIRST.plusDays(38))).isEqualTo(38 / 7.0);
        assertThat(Clock.EVEN.weight(ORIGIN)).isEqualTo(1);
        assertThat(Clock.EVEN.isEven()).isTrue();
    }

    @Test
    void time_passes_by_the_weights_of_days_and_by_one_where_none_is_given() {
        Clock clock = Clock.of(FIRST, 2, 0, 3);
        assertThat(clock.days(FIRST, FIRST.plusDays(2))).isEqualTo(3);
        assertThat(clock.days(FIRST.minusDays(2), FIRST)).isEqualTo(3);
        assertThat(clock.days(FIRST.plusDays(1), FIRST.plusDays(4))).isEqualTo(5);
        assertThat(clock.weight(FIRST.plusDays(2))).isEqualTo(3);
        assertThat(clock.passed(FIRST, FIRST.plusDays(3))).containsExactly(2.0, 2.0, 5.0, 6.0);
    }

    @Test
    void a_festival_and_a_weekend_are_found_and_the_next_festival_is_as_long_as_the_last() {
        Name festival = new Name("festival", "618");
        Map<LocalDate, Name> names = new TreeMap<>();
        names.put(LocalDate.of(2026, 6, 18), festival);
        names.put(LocalDate.of(2027, 6, 18), festival);
        ClockFit fit = ClockFit.of(counts(), new DayNames(names), ORIGIN, 365);
        assertThat(fit.named().get(festival)).isBetween(3.3, 4.1);
        assertThat(fit.weekdays().get(5) / fit.weekdays().get(0)).isCloseTo(2, within(0.15));
        Clock clock = fit.clock();
        LocalDate seen = LocalDate.of(2026, 6, 18);
        LocalDate next = LocalDate.of(2027, 6, 18);
        assertThat(clock.weight(next) / clock.weight(next.plusDays(7)))
                .isCloseTo(fit.named().get(festival), within(1e-9));
        assertThat(clock.weight(seen) / clock.weight(seen.plusDays(7)))
                .isCloseTo(fit.named().get(festival), within(1e-9));
        assertThat(clock.days(FIRST, ORIGIN)).isCloseTo(272, within(1.5));
    }

    @Test
    void what_comes_after_an_origin_changes_nothing() {
        CohortDays more = counts();
        more.add(FIRST, ORIGIN.plusDays(1), 10_000);
        ClockFit fit = ClockFit.of(counts(), DayNames.NONE, ORIGIN, 30);
        assertThat(ClockFit.of(more, DayNames.NONE, ORIGIN, 30).weekdays()).isEqualTo(fit.weekdays());
    }

    @Test
    void a_name_never_seen_is_in_part_like_others_of_its_kind() {
        Map<LocalDate, Name> names = new TreeMap<>();
        names.put(LocalDate.of(2026, 6, 18), new Name("festival", "618"));
        LocalDate eleven = LocalDate.of(2026, 11, 11);
        names.put(eleven, new Name("festival", "1111"));
        Clock clock = ClockFit.of(counts(), new DayNames(names), ORIGIN, 90).clock();
        assertThat(clock.weight(eleven) / clock.weight(eleven.plusDays(7))).isBetween(1.7, 2.1);
    }

    @Test
    void with_too_little_to_tell_days_are_alike() {
        CohortDays few = new CohortDays();
        few.add(FIRST, FIRST, 5);
        few.add(FIRST, FIRST.plusDays(3), 99);
        assertThat(ClockFit.of(few, DayNames.NONE, ORIGIN, 30).clock().isEven()).isTrue();
        assertThat(ClockFit.of(new CohortDays(), DayNames.NONE, ORIGIN, 30)
                        .clock()
                        .isEven())
                .isTrue();
    }

    /** 100 customers a day for half a year, one in fifty of them buying on a weekday, twice as many at weekends, four times on 18 June. */
    private static CohortDays counts() {
        CohortDays counts = new CohortDays();
        for (LocalDate first = FIRST; first.isBefore(LocalDate.of(2026, 7, 1)); first = first.plusDays(1)) {
            counts.add(first, first, 100);
            for (LocalDate day = first.plusDays(1); !day.isAfter(ORIGIN); day = day.plusDays(1)) {
                boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
                boolean festive = day.equals(LocalDate.of(2026, 6, 18));
                counts.add(first, day, (weekend ? 4 : 2) * (festive ? 4 : 1));
            }
        }
        return counts;
    }
}
