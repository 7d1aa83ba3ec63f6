package io.siyu.pipelines.value.boost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpanTreesTest {
    private static final Span SPAN = Shop.span();
    private static final List<Purchases> CUSTOMERS = Shop.customers(3000, 7);
    private static final SpanTrees TREES = SpanTrees.of(SPAN, Shop.sample(CUSTOMERS, SPAN));

    @Test
    void a_domain_that_buys_more_is_found_where_histories_are_alike() {
        int day = (int) SPAN.origin().toEpochDay();
        List<Purchases> once = Shop.customers(6000, 8).stream()
                .filter(one -> one.seenBy(day) == 1 && one.moved()[0] > day - 150)
                .toList();
        List<Purchases> here =
                once.stream().filter(one -> one.domain()[0].equals("private")).toList();
        List<Purchases> there =
                once.stream().filter(one -> one.domain()[0].equals("public")).toList();
        assertThat(here).hasSizeGreaterThan(50);
        assertThat(mean(TREES.purchases().of(Shop.rows(here, SPAN.origin()), 0)))
                .isCloseTo(Shop.PRIVATE_RATE, within(0.35));
        assertThat(mean(TREES.purchases().of(Shop.rows(there, SPAN.origin()), 0)))
                .isCloseTo(Shop.PUBLIC_RATE, within(0.1));
        double spent = Arrays.stream(TREES.spend().of(Shop.rows(here, SPAN.origin()), 0))
                .mapToDouble(ZeroInflatedLogNormal::mean)
                .average()
                .orElseThrow();
        double actual = here.stream()
                .mapToLong(one -> one.laterFen(day, SPAN.days()))
                .average()
                .orElseThrow();
        assertThat(spent).isCloseTo(actual, within(0.2 * actual));
    }

    @Test
    void the_order_of_customers_changes_no_byte() {
        List<Purchases> shuffled = new ArrayList<>(CUSTOMERS);
        Collections.shuffle(shuffled, new Random(3));
        SpanTrees again = SpanTrees.of(SPAN, Shop.sample(shuffled, SPAN));
        assertThat(again.purchases().days().model())
                .isEqualTo(TREES.purchases().days().model());
        assertThat(again.spend().variance().model())
                .isEqualTo(TREES.spend().variance().model());
    }

    @Test
    void nothing_that_comes_after_the_origin_is_learned_or_seen() {
        int day = (int) SPAN.origin().toEpochDay();
        List<Purchases> others =
                CUSTOMERS.stream().map(one -> Shop.changedAfter(one, day)).toList();
        assertThat(others.get(0).laterFen(day, 90))
                .isNotEqualTo(CUSTOMERS.get(0).laterFen(day, 90));
        SpanTrees again = SpanTrees.of(SPAN, Shop.sample(others, SPAN));
        float[] rows = Shop.rows(others, SPAN.origin());
        assertThat(rows).isEqualTo(Shop.rows(CUSTOMERS, SPAN.origin()));
        assertThat(again.purchases().of(rows, 0)).isEqualTo(TREES.purchases().of(rows, 0));
        assertThat(again.spend().of(rows, 0)).isEqualTo(TREES.spend().of(rows, 0));
    }

    @Test
    void days_that_are_twice_as_long_have_twice_the_purchases() {
        float[] rows = Shop.rows(CUSTOMERS.subList(0, 100), SPAN.origin());
        float[] once = TREES.purchases().of(rows, 0);
        float[] twice = TREES.purchases().of(rows, Math.log(2));
        for (int i = 0; i < once.length; i++) {
            assertThat(twice[i]).isCloseTo(2 * once[i], within(1e-4f * once[i]));
        }
    }

    @Test
    void intervals_of_spend_hold_what_their_level_says_or_more() {
        List<Purchases> fresh = Shop.customers(3000, 9);
        ZeroInflatedLogNormal[] spends = TREES.spend().of(Shop.rows(fresh, SPAN.origin()), 0);
        int day = (int) SPAN.origin().toEpochDay();
        int held = 0;
        for (int i = 0; i < spends.length; i++) {
            held += spends[i].holds(0.8, (double) fresh.get(i).laterFen(day, SPAN.days())) ? 1 : 0;
        }
        assertThat(held / (double) spends.length).isBetween(0.78, 0.97);
    }

    @Test
    void too_few_customers_teach_nothing() {
        assertThat(Shop.sample(CUSTOMERS.subList(0, Sample.LEAST_CUSTOMERS - 1), SPAN)
                        .isEnough())
                .isFalse();
        assertThat(Shop.sample(CUSTOMERS, SPAN).isEnough()).isTrue();
    }

    @Test
    void a_platform_without_the_native_library_is_told_of_and_nothing_fails() {
        assertThat(Trees.missing()).as("here it loads").isEmpty();
        assertThat(Trees.missing(() -> {
                    throw new UnsatisfiedLinkError("libgomp.so.1: cannot open shared object file");
                }))
                .hasValueSatisfying(reason -> assertThat(reason)
                        .startsWith("XGBoost has no native library for " + System.getProperty("os.name")));
    }

    private static double mean(float[] numbers) {
        double sum = 0;
        for (float number : numbers) {
            sum += number;
        }
        return sum / numbers.length;
    }
}
