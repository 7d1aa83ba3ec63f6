package io.siyu.pipelines.value.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.siyu.pipelines.value.clock.Clock;
import io.siyu.warehouse.SiyuException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FirstBasketTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private final List<Customer> customers = List.of(
            new Customer("a", new TreeMap<>(Map.of(FIRST, 300.0, FIRST.plusDays(40), 60.0)), new TreeMap<>()),
            new Customer("b", new TreeMap<>(Map.of(FIRST.plusDays(61), 100.0)), new TreeMap<>()),
            new Customer(
                    "c",
                    new TreeMap<>(Map.of(FIRST.plusDays(29), 200.0)),
                    new TreeMap<>(Map.of(FIRST.plusDays(30), 200.0))),
            new Customer("d", new TreeMap<>(Map.of(FIRST.plusDays(90), 9e9)), new TreeMap<>()));

    @Test
    void customers_differ_by_what_the_first_purchase_came_to_and_by_its_week() {
        Covariates known = FirstBasket.of(Split.at(customers, FIRST.plusDays(89), 30));
        assertThat(known.names()).containsExactly("first_ln_amount", "first_week");
        assertThat(known.byCustomer()).containsOnlyKeys("a", "b", "c");
        double mean = (300 + 100) / 3.0;
        assertThat(known.of("a").get(0)).isCloseTo(Math.log(300 / mean), within(0.05));
        assertThat(known.of("b").get(0)).isCloseTo(Math.log(100 / mean), within(0.05));
        assertThat(known.of("c").get(0)).isCloseTo(Math.log(0.01), within(0.05));
        assertThat(known.byCustomer().values()).extracting(one -> one.get(1)).containsExactly(0.0, 8.0, 4.0);
    }

    @Test
    void they_stand_beside_what_else_is_known_and_a_customer_without_it_is_named() {
        Covariates first = FirstBasket.of(Split.at(customers, FIRST.plusDays(89), 30));
        Covariates card =
                new Covariates(List.of("card"), Map.of("a", List.of(1.0), "b", List.of(0.0), "c", List.of(1.0)));
        Covariates both = card.and(first);
        assertThat(both.names()).containsExactly("card", "first_ln_amount", "first_week");
        assertThat(both.of("b"))
                .startsWith(0.0)
                .hasSize(3)
                .endsWith(first.of("b").get(1));
        assertThatThrownBy(() -> new Covariates(List.of("card"), Map.of("a", List.of(1.0))).and(first))
                .isInstanceOf(SiyuException.class)
                .hasMessageContaining("'b'");
    }

    @Test
    void spend_counts_the_first_purchase_day_when_asked_to() {
        Split repeats = Split.at(customers, FIRST.plusDays(89), 30);
        assertThat(repeats.persons()).extracting(Split.Person::mean).containsExactly(60.0, 0.0, 0.0);
        assertThat(repeats.persons()).extracting(Split.Person::counted).containsExactly(1, 0, 0);
        Split all = Split.at(customers, FIRST.plusDays(89), 30, Clock.EVEN, true);
        assertThat(all.persons()).extracting(Split.Person::mean).containsExactly(180.0, 100.0, 0.0);
        assertThat(all.persons()).extracting(Split.Person::counted).containsExactly(2, 1, 1);
        assertThat(all.spends().customers()).isEqualTo(2);
    }
}
