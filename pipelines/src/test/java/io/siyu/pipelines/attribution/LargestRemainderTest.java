package io.siyu.pipelines.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LargestRemainderTest {
    @Property(tries = 200)
    void parts_add_up_exactly_and_each_is_within_one_unit_of_its_due(
            @ForAll @LongRange(min = -9_000_000_000_000_000_000L, max = 9_000_000_000_000_000_000L) long total,
            @ForAll @Size(min = 1, max = 40) List<@DoubleRange(min = 0, max = 1e9) Double> of) {
        double[] weights = of.stream().mapToDouble(w -> w).toArray();
        double all = Arrays.stream(weights).sum();
        if (all == 0) {
            assertThatThrownBy(() -> LargestRemainder.split(total, weights)).hasMessageContaining("nobody");
            return;
        }
        long[] parts = LargestRemainder.split(total, weights);
        assertThat(Arrays.stream(parts).sum()).isEqualTo(total);
        for (int i = 0; i < parts.length; i++) {
            double due = total * (weights[i] / all);
            assertThat(Math.abs(parts[i] - due)).isLessThan(1 + 1e-12 * Math.abs((double) total));
        }
    }

    @Property(tries = 200)
    void a_refund_takes_back_what_was_given(
            @ForAll @LongRange(min = 0, max = 1_000_000) long total,
            @ForAll @Size(min = 1, max = 9) List<@DoubleRange(min = 0.01, max = 5) Double> of) {
        double[] weights = of.stream().mapToDouble(w -> w).toArray();
        long[] taken = LargestRemainder.split(-total, weights);
        assertThat(Arrays.stream(taken).map(part -> -part))
                .containsExactly(box(LargestRemainder.split(total, weights)));
    }

    @Test
    void units_left_go_to_the_largest_remainders_and_the_earlier_among_equals() {
        assertThat(LargestRemainder.split(100, new double[] {1, 1, 1})).containsExactly(34, 33, 33);
        assertThat(LargestRemainder.split(10, new double[] {0.15, 0.55, 0.3})).containsExactly(1, 6, 3);
        assertThat(LargestRemainder.split(1, new double[] {0.2, 0.5, 0.3})).containsExactly(0, 1, 0);
    }

    @Test
    void a_weight_below_nought_is_a_part_below_nought() {
        assertThat(LargestRemainder.split(100, new double[] {1.5, -0.5})).containsExactly(150, -50);
        assertThat(LargestRemainder.split(10, new double[] {-1.5, 0.5})).containsExactly(15, -5);
    }

    private static Long[] box(long[] parts) {
        return Arrays.stream(parts).boxed().toArray(Long[]::new);
    }
}
