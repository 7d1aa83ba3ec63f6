package io.siyu.pipelines.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.siyu.pipelines.value.log.Covariates;
import io.siyu.pipelines.value.log.Customer;
import io.siyu.pipelines.value.log.Split;
import io.siyu.pipelines.value.model.CovariateFit;
import io.siyu.pipelines.value.model.Family;
import io.siyu.pipelines.value.model.History;
import io.siyu.warehouse.SiyuException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** 600 customers of whom every other has a card, and buys three times as often for it. */
class CovariedValuationTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final int CUSTOMERS = 600;

    private final Split split = Split.at(customers(), FIRST.plusDays(364), 91);
    private final Valuation alike = Valuation.of(split, Family.PARETO_NBD);
    private final Valuation valuation = Valuation.of(split, Family.PARETO_NBD, Optional.of(card(CUSTOMERS)));

    @Test
    void what_customers_differ_by_is_found_and_the_likelihood_gains_by_it() {
        CovariateFit fit = valuation.models().covaried().orElseThrow();
        assertThat(valuation.models().isCovaried()).isTrue();
        assertThat(fit.buying().get(0)).isCloseTo(Math.log(3), within(0.25));
        assertThat(fit.logLikelihood()).isGreaterThan(alike.choice().published().logLikelihood() + 50);
        assertThat(valuation.models().logLikelihood()).isEqualTo(fit.logLikelihood());
        assertThat(alike.models().logLikelihood())
                .isEqualTo(alike.choice().published().logLikelihood());
        assertThat(valuation.choice().published()).isEqualTo(alike.choice().published());
    }

    @Test
    void who_has_bought_nothing_more_is_expected_to_by_his_card_and_the_log_score_gains() {
        Map<String, Prediction> once = new TreeMap<>();
        valuation.predictions().stream()
                .filter(one -> one.person().history().x() == 0)
                .forEach(one -> once.put(one.person().id(), one));
        double with = mean(once, 0);
        double without = mean(once, 1);
        assertThat(with).isNotEqualTo(without);
        assertThat(BackTest.of(valuation).calibration().logScore())
                .isGreaterThan(BackTest.of(alike).calibration().logScore());
    }

    @Test
    void the_model_of_the_mean_is_between_those_of_whom_it_is_the_mean() {
        OrderModels models = valuation.models();
        OrderModels.ByTraits each = models.byTraits();
        History history = new History(3, 30, 52);
        double[] alive = split.persons().stream()
                .mapToDouble(person -> each.of(person).alive(history))
                .distinct()
                .sorted()
                .toArray();
        assertThat(alive).hasSize(2);
        assertThat(models.ofMean(split.persons()).alive(history)).isStrictlyBetween(alive[0], alive[1]);
        assertThat(alike.models().ofMean(split.persons()))
                .isEqualTo(alike.choice().published().model());
    }

    @Test
    void totals_are_the_sums_of_predictions_and_their_errors_those_of_the_fit() {
        assertThat(valuation.total().orders().expected())
                .isCloseTo(
                        valuation.predictions().stream()
                                .mapToDouble(Prediction::orders)
                                .sum(),
                        within(1e-6));
        assertThat(valuation.total().orders().spread()).isPositive().isFinite();
    }

    @Test
    void a_covariate_that_all_share_has_no_maximum_and_is_left_out() {
        Map<String, List<Double>> same = new HashMap<>();
        card(CUSTOMERS).byCustomer().keySet().forEach(id -> same.put(id, List.of(1.0)));
        Valuation none =
                Valuation.of(split, Family.PARETO_NBD, Optional.of(new Covariates(List.of("is_customer"), same)));
        assertThat(none.models().isCovaried()).isFalse();
        assertThat(none.predictions()).isEqualTo(alike.predictions());
    }

    @Test
    void a_customer_of_whom_nothing_is_known_is_named() {
        assertThatThrownBy(() -> Valuation.of(split, Family.PARETO_NBD, Optional.of(card(CUSTOMERS - 1))))
                .isInstanceOf(SiyuException.class)
                .hasMessageContaining("customer 'c599' has purchases and no row among the covariates");
    }

    private static double mean(Map<String, Prediction> predictions, int odd) {
        return predictions.entrySet().stream()
                .filter(one -> Integer.parseInt(one.getKey().substring(1)) % 2 == odd)
                .mapToDouble(one -> one.getValue().orders())
                .average()
                .orElseThrow();
    }

    private static Covariates card(int customers) {
        Map<String, List<Double>> known = new HashMap<>();
        for (int i = 0; i < customers; i++) {
            known.put("c" + i, List.of(i % 2 == 0 ? 1.0 : 0.0));
        }
        return new Covariates(List.of("card"), known);
    }

    private static List<Customer> customers() {
        Random random = new Random(3);
        List<Customer> customers = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            TreeMap<LocalDate, Double> purchases = new TreeMap<>();
            double rate = (i % 2 == 0 ? 0.06 : 0.02) * (0.5 + random.nextDouble());
            double leaves = wait(random, 1 / 300.0);
            double at = random.nextInt(60);
            double begins = at;
            while (at < 480 && at - begins <= leaves) {
                purchases.merge(FIRST.plusDays((long) at), 100.0 + random.nextInt(50), Double::sum);
                at += wait(random, rate);
            }
            customers.add(new Customer("c" + i, purchases, new TreeMap<>()));
        }
        return customers;
    }

    private static double wait(Random random, double rate) {
        return -Math.log(1 - random.nextDouble()) / rate;
    }
}
