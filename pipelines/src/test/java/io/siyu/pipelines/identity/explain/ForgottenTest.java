package io.siyu.pipelines.identity.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.TestSpark;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Which OneIDs of before a merge go with a customer: months that are over still call the person by them. */
class ForgottenTest {
    /** 2 became 1 with all it had; 3 was split, and 4 has a part of it; 5 is somebody else. */
    private static final String SPANS = """
            select * from values
                ('member_id|crm|M1', '1', null),
                ('member_id|crm|M2', '2', date'2026-11-03'), ('member_id|crm|M2', '1', null),
                ('phone|*|tk2', '2', date'2026-11-03'), ('phone|*|tk2', '1', null),
                ('phone|*|tk3@2026-10-01', '3', date'2026-11-03'), ('phone|*|tk3@2026-10-01', '1', null),
                ('member_id|crm|M4', '3', date'2026-11-03'), ('member_id|crm|M4', '4', null),
                ('member_id|crm|M5', '5', null)
            as t(node, oneid, released_on)""";

    private static final Set<String> GONE =
            Set.of("member_id|crm|M1", "member_id|crm|M2", "phone|*|tk2", "phone|*|tk3");

    private final Dataset<Row> spans = TestSpark.session().sql(SPANS);

    @Test
    void an_id_that_ended_in_a_merge_and_named_nobody_else_goes_too() {
        assertThat(Forgotten.former(spans, GONE, Set.of())).containsExactly("2");
    }

    @Test
    void an_id_whose_identifiers_somebody_else_has_now_is_left_alone() {
        assertThat(Forgotten.former(spans, Set.of("phone|*|tk3"), Set.of())).isEmpty();
    }

    @Test
    void an_identifier_that_two_shared_does_not_keep_the_id_that_ended() {
        assertThat(Forgotten.former(spans, Set.of("member_id|crm|M2"), Set.of("phone|*|tk2")))
                .containsExactly("2");
    }
}
