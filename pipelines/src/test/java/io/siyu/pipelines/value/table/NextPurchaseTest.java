package io.siyu.pipelines.value.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NextPurchaseTest {
    private static final int YEAR = 365;

    @Test
    void it_is_the_first_day_whose_probability_reaches_the_level_in_whichever_order_levels_are_asked() {
        for (double weeks : new double[] {0.2, 3, 40, 300}) {
            IntToDoubleFunction none = days -> 0.1 + 0.9 * Math.pow(1 + days / 7.0 / weeks, -1.7);
            NextPurchase next = new NextPurchase(YEAR, none.applyAsDouble(YEAR), none);
            for (double level : new double[] {0.25, 0.75, 0.5, 0.89, 0.05}) {
                assertThat(next.within(level))
                        .as("%s of %s weeks", level, weeks)
                        .isEqualTo(first(none, level));
            }
        }
    }

    @Test
    void festival_days_that_are_long_do_not_hide_the_first_day() {
        IntToDoubleFunction none = days -> Math.exp(-days / 500.0 - (days >= 200 ? 1.5 : 0));
        NextPurchase next = new NextPurchase(YEAR, none.applyAsDouble(YEAR), none);
        assertThat(next.within(0.25)).isEqualTo(144).isEqualTo(first(none, 0.25));
        assertThat(next.within(0.75)).isEqualTo(200).isEqualTo(first(none, 0.75));
    }

    @Test
    void there_is_none_when_the_longest_time_is_not_enough() {
        NextPurchase next = new NextPurchase(YEAR, 0.3, days -> 1 - 0.7 * days / YEAR);
        assertThat(next.within(0.75)).isNull();
        assertThat(next.within(0.69)).isEqualTo(360);
    }

    private static Integer first(IntToDoubleFunction none, double level) {
        return IntStream.rangeClosed(1, YEAR)
                .filter(day -> none.applyAsDouble(day) <= 1 - level)
                .boxed()
                .findFirst()
                .orElse(null);
    }
}
