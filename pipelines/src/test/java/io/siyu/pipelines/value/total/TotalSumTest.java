package io.siyu.pipelines.value.total;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.siyu.pipelines.value.model.Family;
import io.siyu.pipelines.value.model.GammaGamma;
import io.siyu.pipelines.value.model.History;
import java.util.List;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

class TotalSumTest {
    private static final GammaGamma DAY = new GammaGamma(4, 3.5, 20_000);
    private static final History HISTORY = new History(3, 20, 30);
    private static final double WEEKS = 13;

    /** Purchases are Poisson at a rate that is gamma(r + x, α + T); amounts gamma(p, ν) at a ν that is gamma(p days + q, γ + spent). */
    @Test
    void chance_is_what_many_customers_drawn_from_the_model_do() {
        RandomGenerator random = new Well19937c(7);
        int customers = 200_000;
        double[] sums = new double[4];
        for (int i = 0; i < customers; i++) {
            double rate = new GammaDistribution(random, 0.8 + 3, 1 / (10.0 + 30)).sample();
            int n = new PoissonDistribution(
                            random,
                            rate * WEEKS,
                            PoissonDistribution.DEFAULT_EPSILON,
                            PoissonDistribution.DEFAULT_MAX_ITERATIONS)
                    .sample();
            double nu = new GammaDistribution(random, 4 * 4 + 3.5, 1 / (20_000.0 + 90_000)).sample();
            double spend = n == 0 ? 0 : new GammaDistribution(random, 4.0 * n, 1 / nu).sample();
            sums[0] += n;
            sums[1] += (double) n * n;
            sums[2] += spend;
            sums[3] += spend * spend;
        }
        TotalSum one = new TotalSum(new OrderMoments(Family.NBD, List.of(0.8, 10.0), List.of()), DAY, List.of(), WEEKS);
        one.add(HISTORY, 1, 4, 90_000, 90_000.0 * 90_000);
        double orders = sums[0] / customers;
        double spend = sums[2] / customers;
        assertThat(one.orders().expected() / orders).isCloseTo(1, within(0.01));
        assertThat(one.orders().chance() / (sums[1] / customers - orders * orders))
                .isCloseTo(1, within(0.02));
        assertThat(one.spend().expected() / spend).isCloseTo(1, within(0.01));
        assertThat(one.spend().chance() / (sums[3] / customers - spend * spend)).isCloseTo(1, within(0.04));
        assertThat(one.spend().fit()).isZero();
    }

    @Test
    void larger_baskets_are_more_spend_and_no_more_purchases() {
        OrderMoments model =
                new OrderMoments(Family.NBD, List.of(0.8, 10.0), List.of(List.of(0.02, 0.0), List.of(0.0, 0.04)));
        List<List<Double>> errors = List.of(List.of(0.01, 0.0, 0.0), List.of(0.0, 0.02, 0.0), List.of(0.0, 0.0, 0.03));
        Total[] spend = new Total[2];
        Total[] orders = new Total[2];
        for (int i = 0; i < 2; i++) {
            TotalSum sum = new TotalSum(model, DAY, errors, WEEKS);
            sum.add(model, HISTORY, 10, 4, 900_000, 10 * 90_000.0 * 90_000, 1 + i);
            spend[i] = sum.spend();
            orders[i] = sum.orders();
        }
        assertThat(orders[1]).isEqualTo(orders[0]);
        assertThat(spend[1].expected()).isCloseTo(2 * spend[0].expected(), within(1e-6));
        assertThat(spend[1].spread()).isCloseTo(spend[0].spread(), within(1e-9));
    }

    /** Of NBD's n·(r + x)/(α + T)·h the slope along ln α is -α/(α + T) of it. */
    @Test
    void an_error_of_the_fit_moves_all_customers_together_and_does_not_fade_with_their_number() {
        List<List<Double>> covariance = List.of(List.of(0.0, 0.0), List.of(0.0, 0.04));
        double of = 10.0 / (10 + 30) * 0.2;
        for (int customers : new int[] {1, 10_000}) {
            TotalSum sum =
                    new TotalSum(new OrderMoments(Family.NBD, List.of(0.8, 10.0), covariance), DAY, List.of(), WEEKS);
            sum.add(HISTORY, customers, 4, 90_000.0 * customers, 90_000.0 * 90_000 * customers);
            Total orders = sum.orders();
            assertThat(orders.share(orders.fit())).isCloseTo(of, within(1e-6));
            assertThat(sum.spend().share(sum.spend().fit())).isCloseTo(of, within(1e-6));
            assertThat(orders.share(orders.chance()))
                    .isCloseTo(Math.sqrt((1 + WEEKS / 40) / (3.8 * WEEKS / 40) / customers), within(1e-3));
        }
    }

    /** A purchase day comes to p(γ + s)/(p d + q - 1); its slopes are held against differences. */
    @Test
    void errors_of_the_model_of_spend_count_too() {
        OrderMoments model = new OrderMoments(Family.NBD, List.of(0.8, 10.0), List.of());
        double step = 1e-5;
        for (int i = 0; i < 3; i++) {
            double[][] only = new double[3][3];
            only[i][i] = 0.01;
            double up = spend(model, i, step);
            double down = spend(model, i, -step);
            double slope = (up - down) / (2 * step);
            TotalSum sum = new TotalSum(model, DAY, rows(only), WEEKS);
            sum.add(HISTORY, 50, 4, 50 * 90_000.0, 50 * 90_000.0 * 90_000);
            assertThat(Math.sqrt(sum.spend().fit()) / Math.abs(0.1 * slope)).isCloseTo(1, within(1e-4));
        }
    }

    private static double spend(OrderMoments model, int which, double step) {
        double[] at = {DAY.p(), DAY.q(), DAY.gamma()};
        at[which] *= Math.exp(step);
        TotalSum sum = new TotalSum(model, new GammaGamma(at[0], at[1], at[2]), List.of(), WEEKS);
        sum.add(HISTORY, 50, 4, 50 * 90_000.0, 50 * 90_000.0 * 90_000);
        return sum.spend().expected();
    }

    private static List<List<Double>> rows(double[][] matrix) {
        return java.util.Arrays.stream(matrix)
                .map(row -> java.util.Arrays.stream(row).boxed().toList())
                .toList();
    }
}
