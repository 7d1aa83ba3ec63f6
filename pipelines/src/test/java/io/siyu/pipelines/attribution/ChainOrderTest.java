package io.siyu.pipelines.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChainOrderTest {
    @Test
    void steps_that_depend_on_the_last_touch_alone_need_one() {
        Paths paths = Journeys.of("a 25/25", "a>c 30/20", "b 25/25", "b>c 30/20");
        assertThat(ChainOrder.best(ChainOrder.upTo(paths, 3)).order()).isEqualTo(1);
    }

    @Test
    void what_came_before_the_last_touch_asks_for_two() {
        Paths paths = Journeys.of("a>c 900/100", "b>c 100/900");
        List<ChainOrder> orders = ChainOrder.upTo(paths, 4);
        assertThat(ChainOrder.best(orders).order()).isEqualTo(2);
        assertThat(orders).extracting(ChainOrder::states).containsExactly(4, 5, 5, 5);
    }

    @Test
    void the_likelihood_is_that_of_every_step() {
        ChainOrder one = ChainOrder.upTo(Journeys.of("a>b 3/1", "a>c 1/1"), 1).get(0);
        double expected =
                4 * Math.log(4.0 / 6) + 2 * Math.log(2.0 / 6) + 3 * Math.log(0.75) + Math.log(0.25) + 2 * Math.log(0.5);
        assertThat(one.likelihood()).isCloseTo(expected, within(1e-12));
        assertThat(one.rates()).isEqualTo(3);
        assertThat(one.bic()).isCloseTo(3 * Math.log(18) - 2 * expected, within(1e-12));
    }
}
