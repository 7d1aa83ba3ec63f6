package io.siyu.pipelines.value.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Where textbook forms overflow, cancel or divide by zero. */
class StabilityTest {
    @Test
    void a_hundred_purchases_until_yesterday() {
        OrderModel pareto = Family.PARETO_NBD.model(.55, 10.58, .61, 11.67);
        assertThat(pareto.expected(new History(132, 200, 200), 10)).isCloseTo(6.2060517889632, within(1e-11));
        assertThat(pareto.expected(new History(133, 200, 200), 10)).isCloseTo(6.2528722475748, within(1e-11));
    }

    @Test
    void hundreds_of_purchases_and_the_chance_to_be_alive() {
        OrderModel pareto = Family.PARETO_NBD.model(.5143, 2.8845, .2856, 14.1087);
        History[] histories = {
            new History(221, 103.42857, 103.57143),
            new History(254, 97.14286, 97.28571),
            new History(161, 94.71429, 98),
            new History(204, 98.57143, 99.42857)
        };
        double[] alive = {.99959605, .99955823, .74948775, .99425508};
        for (int i = 0; i < alive.length; i++) {
            assertThat(pareto.alive(histories[i])).isCloseTo(alive[i], within(1e-8));
        }
    }

    @Test
    void the_integral_of_lives_does_not_overflow() {
        double[] p = {10.465, .00798565181, 3.0516, 2.82};
        LifetimeIntegral integral = new LifetimeIntegral(p);
        for (History h : new History[] {new History(400, 5, 6), new History(500, 1, 37), new History(500, 4, 37)}) {
            integral.take(h);
            assertThat(integral.log + Math.log(p[0] + p[2] + h.x())).isFinite().isNegative();
        }
    }

    @Test
    void a_thousand_purchases_and_then_silence() {
        OrderModel bg = Family.BG_NBD.model(.243, 4.414, .793, 2.426);
        assertThat(bg.alive(new History(1000, 10, 100))).isZero();
        assertThat(bg.alive(new History(0, 0, 100))).isEqualTo(1);
        assertThat(Family.MBG_NBD.model(.525, 6.183, .891, 1.614).alive(new History(0, 0, 100)))
                .isLessThan(1);
    }

    @Test
    void a_and_s_of_one_are_values_like_any_other() {
        History history = new History(3, 20, 30);
        for (Family family : new Family[] {Family.BG_NBD, Family.MBG_NBD, Family.PARETO_NBD}) {
            double at = family.model(.5, 10, 1, 2).expected(history, 40);
            double beside = family.model(.5, 10, 1 + 1e-7, 2).expected(history, 40);
            double below = family.model(.5, 10, 1 - 1e-7, 2).expected(history, 40);
            assertThat(at).isFinite().isPositive().isCloseTo((beside + below) / 2, Percentage.withPercentage(1e-9));
        }
    }

    @Test
    void without_leaving_every_family_is_nbd() {
        History history = new History(7, 20, 30);
        double nbd = Family.NBD.logDensity(history, .7, 9);
        for (Family family : new Family[] {Family.BG_NBD, Family.MBG_NBD, Family.PARETO_NBD}) {
            assertThat(family.logDensity(history, .7, 9, 1e-3, 1e12)).isCloseTo(nbd, within(1e-9));
            assertThat(family.model(.7, 9, 1e-3, 1e12).expected(history, 40))
                    .isCloseTo(Family.NBD.model(.7, 9).expected(history, 40), within(1e-9));
        }
    }
}
