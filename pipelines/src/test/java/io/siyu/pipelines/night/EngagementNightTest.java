package io.siyu.pipelines.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.batch.RunResult;
import io.siyu.pipelines.sample.SampleWorld;
import io.siyu.pipelines.sample.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small invented world's touches, loyalty and ads, landed and built at once, held to what the world knows of itself. */
class EngagementNightTest {
    private static final World WORLD = new World(1_500, 16, 7, World.LAST.minusDays(15), false);
    private static final Set<String> FACTS = Set.of(
            "dwd.event",
            "dwd.wecom_send",
            "dwd.coupon_event",
            "dwd.touch",
            "dwd.points_event",
            "dws.points_balance",
            "dwd.referral",
            "dwd.ad_spend");

    @TempDir
    private static Path folder;

    private static SmallHome home;
    private static RunResult result;

    @BeforeAll
    static void night() {
        home = new SmallHome(folder.resolve("home"));
        new SampleWorld(WORLD).write(home.landing(), folder.resolve("truth"), 2);
        result = home.runUpTo(World.LAST, FACTS.toArray(String[]::new));
    }

    @Test
    void the_night_is_built() {
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void clocks_that_cannot_be_believed_are_flagged_and_no_other() throws IOException {
        assertThat(home.ask("dwd.event", "clock_issue is not null", "cast(client_ms as string)"))
                .containsAll(details("event", "clock_off"))
                .containsAll(details("event", "clock_absurd"))
                .containsAll(details("event", "seconds_for_millis"))
                .hasSizeLessThanOrEqualTo(details("event", "clock_off").size()
                        + details("event", "clock_absurd").size()
                        + details("event", "seconds_for_millis").size());
    }

    @Test
    void crawlers_and_cheats_and_unbalanced_members_are_found_and_nobody_else() throws IOException {
        assertThat(Set.copyOf(home.ask("dwd.event", "is_bot", "distinct_id")))
                .isEqualTo(Set.copyOf(details("event", "bot_events")));
        assertThat(home.ask("dwd.referral", "is_self", "id_value")).hasSameSizeAs(details("referral", "self_referral"));
        assertThat(home.ask("dwd.referral", "is_ring", "id_value")).hasSameSizeAs(details("referral", "referral_ring"));
        assertThat(Set.copyOf(home.ask("dws.points_balance", "not is_balanced", "id_value")))
                .isEqualTo(Set.copyOf(details("points_crm", "points_mismatch")));
        assertThat(Set.copyOf(home.ask("dwd.coupon_event", "is_after_expiry", "coupon_code")))
                .isEqualTo(Set.copyOf(details("coupon", "coupon_after_expiry")));
    }

    @Test
    void every_click_the_world_knows_in_the_mini_program_is_a_touch() throws IOException {
        List<String> codes = home.ask("dwd.touch", "action = 'click' and touch_code is not null", "touch_code");
        List<String> known = truth("touch").stream()
                .filter(cells -> cells.get(4).endsWith("click"))
                .map(cells -> cells.get(0))
                .toList();
        assertThat(codes).isNotEmpty().isSubsetOf(known);
    }

    private static List<String> details(String feed, String kind) throws IOException {
        return truth("defect").stream()
                .filter(cells -> cells.get(2).equals(feed) && cells.get(3).equals(kind))
                .map(cells -> cells.get(5))
                .toList();
    }

    private static List<List<String>> truth(String name) throws IOException {
        return Files.readAllLines(folder.resolve("truth/truth_" + name + ".csv")).stream()
                .skip(1)
                .map(line -> List.of(line.split(",", -1)))
                .toList();
    }
}
