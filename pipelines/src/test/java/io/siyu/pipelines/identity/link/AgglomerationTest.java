package io.siyu.pipelines.identity.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AgglomerationTest {
    @Test
    void one_strong_pair_does_not_hold_two_groups_together() {
        // 0-1 and 2-3 are sure; 1-2 looks sure, and all other pairs across speak against it.
        double[][] bits = all(4, -8);
        put(bits, 0, 1, 9);
        put(bits, 2, 3, 9);
        put(bits, 1, 2, 8);
        assertThat(groups(bits, new boolean[4][4], 3)).containsExactly(0, 0, 2, 2);
    }

    @Test
    void a_slip_of_the_pen_in_one_record_does_not_part_it_from_the_group() {
        // 0, 1 and 2 are one person; 3 has his birthday and phone, and writes his name as none of them but 2.
        boolean[][] nobody = new boolean[4][4];
        GroupWeights weights = new GroupWeights(4, 2, -12);
        for (int i = 0; i < 4; i++) {
            for (int j = i + 1; j < 4; j++) {
                weights.put(i, j, 0, 16);
                weights.put(i, j, 1, j < 3 || i == 2 ? 4 : -6);
            }
        }
        assertThat(new Agglomeration(weights, nobody).groups(0)).containsExactly(0, 0, 0, 0);
    }

    @Test
    void what_may_not_come_together_does_not_even_through_a_third() {
        boolean[][] forbidden = new boolean[3][3];
        forbidden[0][2] = true;
        forbidden[2][0] = true;
        assertThat(groups(all(3, 9), forbidden, 3)).containsExactly(0, 0, 2);
    }

    @Property(tries = 300)
    void no_group_holds_a_forbidden_pair_and_every_group_weighs_enough(
            @ForAll @IntRange(min = 1, max = 12) int n, @ForAll long seed) {
        Random random = new Random(seed);
        double[][] bits = all(n, 0);
        boolean[][] forbidden = new boolean[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                put(bits, i, j, random.nextInt(21) - 10);
                forbidden[i][j] = random.nextInt(5) == 0;
                forbidden[j][i] = forbidden[i][j];
            }
        }
        int[] groups = groups(bits, forbidden, 2);
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                assertThat(groups[i] == groups[j] && forbidden[i][j]).isFalse();
            }
            assertThat(groups[groups[i]]).isEqualTo(groups[i]);
            assertThat(groups[i]).isLessThanOrEqualTo(i);
        }
        assertThat(groups(bits, forbidden, 2)).isEqualTo(groups);
        assertThat(Arrays.stream(groups(bits, forbidden, 11)).distinct().count())
                .isEqualTo(n);
    }

    /** Groups by one comparison, of which each pair's bits are given. */
    private static int[] groups(double[][] bits, boolean[][] forbidden, double least) {
        GroupWeights weights = new GroupWeights(bits.length, 1, 0);
        for (int i = 0; i < bits.length; i++) {
            for (int j = i + 1; j < bits.length; j++) {
                weights.put(i, j, 0, bits[i][j]);
            }
        }
        return new Agglomeration(weights, forbidden).groups(least);
    }

    private static double[][] all(int n, double weight) {
        double[][] weights = new double[n][n];
        Arrays.stream(weights).forEach(row -> Arrays.fill(row, weight));
        return weights;
    }

    private static void put(double[][] weights, int i, int j, double weight) {
        weights[i][j] = weight;
        weights[j][i] = weight;
    }
}
