package io.siyu.pipelines.land;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.check.FeedCase;
import io.siyu.pipelines.step.StepCost;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nights read out of a table of another system, and what lands of it. */
class JdbcFeedTest {
    private static final String CONTRACT = """
            name: ods.sale
            description: Sales.
            grain: [no, _row_hash]
            owner: o
            columns:
              - {name: no, required: true, description: d}
              - {name: fee, description: d}
              - {name: paid_at, description: d}
              - {name: updated_at, description: d}
            """;
    private static final String FEED = """
            jdbc:
              source: shop
              table: sale
              key: id
              watermark: {column: changed, type: timestamp, overlap: 1 hour}
              partition: {count: 3}
            fields: {no: sale_no, updated_at: changed}
            reject:
              - {when: fee is not a number, reason: bad_amount}
              - {when: paid_at is not a time, reason: bad_time}
            """;
    private static final String TABLE =
            "create table sale(id bigint primary key, sale_no varchar, fee decimal(12, 2), paid_at timestamp, changed %s)";
    private static final String ROWS = "concat(no, ' ', fee, ' ', paid_at, ' ', updated_at)";

    @TempDir
    Path folder;

    private SourceHouse house;

    @BeforeEach
    void source() {
        String name = UUID.nameUUIDFromBytes(folder.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
        house = new SourceHouse(folder, "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
        house.text("house/tables/ods/sale/table.yml", CONTRACT).text("house/tables/ods/sale/feed.yml", FEED);
    }

    private void sale(int id, String fee, String changed) {
        house.sql("merge into sale values (" + id + ", 'S" + id + "', " + fee + ", timestamp '2026-11-01 08:00:00', "
                + (changed.isEmpty() ? "null" : "timestamp '2026-11-" + changed + "'") + ")");
    }

    @Test
    void a_night_reads_what_changed_since_the_one_before_each_part_once() {
        house.sql(TABLE.formatted("timestamp not null"));
        sale(1, "128.00", "19 10:00:00");
        sale(2, "12.50", "20 23:59:59.120");
        sale(3, "9.90", "21 00:00:00");
        house.land("ods.sale", 20);
        house.sql("set query_statistics true");
        StepCost night = StepCost.of(house.spark(), () -> house.land("ods.sale", 21));
        assertThat(house.ask("ods.sale", ROWS))
                .containsExactly(
                        "S1 128.00 2026-11-01 08:00:00 2026-11-19 10:00:00",
                        "S2 12.50 2026-11-01 08:00:00 2026-11-20 23:59:59.12",
                        "S2 12.50 2026-11-01 08:00:00 2026-11-20 23:59:59.12",
                        "S3 9.90 2026-11-01 08:00:00 2026-11-21 00:00:00");
        assertThat(house.manifest())
                .containsExactly(
                        "20 ..20261121T000000 landed 2=2+0", "21 20261120T230000..20261122T000000 landed 2=2+0");
        List<String> reads =
                house.query("select execution_count, max_row_count from information_schema.query_statistics"
                        + " where lower(sql_statement) like '%paid_at%' and sql_statement not like '%1=0%'"
                        + " and sql_statement like '%WHERE%'");
        assertThat(reads).as("ids 2 and 3: two parts of a row each").containsExactly("1 1", "1 1");
        assertThat(night.jobs()).isLessThanOrEqualTo(8);
        assertThat(house.extracts()).hasSize(2).allMatch(file -> file.startsWith("landing/"));
    }

    @Test
    void the_same_night_again_reads_the_same_range_and_lands_only_what_is_other_than_it_was() {
        house.sql(TABLE.formatted("timestamp"));
        sale(1, "1.00", "19 10:00:00");
        house.land("ods.sale", 20);
        assertThat(house.land("ods.sale", 20).verdict()).isEqualTo("unchanged");
        sale(2, "2.00", "20 10:00:00");
        sale(3, "3.00", "21 10:00:00");
        assertThat(house.land("ods.sale", 20).verdict()).isEqualTo("written");
        house.landAgain("ods.sale", 20);
        assertThat(house.manifest())
                .containsExactly("20 ..20261121T000000 changed 2=2+0", "20 ..20261121T000000 landed 1=1+0");
        house.land("ods.sale", 21);
        assertThat(house.manifest()).contains("21 20261120T230000..20261122T000000 landed 1=1+0");
    }

    @Test
    void nights_one_by_one_and_one_back_fill_know_the_same_rows() {
        house.sql(TABLE.formatted("timestamp"));
        for (int id = 1; id <= 12; id++) {
            sale(id, id + ".00", (18 + id % 4) + " 23:30:00");
        }
        for (int day = 18; day <= 21; day++) {
            house.land("ods.sale", day);
        }
        List<String> nights =
                house.ask("ods.sale", "_row_hash").stream().distinct().toList();
        SourceHouse other = new SourceHouse(folder.resolve("other"), house.url());
        other.text("house/tables/ods/sale/table.yml", CONTRACT).text("house/tables/ods/sale/feed.yml", FEED);
        other.land("ods.sale", 21);
        assertThat(other.ask("ods.sale", "_row_hash")).hasSize(12).isEqualTo(nights);
        assertThat(other.ask("ods.sale", "lpad(concat(_row_no, ' ', no), 6, ' ')"))
                .as("in the order of the key")
                .startsWith("  1 S1", "  2 S2")
                .endsWith("12 S12");
    }

    @Test
    void a_row_without_a_watermark_lies_in_quarantine_once_with_its_columns_and_a_bad_one_with_its_reason() {
        house.text("house/tables/ods/sale/feed.yml", FEED.replace("fee is not a number", "fee is negative"));
        house.sql(TABLE.formatted("timestamp"));
        sale(1, "1.00", "20 10:00:00");
        sale(2, "-2.00", "20 11:00:00");
        sale(3, "3.00", "");
        house.land("ods.sale", 20);
        house.land("ods.sale", 21);
        assertThat(house.ask("ods.quarantine", "concat(day(drop_date), ' ', row_no, ' ', reason, ' ', raw)"))
                .containsExactly(
                        "20 1 no_watermark {\"sale_no\":\"S3\",\"fee\":\"3.00\",\"paid_at\":\"2026-11-01 08:00:00\",\"changed\":null,\"id\":\"3\"}",
                        "20 2 bad_amount {\"sale_no\":\"S2\",\"fee\":\"-2.00\",\"paid_at\":\"2026-11-01 08:00:00\",\"changed\":\"2026-11-20 11:00:00\",\"id\":\"2\"}");
        assertThat(house.manifest())
                .contains("20 null landed 1=0+1", "21 null duplicate 0=0+0", "20 ..20261121T000000 landed 2=1+1");
    }

    @Test
    void a_growing_number_is_read_up_to_what_stood_there_and_the_night_remembers_it() {
        house.text(
                "house/tables/ods/sale/feed.yml",
                FEED.replace(
                        "{column: changed, type: timestamp, overlap: 1 hour}",
                        "{column: id, type: integer, overlap: 1}"));
        house.sql(TABLE.formatted("timestamp"));
        sale(1, "1.00", "20 10:00:00");
        sale(4, "4.00", "");
        house.land("ods.sale", 20);
        sale(5, "5.00", "21 10:00:00");
        sale(9, "9.00", "21 10:00:00");
        assertThat(house.land("ods.sale", 20).verdict()).isEqualTo("unchanged");
        house.land("ods.sale", 21);
        assertThat(house.manifest()).containsExactly("20 ..4 landed 2=2+0", "21 3..9 landed 3=3+0");
    }

    @Test
    void a_list_is_told_its_changes_and_ends_nothing() throws Exception {
        house.text("house/tables/ods/sale/feed.yml", FEED + "snapshot: {key: no}\n");
        house.text("house/tables/ods/sale/table.yml", CONTRACT.replace("[no, _row_hash]", "[no, _drop_date, _take]"));
        house.sql(TABLE.formatted("timestamp not null"));
        sale(1, "1.00", "20 10:00:00");
        sale(2, "2.00", "20 23:10:00");
        house.land("ods.sale", 20);
        sale(1, "1.50", "21 10:00:00");
        house.land("ods.sale", 21);
        assertThat(house.ask("ods.sale", "concat(day(_drop_date), ' ', no, ' ', fee, ' ', _change)"))
                .as("the second is read again and known")
                .containsExactly("20 S1 1.00 present", "20 S2 2.00 present", "21 S1 1.50 present");
        assertThat(Files.exists(folder.resolve("landing/2026-11-21/jdbc/shop"))).isTrue();
    }

    @Test
    void its_golden_cases_are_files_and_need_no_database() {
        String facts = "house/tables/ods/sale/cases/a_fee_is_a_number";
        house.text(facts + "/2026-11-20/jdbc/shop/sale@..20261121T000000.jsonl", """
                        {"sale_no":"S1","fee":"1.00","paid_at":"2026-11-20 10:00:00","changed":"2026-11-20 10:00:00","id":"1"}
                        {"sale_no":"S2","fee":"1元","paid_at":"2026-11-20 10:00:00","changed":"2026-11-20 10:00:00","id":"2"}
                        {"sale_no":"S3","fee":"1.00","paid_at":"2026-11-20 10:00:00","changed":null,"id":"3"}
                        """)
                .text(facts + "/expect.json", """
                        {"no": "S1", "fee": "1.00"}
                        {"_reason": "bad_amount"}
                        {"_reason": "no_watermark"}
                        """);
        assertThat(FeedCase.of(house.plan().catalog().table("ods.sale")))
                .singleElement()
                .satisfies(one -> assertThat(one.run(house.spark())).isEmpty());
    }
}
