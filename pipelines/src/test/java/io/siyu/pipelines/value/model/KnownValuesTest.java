package io.siyu.pipelines.value.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Values that papers, vignettes and test suites of other programs give for parameters they name. */
class KnownValuesTest {
    /** Fader, Hardie and Lee (2005). */
    private static final OrderModel BG = Family.BG_NBD.model(.243, 4.414, .793, 2.426);

    /** The estimate of BTYD's CDNOW example. */
    private static final OrderModel PARETO =
            Family.PARETO_NBD.model(.553397143257, 10.580198543474, .606062497118, 11.656223670708);

    private static final History OFTEN = new History(26, 30.86, 31);
    private static final History FIRST = new History(2, 30.43, 38.86);

    @Test
    void orders_to_come() {
        assertThat(BG.expected(FIRST, 39)).isCloseTo(1.226028175, within(1e-9));
        assertThat(Family.MBG_NBD.model(.525, 6.183, .891, 1.614).expected(FIRST, 39))
                .isCloseTo(1.262960623, within(1e-9));
        assertThat(PARETO.expected(FIRST, 39)).isCloseTo(1.455120216, within(1e-9));
        assertThat(PARETO.expected(OFTEN, 52)).isCloseTo(25.4553180978, within(1e-9));
        assertThat(BG.expected(OFTEN, 52)).isCloseTo(25.7581959365, within(1e-9));
        assertThat(BG.alive(OFTEN)).isCloseTo(.968915649718, within(1e-11));
        assertThat(PARETO.alive(OFTEN)).isCloseTo(.997917896416, within(1e-11));
    }

    @Test
    void who_bought_often_and_fell_silent_is_gone() {
        double[] pareto = {.705967342173, .144187797402, .0224992824319, .00309178961379};
        double[] bg = {.347399762709, .0428271759677, .00415843309875, .000358332461911};
        for (int i = 0; i < 4; i++) {
            History history = new History(10 + 5 * i, 20, 39);
            assertThat(PARETO.expected(history, 52)).isCloseTo(pareto[i], Percentage.withPercentage(1e-8));
            assertThat(BG.expected(history, 52)).isCloseTo(bg[i], Percentage.withPercentage(1e-8));
        }
    }

    @Test
    void orders_of_new_customers() {
        OrderModel fitted = Family.BG_NBD.model(.2425945, 4.4136020, .7929220, 2.4259068);
        double[] times = {.1429, 1, 3, 31.8571, 32, 78};
        double[] orders = {.007816, .053184, .150631, 1.040489, 1.043732, 1.857958};
        for (int i = 0; i < times.length; i++) {
            assertThat(fitted.expected(times[i])).isCloseTo(orders[i], within(1e-6));
        }
        assertThat(BG.expected(52)).isCloseTo(1.4460505954, within(1e-9));
        assertThat(PARETO.expected(52)).isCloseTo(1.4731126895, within(1e-9));
        double[] weeks = {
            0, .05100436, .09962069, .14612419, .19074204, .23366423, .27505152, .31504131, .35375209, .39128685
        };
        for (int t = 0; t < weeks.length; t++) {
            assertThat(PARETO.expected(t)).isCloseTo(weeks[t], within(1e-8));
        }
    }

    @Test
    void probabilities_of_counts() {
        assertThat(BG.counts(2, 10)[10]).isCloseTo(1.0786896404e-07, Percentage.withPercentage(1e-6));
        assertThat(BG.counts(39, 7))
                .containsExactly(
                        new double[] {
                            .57378635209601,
                            .19939528083591,
                            .08542975953906,
                            .04586035384800,
                            .02767144933578,
                            .01796549386658,
                            .01226897671555,
                            .00869542880416
                        },
                        within(1e-13));
        double[] tail = {
            .0019995214,
            .0015170236,
            .0011633150,
            .0009003148,
            .0007023638,
            .0005517902,
            .0004361913,
            .0003467171,
            .0002769613,
            .0002222260
        };
        for (int n = 11; n <= 20; n++) {
            assertThat(BG.counts(30, 20)[n]).isCloseTo(tail[n - 11], within(1e-10));
        }
        assertThat(PARETO.counts(39, 7))
                .containsExactly(
                        new double[] {
                            .5935692181973,
                            .1655852894406,
                            .0824992412953,
                            .0490472444353,
                            .0317004568593,
                            .0214880317799,
                            .0150133727116,
                            .0107092485995
                        },
                        within(1e-12));
    }

