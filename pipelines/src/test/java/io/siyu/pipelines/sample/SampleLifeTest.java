package io.siyu.pipelines.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.sample.chance.Subset;
import io.siyu.pipelines.sample.trade.Shares;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The world is believable, and its parts have exact sizes. */
class SampleLifeTest {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    @ParameterizedTest
    @CsvSource({"pos, 42, 49", "tmall, 19, 25", "mall, 13, 18", "douyin, 10, 14", "jd, 4.5, 7.5"})
    void channels_have_their_shares(String platform, double least, double most) {
        long orders = SmallWorld.truth("order").stream()
                .filter(o -> o.get("platform").equals(platform))
                .count();
        assertThat(100.0 * orders / SmallWorld.truth("order").size()).isBetween(least, most);
    }

    @Test
    void singles_day_sells_more_than_twice_what_a_day_before_does() {
        assertThat(ordersOn("2026-11-11")).isGreaterThan(2 * ordersOn("2026-11-05"));
    }

    @Test
    void a_tenth_of_the_buyers_makes_more_than_a_third_of_the_orders() {
        Map<String, Long> perBuyer = SmallWorld.truth("order").stream()
                .collect(Collectors.groupingBy(o -> o.get("buyer"), Collectors.counting()));
        long[] counts =
                perBuyer.values().stream().mapToLong(Long::longValue).sorted().toArray();
        long top =
                Arrays.stream(counts).skip(counts.length - counts.length / 10).sum();
        assertThat((double) top / Arrays.stream(counts).sum()).isBetween(0.33, 0.6);
    }

