package io.siyu.pipelines.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A total row is no data; where the feed says so, it is compared with its rows, and a difference is told. */
class TotalRowTest {
    private static final String HEADER = "万相台报表\n日期,计划,花费,1、您有多大可能推荐\n";
    private static final String ROWS = "2026-11-20,A,\"1,398.68\",9\n2026-11-20,B,1.32,8\n";

    @TempDir
    Path folder;

    private FeedFixture shop;

    @BeforeEach
    void house() {
        shop = new FeedFixture(folder, "day plan cost score", """
                files: "*.csv"
                format: csv
                header:
                  match: name
                  aliases: {day: [日期], plan: [计划], cost: [花费], score: ['/[0-9]+、.*推荐.*/']}
                clean: [thousands_separator]
                null_tokens: ["", "-"]
                totals: [cost]
                reject:
                  - {when: cost is not a number, reason: bad_amount}
                """);
    }

    @Test
    void a_total_that_agrees_says_nothing() {
        Parsed parsed = shop.parse("a.csv", HEADER + ROWS + "总计,,\"1,400.00\",-\n");
        assertThat(parsed.landed()).containsExactly("2026-11-20|A|1398.68|9", "2026-11-20|B|1.32|8");
        assertThat(parsed.trailer().get("skipped").asInt()).isOne();
        assertThat(parsed.trailer().get("reason").isNull()).isTrue();
    }

    @Test
    void a_total_that_differs_is_told_and_the_rows_land() {
        Parsed parsed = shop.parse("a.csv", HEADER + ROWS + "合计,,1900,\n");
        assertThat(parsed.landed()).hasSize(2);
        assertThat(parsed.trailer().get("status").asText()).isEqualTo("ok");
        assertThat(parsed.trailer().get("reason").asText())
                .isEqualTo("total_differs: cost is 1900 and its rows 1400.00");
    }

    @Test
    void a_total_without_a_number_or_of_another_width_says_nothing() {
        assertThat(shop.parse("a.csv", HEADER + ROWS + "总计,,-,\n")
                        .trailer()
                        .get("reason")
                        .isNull())
                .isTrue();
        assertThat(shop.parse("b.csv", HEADER + ROWS + "总计,,\n")
                        .trailer()
                        .get("reason")
                        .isNull())
                .isTrue();
    }

    @Test
    void a_header_name_may_be_a_pattern() {
        String reworded = HEADER.replace("您有多大可能推荐", "您愿意推荐我们吗（0-10分）");
        assertThat(shop.parse("a.csv", reworded + ROWS).landed()).hasSize(2);
        assertThat(shop.parse("b.csv", HEADER.replace("推荐", "回来") + ROWS)
                        .trailer()
                        .get("reason")
                        .asText())
                .startsWith("missing_columns: score");
    }

    @Test
    void below_a_footer_stand_totals_by_its_own_names() {
        FeedFixture bill = bill();
        String rows = "单号,时间,金额\n#1,今天,1.20\n2,今天,`2.30\n3,今天,`0.50\n";
        Parsed parsed = bill.parse("a.csv", rows + "总单数,总金额\n`2,`2.80\n");
        assertThat(parsed.landed()).containsExactly("2|今天|2.30", "3|今天|0.50");
        assertThat(parsed.bad()).isEmpty();
        assertThat(parsed.trailer().get("reason").isNull()).isTrue();
        assertThat(bill.parse("b.csv", rows + "总单数,总金额\n`2,`3.00\n")
                        .trailer()
                        .get("reason")
                        .asText())
                .isEqualTo("total_differs: fee is 3.00 and its rows 2.80");
        assertThat(bill.parse("c.csv", rows).trailer().get("reason").asText()).isEqualTo("total_missing");
    }

    @Test
    void lines_that_begin_as_comments_do_are_no_records_wherever_they_stand() {
        Parsed parsed = bill().parse(
                        "a.csv",
                        "#账单\n#账号：[2088],单号,时间,金额\n" + "#\n".repeat(5) + "单号,时间,金额\n2,今天,2.30\n#合计：1笔，2.30元\n");
        assertThat(parsed.landed()).containsExactly("2|今天|2.30");
        assertThat(parsed.bad()).isEmpty();
    }

    private FeedFixture bill() {
        return new FeedFixture(folder.resolve("bill"), "no at fee", """
                files: "*.csv"
                format: csv
                header:
                  match: name
                  comment: "#"
                  footer: 总单数
                  aliases: {no: [单号], at: [时间], fee: [金额, 总金额]}
                clean: [backtick]
                totals: [fee]
                """);
    }
}
