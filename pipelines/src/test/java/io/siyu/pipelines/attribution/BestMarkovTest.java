package io.siyu.pipelines.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class BestMarkovTest {
    /** What follows m depends on what came before it, so that a chain of order 1 tells it badly. */
    @Test
    void it_looks_back_as_far_as_the_paths_bear() {
        Paths paths = paths(40, 40);
        assertThat(ChainOrder.best(ChainOrder.upTo(paths, 4)).order()).isEqualTo(2);
        assertThat(new BestMarkov(4).of(paths).conversions())
                .isEqualTo(new Markov(2).of(paths).conversions())
                .isNotEqualTo(new Markov(1).of(paths).conversions());
    }

    /** Whether somebody comes again hardly depends on how often he came: 3 of 7, 1 of 3, none of 1. */
    @Test
    void journeys_that_forget_bear_one_touch() {
        PathCounter counter = new PathCounter();
        counter.add(List.of("a"), 4, BigDecimal.ONE, 0);
        counter.add(List.of("a", "a"), 2, BigDecimal.ONE, 0);
        counter.add(List.of("a", "a", "a"), 1, BigDecimal.ONE, 0);
        assertThat(ChainOrder.best(ChainOrder.upTo(counter.paths(), 4)).order()).isEqualTo(1);
    }

    private static Paths paths(long some, long others) {
        PathCounter counter = new PathCounter();
        counter.add(List.of("x", "m", "a"), some, BigDecimal.valueOf(some), 3);
        counter.add(List.of("y", "m", "b"), others, BigDecimal.valueOf(others), 5);
        return counter.paths();
    }
}
