package io.siyu.pipelines.identity.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.warehouse.SiyuException.InvalidDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionsTest {
    private static final String MEMBER = "member_id|crm|1";
    private static final String OTHER = "member_id|crm|2";
    private static final String BUYER = "jd_open_id|10088|o*a";
    private static final String ONEID = "U00000000000A";
    private static final Map<String, Holder> KNOWN = Map.of(
            MEMBER, new Holder(MEMBER, MEMBER, Set.of("member_id|crm")),
            OTHER, new Holder(OTHER, OTHER, Set.of("member_id|crm")),
            BUYER, new Holder(BUYER, BUYER, Set.of("jd_open_id|10088")),
            ONEID, new Holder(MEMBER, MEMBER, Set.of("member_id|crm")));

    @TempDir
    Path folder;

    @Test
    void a_oneid_is_decided_by_the_identifier_that_speaks_for_it() {
        assertThat(decided(row(1, ONEID, BUYER, "same", "amy"))).containsExactly(row(1, MEMBER, BUYER, "same", "amy"));
    }

    @Test
    void two_members_may_be_called_different() {
        assertThat(decided(row(1, MEMBER, OTHER, "different", "amy"))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "member_id|crm|1; member_id|crm|2; same; amy; row 1: same, yet both customers have member_id|crm",
                "member_id|crm|1; member_id|crm|9; same; amy; row 1: right_id 'member_id|crm|9' is no identifier that",
                "member_id|crm|1; U00000000000A; different; amy; row 1: both ids are member_id|crm|1",
                "member_id|crm|1; jd_open_id|10088|o*a; maybe; amy; row 1: decision 'maybe'",
                "member_id|crm|1; jd_open_id|10088|o*a; same; ' '; row 1: decided_by is empty"
            })
    void what_cannot_be_obeyed_is_refused_by_row(
            String left, String right, String decision, String by, String message) {
        assertThatThrownBy(() -> decided(row(1, left, right, decision, by)))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageStartingWith("Cannot decide decisions.csv: 1 of 1 rows cannot be obeyed:")
                .hasMessageContaining(message)
                .hasMessageEndingWith("Nothing was written; mend these rows and give the file again.");
    }

    @Test
    void two_words_on_one_pair_are_refused_and_all_faults_are_told_at_once() {
        assertThatThrownBy(() -> decided(
                        row(1, MEMBER, BUYER, "same", "amy"),
                        row(2, BUYER, ONEID, "different", "bo"),
                        row(3, MEMBER, "x", "same", "bo")))
                .hasMessageContaining("2 of 3 rows")
                .hasMessageContaining("row 2: different, and row 1 says same of the same two")
                .hasMessageContaining("row 3: right_id 'x'");
    }

    @Test
    void the_same_decisions_are_the_same_drop_file() throws IOException {
        List<Decision> decisions = List.of(row(1, MEMBER, BUYER, "same", "amy"));
        LocalDate date = LocalDate.of(2026, 11, 20);
        Path file = DecisionFile.drop(decisions, folder, date);
        assertThat(DecisionFile.drop(decisions, folder, date)).isEqualTo(file);
        assertThat(folder.relativize(file).toString()).startsWith("2026-11-20/control/id_decision_20261120_");
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "left_id,right_id,decision,decided_by,reason,decided_on",
                        "member_id|crm|1,jd_open_id|10088|o*a,same,amy,seen,2026-11-20");
    }

    private static List<Decision> decided(Decision... decisions) {
        return new Decisions("decisions.csv", KNOWN).checked(List.of(decisions));
    }

    private static Decision row(int row, String left, String right, String decision, String by) {
        return new Decision(row, left, right, decision, by, "seen");
    }
}
