package io.siyu.pipelines.identity.explain;

import static io.siyu.pipelines.identity.explain.Drawn.node;
import static io.siyu.pipelines.identity.explain.Drawn.tie;
import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.identity.explain.Verdict.Lost;
import io.siyu.pipelines.identity.explain.Verdict.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerdictsTest {
    @Test
    void the_path_with_the_fewest_refused_edges_is_told_however_long() {
        Tie direct = tie("ad", "S", 90);
        Tie second = tie("cd", "M", 20);
        Tie refusedToo = tie("ae", "M", 10);
        Ties ties = Drawn.graph(
                tie("ab", "S", 90),
                tie("bc", "S", 90),
                second,
                direct,
                refusedToo,
                tie("ed", "S", 1),
                tie("be", "S", 1));
        Map<Tie, Refusal> refusals =
                Map.of(direct, refusal(direct), second, refusal(second), refusedToo, refusal(refusedToo));
        assertThat(Verdicts.refused(ties, refusals, node('a'), node('c')))
                .contains(new Verdict.Refused(List.of(tie("ab", "S", 90), tie("bc", "S", 90)), List.of()));
        Ties apart = Drawn.graph(tie("ab", "S", 90), direct, second, tie("bc", "S", 9));
        assertThat(Verdicts.refused(apart, refusals, node('b'), node('d')))
                .contains(new Verdict.Refused(List.of(tie("ab", "S", 90), direct), List.of(refusal(direct))));
    }

    @Test
    void a_value_of_both_sides_is_told_with_its_earlier_and_its_later_owner() {
        Set<String> first = Set.of("phone|*|13911110001", "member_id|crm|M1");
        Set<String> later = Set.of("phone|*|13911110001@2026-05-01", "member_id|crm|M2");
        Verdict recycled = new Verdict.Recycled("phone|*|13911110001", "phone|*|13911110001@2026-05-01");
        assertThat(Verdicts.recycled(first, later)).contains(recycled);
        assertThat(Verdicts.recycled(later, first)).contains(recycled);
        assertThat(Verdicts.recycled(first, first)).isEmpty();
        assertThat(Verdicts.recycled(first, Set.of("member_id|crm|M2"))).isEmpty();
    }

    @Test
    void edges_that_may_not_merge_are_told_when_they_lead_from_one_side_to_the_other() {
        Lost direct = lost("a", "x");
        Lost half = lost("b", "v");
        Lost otherHalf = lost("v", "y");
        Lost elsewhere = lost("a", "w");
        List<Lost> all = List.of(elsewhere, otherHalf, half, direct);
        assertThat(Verdicts.dropped(all, Set.of("a", "b"), Set.of("x", "y")))
                .contains(new Verdict.Dropped(List.of(direct, half, otherHalf)));
        assertThat(Verdicts.dropped(List.of(elsewhere, half), Set.of("a", "b"), Set.of("x", "y")))
                .isEmpty();
        assertThat(Verdicts.dropped(List.of(lost("a", "b")), Set.of("a", "b"), Set.of("x")))
                .isEmpty();
    }

    private static Refusal refusal(Tie tie) {
        return new Refusal(tie, "member_id|crm", "member_id|crm|1", "member_id|crm|2");
    }

    private static Lost lost(String left, String right) {
        return new Lost(left, right, "M", "pos", "pos|1", null, null, null, "v", "staff", "phone of staff 1");
    }
}
