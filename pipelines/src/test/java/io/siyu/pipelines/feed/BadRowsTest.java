package io.siyu.pipelines.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadRowsTest {
    private static final int BAD = 1_000;
    private static final String FEED = """
            files: "*.csv"
            format: csv
            encoding: [gb18030, utf-8]
            header: {match: name}
            clean: [excel_text_id]
            reject:
              - {when: order_no is in scientific notation, reason: rounded_id}
              - {when: order_no is longer than 20, reason: id_too_long}
              - {when: 'order_no does not match /[0-9]+/', reason: id_not_digits}
              - {when: fee is not a number, reason: fee_not_a_number}
              - {when: fee is negative, reason: negative_fee}
              - {when: quantity is not a whole number, reason: quantity_not_whole}
              - {when: ordered_on is not a date, reason: no_such_date}
              - {when: paid_at is not a time, reason: no_such_time}
              - {when: phone is not a phone, reason: no_phone}
              - {when: 'status is not one of 交易成功, 交易关闭, 测试单', reason: unknown_status}
              - {when: status is 测试单, reason: test_order}
            """;
    private static final List<BadRows.Kind> KINDS = List.of(
            new BadRows.Kind("4.41700E+18,1,1,2026-10-03,,,交易成功,x", "rounded_id"),
            new BadRows.Kind("441700330011223344556,1,1,2026-10-03,,,交易成功,x", "id_too_long"),
            new BadRows.Kind("44170A,1,1,2026-10-03,,,交易成功,x", "id_not_digits"),
            new BadRows.Kind("1,一元,1,2026-10-03,,,交易成功,x", "fee_not_a_number"),
            new BadRows.Kind("1,-5.00,1,2026-10-03,,,交易成功,x", "negative_fee"),
            new BadRows.Kind("1,1,0.5,2026-10-03,,,交易成功,x", "quantity_not_whole"),
            new BadRows.Kind("1,1,1,2026-02-29,,,交易成功,x", "no_such_date"),
            new BadRows.Kind("1,1,1,2026-10-03,2026-10-03 25:00:00,,交易成功,x", "no_such_time"),
            new BadRows.Kind("1,1,1,2026-10-03,,021-5555,交易成功,x", "no_phone"),
            new BadRows.Kind("1,1,1,2026-10-03,,,交易中,x", "unknown_status"),
            new BadRows.Kind("1,1,1,2026-10-03,,,测试单,\"x\ny\"", "test_order"),
            new BadRows.Kind(",1,1,2026-10-03,,,交易成功,x", "order_no_is_empty"),
            new BadRows.Kind("1,1,1,2026-10-03,,,交易成功", "wrong_number_of_cells"),
            new BadRows.Kind("1,1,1,2026-10-03,,,交易成功,\"没有结束", "truncated_row"),
            new BadRows.Kind("1,1,1,2026-10-03,,,交易成功,\"羊绒\"围巾", "broken_quotes"));
    private static final List<String> GOOD = List.of(
            "=\"4417003300112233445\",\"268.00\",2,2026-10-03,2026-10-03 10:11:12,13800000021,交易成功,\"红,\"\"大\"\"\n件\"",
            "42,0,1,2026/5/3,,,交易关闭,",
            "43,1.5,-1,20261003,1790998367,,交易成功,plain");

    @TempDir
    Path folder;

    private final BadRows file = BadRows.of(
            "order_no,fee,quantity,ordered_on,paid_at,phone,status,note", BAD, KINDS, i -> GOOD.get(i % GOOD.size()));

    @Test
    void a_thousand_bad_rows_of_fifteen_kinds_come_out_with_their_reasons_and_none_is_lost() {
        Parsed parsed = parse();
        assertThat(parsed.bad()).containsExactlyElementsOf(file.expected());
        assertThat(parsed.raw(FeedParser.BAD)).containsExactlyElementsOf(file.raws());
        assertThat(KINDS.stream().map(BadRows.Kind::reason).distinct()).hasSize(15);
    }

    @Test
    void every_good_row_among_them_lands() {
        Parsed parsed = parse();
        assertThat(parsed.landed())
                .hasSize(file.rows() - BAD)
                .containsOnly(
                        "4417003300112233445|268.00|2|2026-10-03|2026-10-03 10:11:12|13800000021|交易成功|红,\"大\"\n件",
                        "42|0|1|2026/5/3|~|~|交易关闭|~",
                        "43|1.5|-1|20261003|1790998367|~|交易成功|plain");
        assertThat(parsed.trailer().get("rows").asInt()).isEqualTo(file.rows());
        assertThat(parsed.trailer().get("landed").asInt()).isEqualTo(file.rows() - BAD);
        assertThat(parsed.trailer().get("bad").asInt()).isEqualTo(BAD);
    }

    private Parsed parse() {
        return new FeedFixture(folder, "order_no fee quantity ordered_on paid_at phone status note", FEED)
                .parse("bad.csv", FeedFixture.bytes(file.text(), "gbk"));
    }
}
