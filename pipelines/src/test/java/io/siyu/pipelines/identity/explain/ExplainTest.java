package io.siyu.pipelines.identity.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.warehouse.SiyuException.InvalidDefinition;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the commands answer over a few customers. */
class ExplainTest {
    private static TinyRelease release;
    private static Names clear;
    private static Names masked;

    @BeforeAll
    static void release() {
        release = new TinyRelease();
        clear = new Names(release.model, true, new VaultPhones(release.published));
        masked = new Names(release.model, false, new VaultPhones(release.published));
    }

    @Test
    void why_tells_the_path_edge_by_edge_with_the_landed_rows() {
        assertThat(why(clear, "M00003", "member_id:pospal:S1:80001")).isEqualTo("""
                One customer, %s: 会员编号 member_id:crm:M00003 and 会员编号 member_id:pospal:S1:80001
                are tied by 2 edges; the weakest is number 1.
                  1. 会员编号 member_id:crm:M00003  —  手机号 phone:139****0004
                     medium (M, merges within limits), priority 50; said by member in 1 record, 2026-11-15
                     shown by member M00003: ods.member, 2026-11-15/master/member.csv, row 1
                  2. 手机号 phone:139****0004  —  会员编号 member_id:pospal:S1:80001
                     medium (M, merges within limits), priority 50; said by pos in 1 record, 2026-11-17
                     shown by pos S1|2026111700001: ods.pos_ticket, 2026-11-17/pos/S1.json, row 9""".formatted(oneid("M00003")));
        assertThat(why(masked, "phone:+86 139 1111 0004", "M00003"))
                .contains("phone:139****0004", "member_id:crm:M0****03", "shown by member M0****03: ods.member")
                .doesNotContain("M00003");
    }

    @Test
    void why_of_two_customers_says_so_and_where_to_ask() {
        assertThat(why(masked, "M00001", "M00007"))
                .contains("They are two customers: M00001 is U", "bin/siyu identity why-not M00001 M00007");
    }

    @Test
    void a_limit_that_refused_an_edge_is_told_with_both_values() {
        assertThat(whyNot("M00001", "M00002"))
                .contains(
                        "a limit refused one of them:",
                        "a customer has at most 1 会员编号 member_id of crm (values_per_oneid in identity.yml);",
                        "one side has 会员编号 member_id:crm:M0000",
                        "the other 会员编号 member_id:crm:M0000");
    }

    @Test
    void a_phone_that_was_given_up_is_told_with_the_day() {
        assertThat(whyNot("M00003", "M00004"))
                .contains(
                        "They were seen together, by 1 edge that may not merge:",
                        "会员编号 member_id:crm:M00003  —  手机号 phone:139****0003",
                        "taken back on 2026-11-15: the list that said so says otherwise since");
    }

    @Test
    void a_clerks_phone_is_told_as_what_it_is() {
        assertThat(whyNot("M00005", "M00006"))
                .contains(
                        "by 2 edges that may not merge:",
                        "手机号 phone:139****0009 is a bad value (staff): phone of staff G001");
    }

    @Test
    void strangers_are_two_components_and_one_customer_is_told_as_one() {
        assertThat(whyNot("M00001", "M00007"))
                .contains(
                        "No identifier was ever seen with both",
                        "2 identifiers: 会员编号 member_id:crm:M00007, 微信 unionid");
        assertThat(whyNot("M00003", "phone:13911110004")).contains("They are one customer, " + oneid("M00003"));
    }

    @Test
    void show_tells_identifiers_graph_and_history_and_draws_it() {
        Show.Found found = new Show(release.published, masked).of(oneid("M00003"));
        assertThat(String.join("\n", found.lines()))
                .contains(
                        "Customer " + oneid("M00003") + ": 3 identifiers, 2 edges.",
                        "手机号    phone:139****0004",
                        "  会员编号 member_id:crm:M0****03\n  └─ M  手机号 phone:139****0004, 2026-11-15, member\n"
                                + "     └─ M  会员编号 member_id:pospal:S1:1****, 2026-11-17, pos"
                                        .replace("1****", "8****"),
                        "2024-03-01  created (新建)")
                .doesNotContain("13911110004");
        assertThat(found.svg())
                .startsWith("<svg ")
                .contains("phone:139****0004")
                .doesNotContain("13911110004");
    }

    @Test
    void the_weakest_edge_is_told_with_what_would_part() {
        assertThat(lines(new Weakest(release.published, clear).lines("member_id:pospal:S1:80001")))
                .contains(
                        oneid("M00003") + " has 3 identifiers and 2 edges. The edge that holds it together",
                        "  1 identifier: 会员编号 member_id:crm:M00003");
    }

    @Test
    void another_limit_is_tried_on_the_whole_base() {
        assertThat(whatIf("member_id.values_per_oneid=2"))
                .contains("merges        1; splits 0", "merged  " + "U", "Nothing was written.");
        assertThat(whatIf("phone.strength=W")).contains("merges        0; splits");
        assertThat(whatIf("phone.values_per_oneid=3")).contains("nothing would change, for it is so already");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            phone:13800138000 | Cannot explain phone:13800138000: identity.yml refuses it as nobody's phone
            phone:12          | Invalid identifier 'phone:12': '12' is no phone; expected what matches
            13911119999       | Cannot find 13911119999: Release R20261120.1, as of 2026-11-20, knows no such identifier
            phon:13911110001  | knows no such identifier or OneID; did you mean 'phone'?
            """)
    void what_is_nobodys_or_not_there_is_told(String asked, String message) {
        assertThatThrownBy(() -> whyNot(asked, "M00001"))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageContaining(message);
    }

    private static String oneid(String member) {
        return new Identifiers(release.published, release.model)
                .find(member)
                .oneids()
                .get(0);
    }

    private static String why(Names names, String a, String b) {
        return lines(new Why(release.published, names).lines(a, b));
    }

    private static String whyNot(String a, String b) {
        return lines(new WhyNot(release.published, clear).lines(a, b));
    }

    private static String whatIf(String setting) {
        WhatIf whatIf = new WhatIf(release.published, release.with(setting));
        return lines(new OutcomeText(whatIf, clear).lines(List.of(setting)));
    }

    private static String lines(List<String> lines) {
        return String.join("\n", lines);
    }
}
