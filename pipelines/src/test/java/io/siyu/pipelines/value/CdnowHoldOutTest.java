package io.siyu.pipelines.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.siyu.pipelines.value.backtest.Accuracy;
import io.siyu.pipelines.value.clock.Clock;
import io.siyu.pipelines.value.log.Customer;
import io.siyu.pipelines.value.log.Split;
import io.siyu.pipelines.value.model.Family;
import io.siyu.pipelines.value.model.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** 39 weeks after 1997-09-30, beside what the best references get from the same models. */
class CdnowHoldOutTest {
    @Test
    void pareto_nbd_with_gamma_gamma() throws IOException {
        Split split = split();
        assertThat(split.persons()).hasSize(2357);
        assertThat(split.isHeldOut()).isTrue();
        Valuation valuation = Valuation.of(split, Family.PARETO_NBD);
        BackTest test = BackTest.of(valuation);
        Accuracy orders = test.orders();
        assertThat(orders.actual()).isEqualTo(1882);
        assertThat(orders.predicted()).isCloseTo(1665.51, within(0.01));
        assertThat(orders.mae()).isCloseTo(.75452, within(1e-5));
        assertThat(orders.rmse()).isCloseTo(1.60285, within(1e-5));
        assertThat(orders.correlation()).isCloseTo(.63022, within(1e-5));
        assertThat(orders.rankCorrelation()).isCloseTo(.4597, within(1e-4));
        assertThat(orders.gini()).isCloseTo(.6727, within(3e-4));
        Accuracy spend = test.spend();
        assertThat(spend.actual()).isCloseTo(70976.39, within(0.01));
        assertThat(spend.predicted()).isCloseTo(60449.31, within(0.1));
        assertThat(spend.mae()).isCloseTo(29.454, within(1e-3));
        assertThat(spend.rmse()).isCloseTo(72.182, within(1e-3));
        assertThat(spend.correlation()).isCloseTo(.5720, within(1e-4));
        assertThat(spend.gini()).isCloseTo(.6595, within(1e-3));
        double[] coverage = test.calibration().coverage();
        assertThat(coverage[0]).isGreaterThan(0.5);
        assertThat(coverage[1]).isGreaterThan(0.8);
        assertThat(coverage[2]).isGreaterThan(0.95);
    }

    /** Orders of the default have bias -11.5 % and Gini .6727, spend -14.8 % and .6593. */
    @Test
    void the_first_basket_betters_bias_and_ranking_of_orders_and_of_spend() throws IOException {
        Valuation valuation = new Recipe(Family.PARETO_NBD, Optional.empty(), true)
                .at(customers(), LocalDate.of(1997, 9, 30), 273, Clock.EVEN);
        BackTest test = BackTest.of(valuation);
        assertThat(test.orders().bias()).isBetween(-.112, 0.0);
        assertThat(test.orders().gini()).isGreaterThan(.6728);
        assertThat(test.orders().rmse()).isLessThan(1.6029);
        assertThat(test.orders().correlation()).isGreaterThan(.6302);
        assertThat(test.spend().bias()).isBetween(-.14, 0.0);
        assertThat(test.spend().gini()).isGreaterThan(.68);
        assertThat(valuation.spend().orElseThrow().customers()).isGreaterThan(2300);
    }

    @Test
    void bg_nbd_has_intervals_of_known_coverage() throws IOException {
        BackTest test = BackTest.of(Valuation.of(split(), Family.BG_NBD));
        assertThat(test.orders().predicted()).isCloseTo(1653.40, within(0.02));
        assertThat(test.orders().mae()).isCloseTo(.78545, within(1e-5));
        assertThat(test.orders().correlation()).isCloseTo(.62565, within(1e-5));
        assertThat(test.calibration().logScore()).isCloseTo(-.98446, within(1e-4));
        assertThat(test.calibration().coverage()[0]).isCloseTo(.8150, within(1e-4));
        assertThat(test.calibration().coverage()[1]).isCloseTo(.9283, within(1e-4));
        assertThat(test.calibration().coverage()[2]).isCloseTo(.9720, within(1e-4));
        double[] pit = {.094, .101, .103, .101, .094, .095, .098, .106, .105, .104};
        for (int bin = 0; bin < pit.length; bin++) {
            assertThat(test.calibration().pit()[bin]).isCloseTo(pit[bin], within(0.012));
        }
    }

    /** With the season the sign of the bias changes: one origin would not have told. */
    @Test
    void origins_roll_back_from_the_latest_and_see_nothing_after_them() throws IOException {
        LocalDate last = LocalDate.of(1998, 3, 31);
        List<RollingOrigins.Round> rounds = RollingOrigins.of(
                        customers(), last, 91, 8, new Recipe(Family.MBG_NBD, Optional.empty(), false), Optional.empty())
                .rounds();
        assertThat(rounds).hasSize(8);
        assertThat(rounds.get(7).origin()).isEqualTo(last);
        assertThat(rounds.get(6).origin()).isEqualTo(last.minusDays(28));
        assertThat(rounds.get(7).orders().bias()).isPositive();
        assertThat(rounds).anySatisfy(round -> assertThat(round.orders().bias()).isNegative());
        Split alone = Split.at(customers(), rounds.get(2).origin(), 91);
        assertThat(BackTest.of(Valuation.of(alone, Family.MBG_NBD)).orders())
                .isEqualTo(rounds.get(2).orders());
        assertThat(rounds.get(0).ordersTotal().freedom())
                .isEqualTo(rounds.get(2).ordersTotal().freedom());
        assertThat(rounds.get(7).ordersTotal().freedom())
                .isGreaterThan(rounds.get(0).ordersTotal().freedom());
        assertThat(rounds)
                .filteredOn(round -> round.ordersTotal().holds(round.orders().actual()))
                .hasSizeGreaterThanOrEqualTo(6);
        assertThat(rounds)
                .filteredOn(round -> round.spendTotal().holds(round.spend().actual()))
                .hasSizeGreaterThanOrEqualTo(6);
    }

    private static Split split() throws IOException {
        return Split.at(customers(), LocalDate.of(1997, 9, 30), 273);
    }

    private static List<Customer> customers() throws IOException {
        Map<String, Customer> customers = new TreeMap<>();
        for (String line : Files.readAllLines(SharedData.file("CDNOW_sample.txt"))) {
            String[] cells = line.strip().split(" +");
            customers
                    .computeIfAbsent(cells[1], id -> new Customer(id, new TreeMap<>(), new TreeMap<>()))
                    .purchases()
                    .merge(
                            LocalDate.parse(cells[2], DateTimeFormatter.BASIC_ISO_DATE),
                            Double.parseDouble(cells[4]),
                            Double::sum);
        }
        return List.copyOf(customers.values());
    }
}
