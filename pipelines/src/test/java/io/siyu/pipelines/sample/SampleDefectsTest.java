package io.siyu.pipelines.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.siyu.pipelines.sample.catalogue.Defect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every fault is where the truth says it is, and about as often as it should be. */
class SampleDefectsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whose detail says in words what the row shows. */
    private static final Set<Defect> WORDS = Set.of(
            Defect.ROUNDED_ID,
            Defect.UNMAPPABLE_CHARACTER,
            Defect.TOTAL_ROW,
            Defect.TOTAL_MISMATCH,
            Defect.STAFF_IN_GROUP,
            Defect.ROBOT_IN_GROUP,
            Defect.REFERRAL_RING,
            Defect.RECYCLED_NUMBER,
            Defect.FAMILY_PHONE,
            Defect.TWO_PHONES,
            Defect.INVALID_JSON);

    @Test
    void every_class_is_planted() {
        Set<String> planted =
                SmallWorld.truth("defect").stream().map(d -> d.get("class")).collect(Collectors.toSet());
        assertThat(planted)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Defect.values()).map(Defect::text).toList());
    }

    @Test
    void every_identity_class_has_fifty_cases() {
        Map<String, Set<String>> cases = new TreeMap<>();
        for (Map<String, String> d : SmallWorld.truth("defect")) {
            if (defect(d).theme() == Defect.Theme.IDENTITY) {
                cases.computeIfAbsent(d.get("class"), c -> new TreeSet<>()).add(d.get("file") + d.get("row"));
            }
        }
        assertThat(cases)
                .hasSize(23)
                .allSatisfy((name, found) -> assertThat(found).as(name).hasSizeGreaterThanOrEqualTo(50));
    }

    @Test
    void actions_are_those_of_the_catalogue() {
        assertThat(SmallWorld.truth("defect"))
                .allSatisfy(d -> assertThat(d.get("expected_action"))
                        .isEqualTo(defect(d).action().text()));
    }

    @Test
    void the_row_that_is_named_is_there_and_about_what_is_said() {
        List<String> faults = new ArrayList<>();
        Set<String> rounded = SmallWorld.truth("defect").stream()
                .filter(d -> defect(d) == Defect.ROUNDED_ID)
                .map(d -> d.get("file") + d.get("row"))
                .collect(Collectors.toSet());
        for (Map<String, String> d : SmallWorld.truth("defect")) {
            int row = Integer.parseInt(d.get("row"));
            if (row > 0 && !rounded.contains(d.get("file") + row)) {
                List<String> rows = SmallWorld.rows(d.get("file"));
                String text = row <= rows.size() ? rows.get(row - 1) : "";
                String key = d.get("detail").split(",? ", 2)[0];
                if (text.isEmpty() || (!WORDS.contains(defect(d)) && !text.contains(key))) {
                    faults.add(d + ": " + text);
                }
            }
        }
        assertThat(faults.subList(0, Math.min(3, faults.size()))).isEmpty();
    }

    @Test
    void broken_lines_are_no_json_and_all_others_are() {
        Map<String, Set<Integer>> broken = new HashMap<>();
        for (Map<String, String> d : SmallWorld.truth("defect")) {
            if (defect(d) == Defect.INVALID_JSON) {
                broken.computeIfAbsent(d.get("file"), f -> new TreeSet<>()).add(Integer.parseInt(d.get("row")));
            }
            if (defect(d) == Defect.TRUNCATED_LAST_LINE) {
                int last = SmallWorld.rows(d.get("file")).size();
                broken.computeIfAbsent(d.get("file"), f -> new TreeSet<>()).add(last);
            }
        }
        for (String file : SmallWorld.files(".*\\.jsonl(\\.gz)?")) {
            Set<Integer> found = new TreeSet<>();
            List<String> rows = SmallWorld.rows(file);
            for (int i = 0; i < rows.size(); i++) {
                if (!isJson(rows.get(i))) {
                    found.add(i + 1);
                }
            }
            String first = file.replace("(1)", "");
            assertThat(found).as(file).isEqualTo(broken.getOrDefault(first, Set.of()));
        }
    }

    @Test
    void rounded_ids_stand_in_their_rows() {
        assertThat(SmallWorld.truth("defect"))
                .filteredOn(d -> defect(d) == Defect.ROUNDED_ID)
                .isNotEmpty()
                .allSatisfy(d -> assertThat(row(d)).containsPattern("[0-9]\\.[0-9]{5}E\\+[0-9]+"));
    }

    @Test
    void exact_duplicates_have_a_twin_in_their_file() {
        assertThat(SmallWorld.truth("defect"))
                .filteredOn(d -> defect(d) == Defect.EXACT_DUPLICATE)
                .isNotEmpty()
                .allSatisfy(d -> assertThat(SmallWorld.rows(d.get("file")))
                        .filteredOn(row(d)::equals)
                        .hasSizeGreaterThanOrEqualTo(2));
    }

    /** Cases for each hundred rows of a feed, with room for chance. */
    @ParameterizedTest
    @CsvSource({
        "pos_without_member, pos/ticket, 30, 40",
        "clerk_card, pos/ticket, 0.8, 2.2",
        "mixed_tender, pos/ticket, 10, 14",
        "stored_value, pos/ticket, 4.5, 7.5",
        "exact_duplicate, jd/order, 0.1, 1.2",
        "late_row, mp/event, 1.5, 2.5",
        "very_late_row, mp/event, 0.05, 0.3",
        "clock_off, mp/event, 0.35, 0.65",
        "clock_absurd, mp/event, 0.02, 0.1",
        "bot_events, mp/event, 0.2, 0.7",
        "invalid_json, mp/event, 0.02, 0.1"
    })
    void row_faults_come_about_as_often_as_they_should(String name, String feed, double least, double most) {
        long rows = SmallWorld.files(".*/" + feed + "_.*").stream()
                .mapToLong(f -> SmallWorld.rows(f).size())
                .sum();
        long cases = SmallWorld.truth("defect").stream()
                .filter(d -> d.get("class").equals(name) && d.get("file").contains("/" + feed + "_"))
                .count();
        assertThat(100.0 * cases / rows).isBetween(least, most);
    }

    private static String row(Map<String, String> defect) {
        return SmallWorld.rows(defect.get("file")).get(Integer.parseInt(defect.get("row")) - 1);
    }

    private static Defect defect(Map<String, String> row) {
        return Defect.valueOf(row.get("class").toUpperCase(java.util.Locale.ROOT));
    }

    private static boolean isJson(String line) {
        try {
            JSON.readTree(line);
            return true;
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
