package io.siyu.pipelines.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.sample.SampleWorld;
import io.siyu.pipelines.sample.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Relations of a generated world, whose contact list is missing on its third night and lacks three of ten on its seventh,
 * built night by night and held to the truth.
 */
class RelationsTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 13);
    private static final int DAYS = 8;
    private static final List<String> STEPS = List.of(
            "ods.wecom_contact",
            "ods.wecom_event",
            "ods.wecom_group",
            "ods.staff",
            "ods.oa_user",
            "dwd.wecom_relation",
            "dwd.group_member",
            "dwd.oa_relation");
    private static final String NO_OVERLAP = "lead(valid_from) over (partition by %s order by valid_from)";

    @TempDir
    private static Path folder;

    private static SmallHome home;
    private static final Map<Integer, String> TOLD = new HashMap<>();
    private static final Map<Integer, Long> CURRENT = new HashMap<>();

    @BeforeAll
    static void nights() {
        Path world = folder.resolve("world");
        new SampleWorld(new World(2_000, DAYS, 7, FIRST, false)).write(world, folder.resolve("truth"), 2);
        home = new SmallHome(folder.resolve("home"));
        for (int day = 0; day < DAYS; day++) {
            home.receive(world, FIRST.plusDays(day));
            if (day == 2 || day > 4) {
                home.run(STEPS, FIRST.plusDays(day)).steps().stream()
                        .filter(step -> step.id().equals("ods.wecom_contact"))
                        .forEach(step -> TOLD.put(
                                TOLD.size(),
                                Objects.requireNonNull(step.outcome()).note()));
                CURRENT.put(day, (long) home.ask("dwd.wecom_relation", "is_current", "staff_userid")
                        .size());
            }
        }
    }

    /** Who, with whom and from when; to the end, to the second or, where only lists tell it, to the day. */
    private record Interval(String who, String begin, String end) {
        String key() {
            return who + " " + begin;
        }
    }

    private static List<Interval> truth(String kind) throws IOException {
        List<Interval> truth = new ArrayList<>();
        try (Stream<String> lines = Files.lines(folder.resolve("truth/truth_relation.csv"))) {
            lines.map(line -> line.split(",", -1))
                    .filter(cells -> cells[0].equals(kind))
                    .forEach(cells -> truth.add(new Interval(cells[2] + " " + cells[3], cells[4], cells[5])));
        }
        return truth;
    }

    private static Map<String, String> built(String table, String... key) {
        String[] columns = {String.join(", ' ', ", key), "date_format(valid_to, 'yyyy-MM-dd HH:mm:ss')"};
        Map<String, String> built = new HashMap<>();
        home.ask(
                        table,
                        "true",
                        "concat(" + columns[0] + ", ' ', date_format(valid_from, 'yyyy-MM-dd HH:mm:ss'), '>', coalesce("
                                + columns[1] + ", ''))")
                .forEach(line -> built.put(line.split(">", -1)[0], line.split(">", -1)[1]));
        return built;
    }

    @Test
    void intervals_of_contacts_equal_the_truth() throws IOException {
        Map<String, String> built = built("dwd.wecom_relation", "staff_userid", "external_userid");
        List<Interval> truth = truth("contact");
        Set<String> keys = new HashSet<>();
        truth.forEach(interval -> keys.add(interval.key()));
        assertThat(built.keySet()).as("relations there never were").isSubsetOf(keys);
        long equal = truth.stream()
                .filter(interval -> interval.end().equals(built.get(interval.key())))
                .count();
        assertThat(equal).as("of " + truth.size() + " true intervals").isGreaterThanOrEqualTo(truth.size() * 99L / 100);
    }

    @Test
    void members_of_groups_equal_the_truth_to_the_day_they_left() throws IOException {
        Map<String, String> built = built("dwd.group_member", "chat_id", "member_userid");
        for (Interval interval : truth("group")) {
            assertThat(built).containsKey(interval.key());
            String end = interval.end().isEmpty() ? "" : interval.end().substring(0, 10) + " 00:00:00";
            assertThat(built.get(interval.key())).as(interval.key()).isEqualTo(end);
        }
    }

    @Test
    void a_missing_and_a_collapsed_list_end_nothing() throws IOException {
        assertThat(TOLD.get(0)).contains("no file for 2026-11-15");
        assertThat(TOLD.values()).anyMatch(told -> told.contains("collapsed list of 2026-11-19"));
        long last = lasting(FIRST.plusDays(7), FIRST.plusDays(7));
        long notSeenToEnd = lasting(FIRST.plusDays(7), FIRST.plusDays(6));
        assertThat(CURRENT.get(6)).isBetween(last * 99 / 100, notSeenToEnd * 101 / 100);
        assertThat(home.ask("ods.wecom_contact", "_drop_date = '2026-11-19' and _change <> 'present'", "1"))
                .isEmpty();
    }

    /** How many true contacts began before one midnight and did not end before another. */
    private static long lasting(LocalDate begun, LocalDate ended) throws IOException {
        return truth("contact").stream()
                .filter(i -> i.begin().compareTo(begun + " 00:00:00") < 0)
                .filter(i -> i.end().isEmpty() || i.end().compareTo(ended + " 00:00:00") >= 0)
                .count();
    }

    @Test
    void intervals_never_overlap() {
        Map.of(
                        "dwd.wecom_relation", "staff_userid, external_userid",
                        "dwd.group_member", "chat_id, member_userid",
                        "dwd.oa_relation", "appid, openid")
                .forEach((table, key) -> assertThat(home.ask(
                                table,
                                "true",
                                "coalesce(valid_to > " + NO_OVERLAP.formatted(key) + " or valid_to < valid_from, false)"
                                        + " or (valid_to is null and " + NO_OVERLAP.formatted(key) + " is not null)"))
                        .as(table)
                        .isNotEmpty()
                        .containsOnly("false"));
    }
}