    @Test
    void every_kind_of_purchase_process_is_lived() {
        assertThat(SmallWorld.truth("person").stream()
                        .map(p -> p.get("process"))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("regular", "clumpy", "seasonal", "dying", "changing", "once");
    }

    @Test
    void who_left_or_buys_once_buys_nothing_of_his_own_accord_after_the_day_that_the_truth_names() {
        Map<String, Map<String, String>> leaving = SmallWorld.truth("person").stream()
                .filter(p -> p.get("turns_to").equals("0.00"))
                .collect(Collectors.toMap(p -> p.get("person"), p -> p));
        assertThat(leaving.values()).extracting(p -> p.get("process")).containsOnly("dying", "once");
        List<Map<String, String>> own = SmallWorld.truth("order").stream()
                .filter(o ->
                        leaving.containsKey(o.get("buyer")) && !o.get("cause").startsWith("send"))
                .toList();
        assertThat(own)
                .hasSizeGreaterThan(200)
                .allSatisfy(o -> assertThat(o.get("created_at").substring(0, 10))
                        .isLessThanOrEqualTo(leaving.get(o.get("buyer")).get("turns_on")));
    }

    @Test
    void who_changes_buys_more_or_less_from_the_day_that_the_truth_names() {
        Map<String, Map<String, String>> changing = SmallWorld.truth("person").stream()
                .filter(p -> p.get("process").equals("changing"))
                .collect(Collectors.toMap(p -> p.get("person"), p -> p));
        Map<String, Long> orders = SmallWorld.truth("order").stream()
                .filter(o -> changing.containsKey(o.get("buyer")))
                .collect(Collectors.groupingBy(
                        o -> {
                            Map<String, String> p = changing.get(o.get("buyer"));
                            boolean isBefore = o.get("created_at").compareTo(p.get("turns_on")) < 0;
                            return p.get("turns_to") + (isBefore ? " before" : " after");
                        },
                        Collectors.counting()));
        assertThat(orders).containsOnlyKeys("0.25 before", "0.25 after", "3.00 before", "3.00 after");
        assertThat(orders.get("3.00 after")).isGreaterThan(orders.get("3.00 before"));
        assertThat(orders.get("0.25 after")).isLessThan(orders.get("0.25 before"));
    }

    @Test
    void half_of_the_refunds_take_less_than_a_week_and_few_longer_than_sixty_days() {
        List<Long> days = SmallWorld.truth("refund").stream()
                .filter(r ->
                        !r.get("success_at").isEmpty() && r.get("applied_at").compareTo("2026-08-01") < 0)
                .map(r -> ChronoUnit.DAYS.between(time(r.get("applied_at")), time(r.get("success_at"))))
                .sorted()
                .toList();
        assertThat(days.get(days.size() / 2)).isBetween(4L, 8L);
        assertThat(days.stream().filter(d -> d >= 60).count() * 100.0 / days.size())
                .isBetween(0.2, 3.0);
    }

    @Test
    void a_number_that_changed_hands_has_two_owners_one_after_the_other() {
        List<Map<String, String>> phones = SmallWorld.truth("identifier").stream()
                .filter(i -> i.get("id_type").equals("phone"))
                .toList();
        Map<String, Map<String, String>> before = phones.stream()
                .filter(i -> i.get("cause").equals("given_back")
                        && !i.get("valid_to").isEmpty())
                .collect(Collectors.toMap(i -> i.get("value"), i -> i));
        List<Map<String, String>> after =
                phones.stream().filter(i -> i.get("cause").equals("recycled")).toList();
        assertThat(after).hasSizeGreaterThanOrEqualTo(50).allSatisfy(i -> {
            Map<String, String> old = before.get(i.get("value"));
            assertThat(old.get("person")).isNotEqualTo(i.get("person"));
            assertThat(old.get("valid_to")).isLessThan(i.get("valid_from"));
        });
    }

    @Test
    void nobody_is_a_contact_of_a_guide_twice_at_a_time() {
        Map<String, String> ends = new HashMap<>();
        SmallWorld.truth("relation").stream()
                .filter(r -> r.get("kind").equals("contact"))
                .sorted(Comparator.comparing(r -> r.get("begins_at")))
                .forEach(r -> {
                    String pair = r.get("staff_or_group") + " " + r.get("external_id");
                    String before = ends.put(pair, r.get("ends_at"));
                    assertThat(before)
                            .as(pair)
                            .satisfiesAnyOf(
                                    none -> assertThat(none).isNull(),
                                    end -> assertThat(end).isNotEmpty().isLessThan(r.get("begins_at")));
                });
        assertThat(ends).hasSizeGreaterThan(1_000);
    }

    @Test
    void parts_have_exact_sizes_and_know_their_ranks() {
        Subset all = Subset.all(1_003, 5);
        Subset part = all.take("part", 0.2, 0);
        Subset within = part.take("within", 0.1, 30);
        assertThat(members(part))
                .hasSize(201)
                .isNotEqualTo(IntStream.range(0, 201).boxed().collect(Collectors.toSet()));
        assertThat(members(within)).hasSize(30).isSubsetOf(members(part));
        assertThat(members(part.rest())).hasSize(802).doesNotContainAnyElementsOf(members(part));
        assertThat(IntStream.range(0, 30).allMatch(rank -> within.rankOf(within.idAt(rank)) == rank))
                .isTrue();
    }

    @Test
    void shares_sum_to_the_amount() {
        assertThat(Shares.of(100, new long[] {1, 1, 1})).containsExactly(33, 33, 34);
        assertThat(Shares.of(7, new long[] {0, 0})).containsExactly(7, 0);
        assertThat(Shares.of(-5, new long[] {3, 2})).containsExactly(-3, -2);
    }

    private static Set<Integer> members(Subset part) {
        return IntStream.range(0, 1_003).filter(part::has).boxed().collect(Collectors.toSet());
    }

    private static long ordersOn(String day) {
        return SmallWorld.truth("order").stream()
                .filter(o -> o.get("created_at").startsWith(day))
                .count();
    }

    private static LocalDateTime time(String text) {
        return LocalDateTime.parse(text, TIME);
    }
}