    @Test
    void discounted_orders_of_all_the_future() {
        double forever = Double.POSITIVE_INFINITY;
        assertThat(PARETO.discounted(OFTEN, forever, .0027)).isCloseTo(86.0350185716, within(1e-9));
        double[] recency = {0, 10, 20, 30, 35, 37, 38};
        double[] orders = {
            .474727034399,
            1.799563592106,
            4.463487951915,
            8.746782621730,
            12.498974919950,
            15.757123252218,
            18.865666636520
        };
        for (int x = 0; x < recency.length; x++) {
            assertThat(PARETO.discounted(new History(x, recency[x], 39), forever, .0027))
                    .isCloseTo(orders[x], within(1e-10));
        }
    }

    @Test
    void log_densities() {
        double[] p = {.25, 4, .8, 2.5};
        assertThat(Family.BG_NBD.logDensity(new History(0, 0, 40), p)).isCloseTo(-.5994738182, within(1e-10));
        assertThat(Family.BG_NBD.logDensity(new History(200, 38, 40), p)).isCloseTo(100.7956930927, within(1e-9));
        assertThat(Family.MBG_NBD.logDensity(new History(0, 0, 40), p)).isCloseTo(-.4179282620, within(1e-10));
        assertThat(Family.MBG_NBD.logDensity(new History(200, 38, 40), p)).isCloseTo(100.7869097610, within(1e-9));
        assertThat(Family.PARETO_NBD.logDensity(new History(1, 1.5, 12), .55, 10.58, .61, 11.67))
                .isCloseTo(-4.0069486622, within(1e-10));
        assertThat(Family.PARETO_NBD.logDensity(new History(4, 5.3, 10), .55, 11.67, .61, 10.58))
                .isCloseTo(-10.7293258949, within(1e-10));
        assertThat(Family.PARETO_NBD.logDensity(new History(2, 6, 8), .55, 11.67, .61, 10.58))
                .isCloseTo(-6.6687888197, within(1e-10));
    }

    /** The parameters are rounded to two digits where they are published, the values are not. */
    @Test
    void clv_of_known_parameters() {
        OrderModel model = Family.BG_NBD.model(.16, 1.86, 1.85, 3.18);
        History[] histories = {
            new History(0, 0, 298),
            new History(0, 0, 224),
            new History(6, 142, 292),
            new History(0, 0, 147),
            new History(2, 9, 183)
        };
        double[] worth = {.016053, .021171, .030461, .031686, .001607};
        for (int i = 0; i < worth.length; i++) {
            assertThat(model.expected(histories[i], 30)).isCloseTo(worth[i], Percentage.withPercentage(2.5));
        }
    }

    @Test
    void spend_per_purchase() {
        GammaGamma paper = new GammaGamma(6.25, 3.74, 15.44);
        assertThat(paper.mean(new SpendCells.Spend(2, 22.35))).isCloseTo(24.6637, within(0.01));
        assertThat(paper.mean(new SpendCells.Spend(1, 11.77))).isCloseTo(18.9169, within(1e-3));
        assertThat(paper.mean()).isCloseTo(35.2190, within(1e-4));
        assertThat(new GammaGamma(6.249349180, 3.744256334, 15.444306682).mean(new SpendCells.Spend(2, 40)))
                .isCloseTo(39.1305236863, within(1e-8));
    }
}
