package io.siyu.pipelines.value.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.pipelines.value.model.History;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SplitTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    @Test
    void a_history_is_in_weeks_and_ends_at_the_origin() {
        Customer customer = customer(Map.of(0, 9.0, 14, 3.0, 21, 5.0, 28, 7.0, 70, 8.0), Map.of());
        Split.Person person =
                Split.at(List.of(customer), DAY.plusDays(24), 28).persons().get(0);
        assertThat(person.history()).isEqualTo(new History(2, 3, 24 / 7.0));
        assertThat(person.mean()).isEqualTo(4);
        assertThat(person.later()).isEqualTo(1);
        assertThat(person.laterSpend()).isEqualTo(7);
    }

    @Test
    void a_refund_lowers_the_purchase_before_it_and_is_not_seen_before_it_is_made() {
        Customer customer = customer(Map.of(0, 9.0, 14, 6.0, 30, 10.0), Map.of(16, 2.0, 31, 4.0));
        assertThat(mean(customer, 15)).isEqualTo(6);
        assertThat(mean(customer, 16)).isEqualTo(4);
        assertThat(Split.at(List.of(customer), DAY.plusDays(15), 28)
                        .persons()
                        .get(0)
                        .laterSpend())
                .isEqualTo(6);
    }

    @Test
    void who_returned_all_has_no_spend_to_learn_from_and_still_a_history() {
        Split split = Split.at(List.of(customer(Map.of(0, 9.0, 14, 6.0), Map.of(15, 6.0))), DAY.plusDays(20), 7);
        assertThat(split.spends().customers()).isZero();
        assertThat(split.cells().most()).isEqualTo(1);
    }

    @Test
    void an_origin_before_all_purchases_is_refused() {
        assertThatThrownBy(() -> Split.at(List.of(customer(Map.of(0, 9.0), Map.of())), DAY.minusDays(1), 7))
                .hasMessage(
                        "Cannot fit purchases until 2026-11-01: there are none; they are from 2026-11-02 to 2026-11-02."
                                + " Nothing was written; give another --until.");
    }

    @Test
    void days_beyond_the_log_are_not_held_out() {
        List<Customer> log = List.of(customer(Map.of(0, 9.0, 60, 1.0), Map.of()));
        assertThat(Split.at(log, DAY.plusDays(30), 28).isHeldOut()).isTrue();
        assertThat(Split.at(log, DAY.plusDays(30), 90).isHeldOut()).isFalse();
    }

    private static double mean(Customer customer, int origin) {
        return Split.at(List.of(customer), DAY.plusDays(origin), 28)
                .persons()
                .get(0)
                .mean();
    }

    private static Customer customer(Map<Integer, Double> purchases, Map<Integer, Double> refunds) {
        TreeMap<LocalDate, Double> bought = new TreeMap<>();
        TreeMap<LocalDate, Double> returned = new TreeMap<>();
        purchases.forEach((day, amount) -> bought.put(DAY.plusDays(day), amount));
        refunds.forEach((day, amount) -> returned.put(DAY.plusDays(day), amount));
        return new Customer("a", bought, returned);
    }
}
