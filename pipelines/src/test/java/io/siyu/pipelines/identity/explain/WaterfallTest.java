package io.siyu.pipelines.identity.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WaterfallTest {
    private static final Waterfall WATERFALL =
            Waterfall.of("phone: same +14.8; surname: same +6.8; city: differs -3.4; prior -13.3");

    @Test
    void begins_with_chance_and_adds_up() {
        assertThat(String.join("\n", WATERFALL.lines(""))).isEqualTo("""
                  chance alone                  -13.3  =  -13.3  -------
                  phone: same                   +14.8  =   +1.5  +++++++
                  surname: same                  +6.8  =   +8.3  +++
                  city: differs                  -3.4  =   +4.9  --""");
    }

    @Test
    void bits_are_log2_of_the_odds() {
        assertThat(WATERFALL.bits()).isCloseTo(4.9, within(1e-9));
        assertThat(WATERFALL.probability()).isCloseTo(1 / (1 + Math.pow(0.5, 4.9)), within(1e-9));
        assertThat(Waterfall.of("prior -1.0").probability()).isCloseTo(1.0 / 3, within(1e-9));
    }
}
