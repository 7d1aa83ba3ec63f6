package io.siyu.pipelines.value.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Donations to a public radio station, 1996 to 2001: 11,104 donors in 22 cells, their counts as weights. */
class BgBbTest {
    /** Donations after the first, the occasion of the last one, donors. */
    private static final int[][] DONORS = {
        {6, 6, 1203}, {5, 6, 728}, {4, 6, 512}, {3, 6, 357}, {2, 6, 234}, {1, 6, 129}, {5, 5, 335}, {4, 5, 284},
        {3, 5, 225}, {2, 5, 173}, {1, 5, 119}, {4, 4, 240}, {3, 4, 181}, {2, 4, 155}, {1, 4, 78}, {3, 3, 322},
        {2, 3, 255}, {1, 3, 129}, {2, 2, 613}, {1, 2, 277}, {1, 1, 1091}, {0, 0, 3464}
    };

    @Test
    void weighted_cells_give_the_paper_s_estimates_and_forecast() {
        Map<History, Integer> counts = new HashMap<>();
        for (int[] cell : DONORS) {
            counts.put(new History(cell[0], cell[1], 6), cell[2]);
        }
        BgBb fit = BgBb.fit(Cells.of(counts));
        assertThat(fit.converged()).isTrue();
        double[] paper = {1.204, .750, .657, 2.783};
        for (int i = 0; i < 4; i++) {
            assertThat(fit.parameters().get(i)).isCloseTo(paper[i], within(1e-3));
            assertThat(fit.errors().get(i)).isPositive();
        }
        double sum = 0;
        double none = 0;
        double always = 0;
        for (int[] cell : DONORS) {
            double expected = cell[2] * fit.expected(new History(cell[0], cell[1], 6), 5);
            sum += expected;
            none += cell[0] == 0 ? expected : 0;
            always += cell[0] == 6 ? expected : 0;
        }
        assertThat(sum).isCloseTo(12884.2, within(0.5));
        assertThat(fit.alive(new History(0, 0, 6), 1)).isCloseTo(.11, within(.005));
        assertThat(fit.alive(new History(2, 4, 6), 1)).isCloseTo(.59, within(.005));
        assertThat(fit.alive(new History(6, 6, 6), 1)).isCloseTo(.93, within(.005));
        assertThat(always).isGreaterThan(none);
    }

    @Test
    void the_number_of_cells_and_not_their_weights_is_what_is_summed_over() {
        Map<History, Integer> twice = new HashMap<>();
        Map<History, Integer> once = new HashMap<>();
        for (int[] cell : DONORS) {
            once.put(new History(cell[0], cell[1], 6), cell[2]);
            twice.put(new History(cell[0], cell[1], 6), 2 * cell[2]);
        }
        BgBb one = BgBb.fit(Cells.of(once));
        BgBb two = BgBb.fit(Cells.of(twice));
        assertThat(two.logLikelihood()).isCloseTo(2 * one.logLikelihood(), within(1e-5));
        assertThat(two.errors().get(0)).isCloseTo(one.errors().get(0) / Math.sqrt(2), within(1e-6));
    }
}
