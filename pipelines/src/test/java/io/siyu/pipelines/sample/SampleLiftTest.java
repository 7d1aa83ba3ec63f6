package io.siyu.pipelines.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.attribution.Arm;
import io.siyu.pipelines.attribution.Lift;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What sends do is planted, and can be measured against those held out. */
class SampleLiftTest {
    @Test
    void a_tenth_is_held_out_of_each_send() {
        assertThat(SmallWorld.truth("lift")).hasSize(3).allSatisfy(lift -> {
            double held = number(lift, "held_out");
            assertThat(held / (held + number(lift, "treated"))).isBetween(0.07, 0.13);
        });
    }

    @Test
    void only_the_first_kind_of_send_makes_people_buy() {
        Map<String, Map<String, String>> byKind =
                SmallWorld.truth("lift").stream().collect(Collectors.toMap(l -> l.get("kind"), l -> l));
        double points = 100 * number(byKind.get("A"), "true_incremental_orders") / number(byKind.get("A"), "treated");
        assertThat(points).isBetween(0.5, 2.5);
        assertThat(number(byKind.get("B"), "true_incremental_orders")).isZero();
        assertThat(number(byKind.get("C"), "true_incremental_orders")).isZero();
        assertThat(number(byKind.get("C"), "true_lost_orders")).isPositive();
    }

    @Test
    void every_order_a_send_made_is_in_the_truth_and_the_money_too() {
        for (Map<String, String> lift : SmallWorld.truth("lift")) {
            List<Map<String, String>> made = SmallWorld.truth("order").stream()
                    .filter(o -> o.get("cause").equals("send:" + lift.get("campaign")))
                    .toList();
            assertThat(made).hasSize((int) number(lift, "true_incremental_orders"));
            assertThat(made.stream()
                            .mapToLong(o -> Long.parseLong(o.get("pay_fen")))
                            .sum())
                    .isEqualTo((long) number(lift, "true_incremental_gmv_fen"));
        }
    }

    @Test
    void who_is_held_out_got_nothing() {
        Map<String, Set<String>> heldOut = new HashMap<>();
        Map<String, String> externals = SmallWorld.truth("identifier").stream()
                .filter(i -> i.get("id_type").equals("external_userid"))
                .collect(Collectors.toMap(i -> i.get("person"), i -> i.get("value")));
        for (Map<String, String> t : SmallWorld.truth("touch")) {
            if (t.get("kind").equals("held_out")) {
                heldOut.computeIfAbsent(t.get("campaign"), c -> new HashSet<>()).add(externals.get(t.get("person")));
            }
        }
        assertThat(heldOut).hasSize(3);
        for (String file : SmallWorld.files(".*/wecom/send.*")) {
            for (String row : SmallWorld.rows(file)) {
                for (Map.Entry<String, Set<String>> send : heldOut.entrySet()) {
                    if (row.contains(send.getKey())) {
                        assertThat(send.getValue()).noneMatch(row::contains);
                    }
                }
            }
        }
    }

    @Test
    void a_good_part_of_orders_has_a_touch_without_which_it_would_not_be() {
        long window = SmallWorld.truth("order").stream()
                .filter(o -> o.get("created_at").compareTo("2026-10-22") >= 0)
                .count();
        Set<String> caused = SmallWorld.truth("touch").stream()
                .filter(t -> t.get("causal_effect").equals("1"))
                .map(t -> t.get("order_uid"))
                .filter(uid -> !uid.isEmpty())
                .collect(Collectors.toSet());
        assertThat(100.0 * caused.size() / window).isBetween(36.0, 44.0);
        Set<String> orders =
                SmallWorld.truth("order").stream().map(o -> o.get("order_uid")).collect(Collectors.toSet());
        assertThat(orders.containsAll(caused)).isTrue();
    }

    /** What each group did by the truth, compared as the warehouse compares it; the interval of 95 % holds what was planted. */
    @Test
    void the_list_of_groups_gives_back_the_planted_lift() {
        Map<String, String> persons = SmallWorld.truth("identifier").stream()
                .filter(i -> i.get("id_type").equals("external_userid"))
                .collect(Collectors.toMap(i -> i.get("value"), i -> i.get("person"), (a, b) -> a));
        Map<String, List<LocalDateTime>> paid = SmallWorld.truth("order").stream()
                .filter(o ->
                        o.get("valid_sale").equals("true") && !o.get("paid_at").isEmpty())
                .collect(Collectors.groupingBy(
                        o -> o.get("buyer"), Collectors.mapping(o -> time(o.get("paid_at")), Collectors.toList())));
        for (Map<String, String> lift : SmallWorld.truth("lift")) {
            Map<String, List<double[]>> arms = new HashMap<>();
            for (String[] row : groups(lift.get("campaign"))) {
                LocalDateTime sent = time(row[4]);
                List<LocalDateTime> orders = paid.getOrDefault(persons.getOrDefault(row[2], ""), List.of());
                arms.computeIfAbsent(row[3], arm -> new ArrayList<>()).add(new double[] {
                    anyBetween(orders, sent, sent.plusDays(7)), anyBetween(orders, sent.minusDays(90), sent)
                });
            }
            assertThat(arms.get("treated")).hasSize((int) number(lift, "treated"));
            assertThat(arms.get("held_out")).hasSize((int) number(lift, "held_out"));
            Lift measured = Lift.adjusted(arm(arms.get("treated")), arm(arms.get("held_out")), 0.95);
            assertThat(number(lift, "planted_points") / 100)
                    .as(lift.get("campaign") + " " + measured)
                    .isBetween(measured.low(), measured.high());
        }
    }

    private static List<String[]> groups(String campaign) {
        return SmallWorld.files(".*/control/campaign_arm.*").stream()
                .flatMap(file -> SmallWorld.rows(file).stream())
                .map(row -> row.split(","))
                .filter(row -> row[0].equals(campaign))
                .toList();
    }

    private static LocalDateTime time(String text) {
        return LocalDateTime.parse(text.replace(' ', 'T'));
    }

    private static double anyBetween(List<LocalDateTime> times, LocalDateTime from, LocalDateTime before) {
        return times.stream().anyMatch(at -> !at.isBefore(from) && at.isBefore(before)) ? 1 : 0;
    }

    private static Arm arm(List<double[]> people) {
        return new Arm(
                "arm",
                people.stream().mapToDouble(p -> p[0]).toArray(),
                people.stream().mapToDouble(p -> p[1]).toArray());
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }
}
