package io.siyu.pipelines.identity.graph;

import static io.siyu.pipelines.identity.graph.Graphs.rows;
import static io.siyu.pipelines.identity.graph.Graphs.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.identity.graph.Graphs.Edge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PollutedValuesTest {
    private final PollutedValues values =
            new PollutedValues(new TreeMap<>(Map.of("phone", 2)), new TreeSet<>(Set.of("member_id", "unionid")));
    private final List<Edge> edges = new ArrayList<>();

    @Test
    void a_phone_of_three_members_is_one_with_them_as_evidence() {
        tie("phone|cn|1", "member_id|crm|1", "member_id|crm|2", "member_id|crm|3", "member_id|crm|3");
        assertThat(values.of(rows(edges)).collectAsList())
                .singleElement()
                .satisfies(row -> assertThat(row.toString())
                        .startsWith("[phone|cn|1,member_id|crm,3,2,")
                        .contains("member_id|crm|"));
    }

    @Test
    void a_person_with_one_strong_id_of_many_kinds_is_no_reason() {
        tie("phone|cn|1", "member_id|crm|1", "member_id|crm|2", "unionid|a|1", "unionid|b|1", "unionid|b|2");
        assertThat(values.of(rows(edges)).count()).isZero();
    }

    @Test
    void ids_that_are_not_strong_and_types_that_are_not_named_are_not_judged() {
        tie("phone|cn|1", "device|a|1", "device|a|2", "device|a|3");
        tie("address|cn|1", "member_id|crm|1", "member_id|crm|2", "member_id|crm|3");
        assertThat(values.of(rows(edges)).count()).isZero();
    }

    @Test
    void its_edges_go_and_all_others_stay() {
        tie("phone|cn|1", "member_id|crm|1", "member_id|crm|2", "member_id|crm|3");
        edges.add(Edge.of("unionid|a|1", "phone|cn|1"));
        edges.add(Edge.of("unionid|a|1", "phone|cn|2"));
        assertThat(texts(PollutedValues.without(rows(edges), values.of(rows(edges)))))
                .singleElement()
                .asString()
                .startsWith("[unionid|a|1,phone|cn|2,");
    }

    private void tie(String value, String... ids) {
        for (String id : ids) {
            edges.add(edges.size() % 2 == 0 ? Edge.of(value, id) : Edge.of(id, value));
        }
    }
}
