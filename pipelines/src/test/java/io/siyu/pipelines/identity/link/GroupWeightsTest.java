package io.siyu.pipelines.identity.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class GroupWeightsTest {
    @Test
    void a_single_pair_weighs_what_its_comparisons_add() {
        GroupWeights weights = new GroupWeights(2, 3, -16);
        weights.put(0, 1, 0, 12.5);
        weights.put(0, 1, 2, -3.25);
        assertThat(weights.bits(0, 1)).isCloseTo(-6.75, within(1e-9));
        assertThat(weights.bits(1, 0)).isEqualTo(weights.bits(0, 1));
    }

    /** Reckoned by hand: the mean of 2^4 and 2^0 at a quarter's power, (2 + 1) / 2, to the fourth: 5.0625, 2.34 bits. */
    @Test
    void pairs_of_two_groups_weigh_by_their_power_mean_and_missing_ones_not_at_all() {
        GroupWeights weights = new GroupWeights(3, 2, -1);
        weights.put(0, 2, 0, 4);
        weights.put(1, 2, 0, 0);
        weights.put(0, 2, 1, 5);
        weights.join(0, 1);
        assertThat(weights.bits(0, 2)).isCloseTo(-1 + Math.log(5.0625) / Math.log(2) + 5, within(1e-9));
    }

    @Test
    void what_one_pair_in_n_agrees_on_weighs_four_log_n_bits_less() {
        GroupWeights weights = new GroupWeights(9, 1, 0);
        for (int i = 0; i < 8; i++) {
            weights.put(i, 8, 0, i == 0 ? 40 : -200);
        }
        for (int i = 1; i < 8; i++) {
            weights.join(0, i);
        }
        assertThat(weights.bits(0, 8)).isCloseTo(40 - 4 * 3, within(1e-6));
    }

    /** Two groups of two who agree on a value as strangers do, one time in four, each pair's chance tied to the others'. */
    @Test
    void strangers_reach_so_many_bits_at_most_one_time_in_two_to_their_power() {
        Random random = new Random(7);
        double same = Math.log(0.7 * 4) / Math.log(2);
        double other = Math.log(0.3 / 0.75) / Math.log(2);
        int worlds = 4_000;
        int[] reached = new int[6];
        for (int world = 0; world < worlds; world++) {
            GroupWeights weights = new GroupWeights(4, 3, 0);
            for (int comparison = 0; comparison < 3; comparison++) {
                int[] values = random.ints(4, 0, 4).toArray();
                for (int a = 0; a < 2; a++) {
                    for (int b = 2; b < 4; b++) {
                        weights.put(a, b, comparison, values[a] == values[b] ? same : other);
                    }
                }
            }
            weights.join(0, 1);
            weights.join(2, 3);
            for (int bits = 0; bits < reached.length; bits++) {
                reached[bits] += weights.bits(0, 2) >= bits ? 1 : 0;
            }
        }
        for (int bits = 0; bits < reached.length; bits++) {
            assertThat(reached[bits] / (double) worlds).isLessThanOrEqualTo(Math.pow(2, -bits));
        }
        assertThat(reached[0]).isPositive();
    }
}
