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
        double[][] weights = all(4, -8);
        put(weights, 0, 1, 9);
        put(weights, 2, 3, 9);
        put(weights, 1, 2, 8);
        assertThat(new Agglomeration(weights, new boolean[4][4]).groups(3)).containsExactly(0, 0, 2, 2);
    }

    @Test
    void what_may_not_come_together_does_not_even_through_a_third() {
        double[][] weights = all(3, 9);
        boolean[][] forbidden = new boolean[3][3];
        forbidden[0][2] = true;
        forbidden[2][0] = true;
        assertThat(new Agglomeration(weights, forbidden).groups(3)).containsExactly(0, 0, 2);
    }

    @Property(tries = 300)
    void no_group_holds_a_forbidden_pair_and_every_group_weighs_enough(
            @ForAll @IntRange(min = 1, max = 12) int n, @ForAll long seed) {
        Random random = new Random(seed);
        double[][] weights = all(n, 0);
        boolean[][] forbidden = new boolean[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                put(weights, i, j, random.nextInt(21) - 10);
                forbidden[i][j] = random.nextInt(5) == 0;
                forbidden[j][i] = forbidden[i][j];
            }
        }
        int[] groups = new Agglomeration(weights, forbidden).groups(2);
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                assertThat(groups[i] == groups[j] && forbidden[i][j]).isFalse();
            }
            assertThat(groups[groups[i]]).isEqualTo(groups[i]);
            assertThat(groups[i]).isLessThanOrEqualTo(i);
        }
        assertThat(new Agglomeration(weights, forbidden).groups(2)).isEqualTo(groups);
        assertThat(Arrays.stream(new Agglomeration(weights, forbidden).groups(11))
                        .distinct()
                        .count())
                .isEqualTo(n);
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
