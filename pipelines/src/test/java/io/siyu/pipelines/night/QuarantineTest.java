package io.siyu.pipelines.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.batch.RunResult;
import io.siyu.pipelines.feed.BadRows;
import io.siyu.pipelines.feed.BadRows.Kind;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Tmall export with a thousand bad rows, landed and built as in a night. */
class QuarantineTest {
    private static final int BAD = 1_000;
    private static final String FEED = "ods.tmall_order";
    private static final String FILE = SmallHome.FIRST + "/tmall/ExportOrderList202611100100.csv";
    private static final String HEADER =
            "订单编号,买家会员名,总金额,买家应付货款,买家应付邮费,买家实际支付金额,订单状态,联系手机,订单创建时间,订单付款时间,宝贝标题,宝贝总数量,订单关闭原因,店铺名称";
    private static final List<Kind> KINDS = List.of(
            new Kind(row("", "100.00", "90.00", "2026-11-09 10:11:12", "思语旗舰店"), "no_id"),
            new Kind(row("-", "100.00", "90.00", "2026-11-09 10:11:12", "思语旗舰店"), "no_id"),
            new Kind(row("\"=\"\"\"\"\"", "100.00", "90.00", "2026-11-09 10:11:12", "思语旗舰店"), "no_id"),
            new Kind(row("4.41700E+18", "100.00", "90.00", "2026-11-09 10:11:12", "思语旗舰店"), "rounded_id"),
            new Kind(row("\"=\"\"4.417e+18\"\"\"", "100.00", "90.00", "2026-11-09 10:11:12", "思语旗舰店"), "rounded_id"),
            new Kind(row("901", "100.00", "90.00", "2026-11-09 10:11:12", ""), "no_shop"),
            new Kind(row("902", "100.00", "90.00", "2026-11-09 10:11:12", "null"), "no_shop"),
            new Kind(row("903", "100.00", "90.00", "2026-02-29 10:11:12", "思语旗舰店"), "bad_time"),
            new Kind(row("904", "100.00", "90.00", "2026-11-09 25:00:00", "思语旗舰店"), "bad_time"),
            new Kind(row("905", "100.00", "90.00", "昨天", "思语旗舰店"), "bad_time"),
            new Kind(row("906", "一百元", "90.00", "2026-11-09 10:11:12", "思语旗舰店"), "bad_amount"),
            new Kind(row("907", "100.00", "9O.00", "2026-11-09 10:11:12", "思语旗舰店"), "bad_amount"),
            new Kind("908,bad,100.00,90.00", "wrong_number_of_cells"),
            new Kind(row("909", "100.00", "90.00", "2026-11-09 10:11:12", "\"思语\"旗舰店"), "broken_quotes"),
            new Kind(row("910", "100.00", "90.00", "2026-11-09 10:11:12", "\"思语旗舰店"), "truncated_row"));

    @TempDir
    private static Path folder;

    private static SmallHome home;
    private static BadRows file;
    private static RunResult result;

    @BeforeAll
    static void night() {
        home = new SmallHome(Excerpt.sales(folder.resolve("root")), folder.resolve("home"));
        file = BadRows.of(
                HEADER,
                BAD,
                KINDS,
                i -> row("4417" + (1_000_000 + i), "100.00", "90.00", "2026-11-09 10:11:12", "思语旗舰店")
                        .replace("bad", "tb" + i));
        home.put(FILE, file.text().getBytes(Charset.forName("GBK")));
        result = home.runUpTo(SmallHome.FIRST, "dwd.order_line");
    }

    /** A row of the export; bad ones have the buyer "bad". */
    private static String row(String no, String total, String paid, String created, String shop) {
        return no + ",bad," + total + ",100.00,0.00," + paid + ",交易成功,'138****0021," + created
                + ",2026-11-09 10:12:00,羊绒围巾,1,订单未关闭," + shop;
    }

    @Test
    void there_are_fifteen_kinds_and_the_night_takes_them_all() {
        assertThat(KINDS).hasSize(15);
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void every_bad_row_lies_in_quarantine_with_its_reason_and_its_text() {
        List<String> expected = IntStream.range(0, BAD)
                .mapToObj(i -> file.expected().get(i) + " " + file.raws().get(i))
                .sorted()
                .toList();
        assertThat(home.ask(
                        "ods.quarantine",
                        "feed = '" + FEED + "' and file = '" + FILE + "'",
                        "concat(row_no, ':', reason, ' ', raw)"))
                .isEqualTo(expected);
    }

    @Test
    void no_row_is_lost_between_the_file_the_table_and_quarantine() {
        int good = file.rows() - BAD;
        assertThat(home.ask(
                        "ods.file_manifest",
                        "file = '" + FILE + "'",
                        "record_rows",
                        "landed_rows",
                        "quarantined_rows",
                        "skipped_rows"))
                .containsExactly(file.rows() + " " + good + " " + BAD + " 0");
        assertThat(home.ask(FEED, "true", "count(*)")).containsExactly(Integer.toString(good));
    }

    @Test
    void every_good_row_and_no_bad_one_is_in_dwd() {
        assertThat(home.ask("dwd.order_line", "true", "count(*)", "count(distinct id_value)"))
                .containsExactly((file.rows() - BAD) + " " + (file.rows() - BAD));
        assertThat(home.ask("dwd.order_line", "id_value = 'bad' or order_uid not like '%:4417%'", "count(*)"))
                .containsExactly("0");
    }
}
