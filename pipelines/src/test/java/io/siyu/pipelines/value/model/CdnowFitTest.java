package io.siyu.pipelines.value.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** The CDNOW sample: every published number of its fits, and a prediction for each of its 2,357 customers. */
class CdnowFitTest {
    private static final List<Family> GOLDEN = List.of(Family.BG_NBD, Family.MBG_NBD, Family.PARETO_NBD);
    private static final Percentage SAME = Percentage.withPercentage(0.01);

    @Test
    void bg_nbd() {
        holds(
                Cdnow.fit(Family.BG_NBD),
                -9582.429207,
                new double[] {.2425945, 4.4136020, .7929220, 2.4259068},
                new double[] {.012557, .378224, .185734, .705414});
    }

    @Test
    void mbg_nbd() {
        holds(
                Cdnow.fit(Family.MBG_NBD),
                -9582.135716,
                new double[] {.5248432, 6.1830853, .8913594, 1.6140022},
                new double[] {.083268, .695622, .154790, .537496});
    }

    @Test
    void pareto_nbd() {
        holds(
                Cdnow.fit(Family.PARETO_NBD),
                -9594.976179,
                new double[] {.5532770, 10.5776834, .6062400, 11.6687357},
                new double[] {.047628, .842723, .187282, 6.211149});
    }

    @Test
    void nbd() {
        Fit fit = Cdnow.fit(Family.NBD);
        assertThat(fit.logLikelihood()).isCloseTo(-9763.657615, within(1e-4));
        assertThat(fit.parameters().get(0)).isCloseTo(.3847661, SAME);
        assertThat(fit.parameters().get(1)).isCloseTo(12.0720228, SAME);
    }

    @Test
    void gamma_gamma() {
        SpendFit fit = SpendFit.of(Cdnow.read().spends());
        assertThat(fit.customers()).isEqualTo(946);
        assertThat(fit.logLikelihood()).isCloseTo(-4055.917695, within(1e-4));
        assertThat(fit.model().p()).isCloseTo(6.2495723, SAME);
        assertThat(fit.model().q()).isCloseTo(3.7442247, SAME);
        assertThat(fit.model().gamma()).isCloseTo(15.4435210, SAME);
        assertThat(fit.model().mean()).isCloseTo(35.1703713, within(1e-5));
        assertThat(fit.errors().get(0)).isCloseTo(1.190, within(1e-3));
        assertThat(fit.errors().get(1)).isCloseTo(.290, within(1e-3));
        assertThat(fit.errors().get(2)).isCloseTo(4.159, within(1e-3));
    }

    @Test
    void a_grid_of_means_has_fewer_cells_and_the_same_fit() {
        SpendCells all = Cdnow.read().spends();
        SpendCells grid = all.onGrid(0.01);
        assertThat(grid.size()).isLessThan(all.size());
        assertThat(grid.customers()).isEqualTo(946);
        double same = SpendFit.of(all).model().mean();
        assertThat(SpendFit.of(grid).model().mean()).isCloseTo(same, Percentage.withPercentage(0.1));
    }

    @Test
    void every_customer_is_predicted_as_the_golden_file_has_it() {
        Cdnow cdnow = Cdnow.read();
        for (int f = 0; f < GOLDEN.size(); f++) {
            Fit fit = Cdnow.fit(GOLDEN.get(f));
            OrderModel model = fit.model();
            double[] at = fit.parameters().stream().mapToDouble(p -> p).toArray();
            for (Cdnow.Customer c : cdnow.customers()) {
                assertThat(fit.family().logDensity(c.history(), at)).isCloseTo(c.log()[f], within(1e-5));
                assertThat(model.alive(c.history())).isCloseTo(c.alive()[f], within(1e-6));
                assertThat(model.expected(c.history(), 39)).isCloseTo(c.orders()[f], within(1e-6));
            }
        }
    }

    @Test
    void spend_and_discounted_futures_are_as_the_golden_file_has_them() {
        Cdnow cdnow = Cdnow.read();
        OrderModel pareto = Cdnow.fit(Family.PARETO_NBD).model();
        GammaGamma spend = SpendFit.of(cdnow.spends()).model();
        double dert = 0;
        double worth = 0;
        for (Cdnow.Customer c : cdnow.customers()) {
            int x = c.history().x();
            double mean = x == 0 ? spend.mean() : spend.mean(new SpendCells.Spend(x, c.mean()));
            double future = pareto.discounted(c.history(), Double.POSITIVE_INFINITY, Math.log(1.1) / 52);
            assertThat(mean).isCloseTo(c.spend(), within(1e-4));
            assertThat(future).isCloseTo(c.dert(), within(1e-5));
            dert += future;
            worth += future * mean;
        }
        assertThat(dert).isCloseTo(9009.039776, within(1e-3));
        assertThat(worth).isCloseTo(326991.93, within(0.05));
    }

    private static void holds(Fit fit, double log, double[] parameters, double[] errors) {
        assertThat(fit.converged()).isTrue();
        assertThat(fit.logLikelihood()).isCloseTo(log, within(1e-4));
        for (int i = 0; i < parameters.length; i++) {
            assertThat(fit.parameters().get(i)).isCloseTo(parameters[i], SAME);
            assertThat(fit.errors().get(i)).isCloseTo(errors[i], Percentage.withPercentage(0.1));
        }
    }
}
