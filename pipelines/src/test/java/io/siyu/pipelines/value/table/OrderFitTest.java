package io.siyu.pipelines.value.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.siyu.pipelines.value.model.Cells;
import io.siyu.pipelines.value.model.Choice;
import io.siyu.pipelines.value.model.Family;
import io.siyu.pipelines.value.model.History;
import io.siyu.pipelines.value.model.OrderModel;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderFitTest {
    @Test
    void nobody_at_all_is_expected_to_buy_once_more_a_year() {
        OrderFit fit = OrderFit.of(Family.PARETO_NBD, Cells.of(Map.of()));
        assertThat(fit.reason()).isEqualTo(OrderFit.TOO_FEW);
        assertThat(fit.model().expected(new History(0, 0, 0), 365 / 7.0)).isCloseTo(1, within(1e-12));
    }

    @Test
    void many_who_never_came_back_are_too_few_to_fit() {
        OrderFit fit = OrderFit.of(Family.PARETO_NBD, Cells.of(Map.of(new History(0, 0, 10), 100_000)));
        assertThat(fit.reason()).isEqualTo(OrderFit.TOO_FEW);
        assertThat(fit.hasChurn()).isFalse();
    }

    @Test
    void regular_buyers_do_not_visibly_leave_and_nobody_is_said_to_have_left() {
        Map<History, Integer> counts = new HashMap<>();
        for (int age = 10; age < 40; age++) {
            for (int x = 1; x <= 6; x++) {
                counts.put(new History(x, age - 0.5, age), 3);
            }
        }
        OrderFit fit = OrderFit.of(Family.PARETO_NBD, Cells.of(counts));
        assertThat(fit.reason()).isEqualTo(Choice.Reason.NO_CHURN_SIGNAL.code());
        assertThat(fit.family()).isEqualTo(Family.NBD);
        assertThat(fit.hasChurn()).isFalse();
    }

    @Test
    void who_repeats_at_the_rate_of_all_or_above_stands_before_everyone_who_never_did() {
        OrderFit fit =
                OrderFit.of(Family.PARETO_NBD, Cells.of(Map.of(new History(0, 0, 20), 30, new History(2, 10, 20), 10)));
        OrderModel model = fit.model();
        double rate = fit.parameters().get(0) / fit.parameters().get(1);
        for (int age = 0; age <= 52; age++) {
            double never = model.expected(new History(0, 0, age), 52);
            for (int x = 1; x < 10; x++) {
                double longAgo = Math.min(52, x / rate);
                assertThat(model.expected(new History(x, longAgo, longAgo), 52)).isGreaterThanOrEqualTo(never);
            }
        }
    }
}
