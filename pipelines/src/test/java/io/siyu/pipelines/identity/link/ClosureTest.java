package io.siyu.pipelines.identity.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Entities abc and de; {@code n}, which the truth does not know, lies between them. */
class ClosureTest {
    private static final Dataset<Row> TRUTH =
            EvaluationTest.rows("id STRING, entity STRING", "a x", "b x", "c x", "d y", "e y");
    private static final Dataset<Row> PAIRS = EvaluationTest.rows(
            "l STRING, r STRING, weight STRING", "d e 1.5", "a b 9", "c n 4", "d n 4", "b c -2", "a c -2");

    @Test
    void it_stops_at_the_first_cut_that_finds_as_much() {
        assertThat(Closure.of(PAIRS, TRUTH, 0.25)).isEqualTo(new Closure(9, 1, 1, 4, true));
    }

    /** At 4 bits c and d meet by way of n, which counts itself for nothing; at 1.5 e is joined to both. */
    @Test
    void whom_a_stranger_joins_counts_against_it() {
        assertThat(Closure.of(PAIRS, TRUTH, 0.5)).isEqualTo(new Closure(1.5, 4, 2, 4, true));
    }

    @Test
    void pairs_of_equal_weight_are_joined_together() {
        Closure all = Closure.of(PAIRS, TRUTH, 0.75);
        assertThat(all).isEqualTo(new Closure(-2, 10, 4, 4, true));
        assertThat(all.precision()).isEqualTo(0.4);
    }

    @Test
    void what_no_pair_finds_is_not_reached() {
        Closure two = Closure.of(PAIRS.filter("weight > 0"), TRUTH, 0.75);
        assertThat(two).isEqualTo(new Closure(1.5, 4, 2, 4, false));
        assertThat(two.text()).startsWith("Plain closure of all pairs finds less: recall 0.5000");
    }
}
