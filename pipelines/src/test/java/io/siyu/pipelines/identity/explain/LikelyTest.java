package io.siyu.pipelines.identity.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the commands answer where no identifier ties and a likely link does. */
class LikelyTest {
    private static final String BUYER = "member_id:pospal:S1:80002";
    private static TinyRelease release;
    private static Names clear;

    @BeforeAll
    static void release() {
        release = new TinyRelease(TinyRelease.LIKELY);
        clear = new Names(release.model, true, new VaultPhones(release.published));
    }

    @Test
    void why_tells_what_each_comparison_adds() {
        assertThat(new Why(release.published, clear).lines("M00007", BUYER))
                .contains(
                        "are tied by 1 edge.",
                        "     likely (L, 疑似同一人): 10.0 bits, a probability of 0.9990",
                        "       chance alone                  -13.3  =  -13.3  -------",
                        "       phone: six digits fit         +13.1  =   -0.2  +++++++",
                        "       surname: same                 +10.2  =  +10.0  +++++");
    }

    @Test
    void the_link_is_in_the_graph_and_holds_the_customer_together() {
        assertThat(new Show(release.published, clear).of(BUYER).lines())
                .contains("  └─ L  会员编号 member_id:pospal:S1:80002, 10 bits, likely link");
        assertThat(String.join("\n", new Weakest(release.published, clear).lines(BUYER)))
                .contains(
                        "has 4 identifiers and 3 edges. The edge that holds it together",
                        "likely (L, 疑似同一人): 10.0 bits");
    }

    @Test
    void why_not_tells_a_pair_that_was_compared_and_left() {
        List<String> lines = new WhyNot(release.published, clear).lines("M00004", BUYER);
        assertThat(lines)
                .contains(
                        "They were compared (疑似同一人), and stay two: grey, likely, but not likely enough.",
                        "  -1.0 bits, a probability of 0.3333:");
        assertThat(new WhyNot(release.published, clear).lines("M00007", BUYER))
                .anyMatch(line -> line.startsWith("They are one customer, "));
    }

    @Test
    void who_is_known_by_a_phone_of_two_members_is_neither() {
        assertThat(new WhyNot(release.published, clear).lines("M00001", "weimob_wid:402:77"))
                .contains("They were seen together, by 1 edge that may not merge:")
                .contains(
                        "     a value that several customers share (共用): whose anything else is that is seen with it is a guess");
    }
}
