package io.siyu.pipelines.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.pipelines.store.Lake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One DuckDB file holds what the release pins, and reads as Spark does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DuckFileTest {
    private TinyLake tiny;
    private Release release;
    private Path file;

    @BeforeAll
    void write_the_file(@TempDir Path folder) {
        tiny = new TinyLake(folder);
        tiny.contract("dws.day", "pay_date", "customer_id string", "pay_date date", "pay_fen bigint");
        tiny.write("dws.day", "select 'c2' as customer_id, date '2026-11-11' as pay_date, 20L as pay_fen");
        tiny.contract(
                "dws.day",
                "pay_date",
                "customer_id string",
                "rate decimal(18,2)",
                "pay_date date",
                "paid_at timestamp",
                "pay_fen bigint");
        tiny.write(
                "dws.day",
                "select * from values ('c2', 20L, cast(1.50 as decimal(18,2)), timestamp '2026-11-11 23:30:00', date '2026-11-11'),"
                        + " ('c1', 10L, null, timestamp '1988-07-01 12:00:00', date '2026-11-10'),"
                        + " ('c0', 5L, null, null, null)"
                        + " as t(customer_id, pay_fen, rate, paid_at, pay_date)");
        tiny.contract("dws.label", "label", "customer_id string", "label string");
        tiny.write("dws.label", "select * from values ('c1', '华 东/=%'), ('c2', '007') as t(customer_id, label)");
        tiny.contract("ads.empty", "", "store_id string", "is_open boolean");
        tiny.write("ads.empty", "select 's' as store_id, true as is_open where false");
        tiny.contract("dwd.line", "", "line_id string");
        tiny.write("dwd.line", "select 'l' as line_id");
        release = tiny.publish("night-1");
        tiny.contract("ads.empty", "", "store_id string", "is_open boolean", "staff_count int");
        tiny.write("dws.label", "select 'later' as customer_id, 'x' as label");
        file = folder.resolve("published/siyu.duckdb");
        DuckFile.write(tiny.spark, tiny.lake, release, tiny.catalog(), file);
    }

    @Test
    void rows_are_the_pinned_ones_in_contract_order_sorted_by_grain_and_times_are_wall_time_in_shanghai()
            throws Exception {
        assertThat(rows("select * from dws.day"))
                .containsExactly(
                        "c0|null|null|null|5",
                        "c1|null|2026-11-10|1988-07-01 12:00:00.0|10",
                        "c2|1.50|2026-11-11|2026-11-11 23:30:00.0|20");
    }

    @Test
    void types_are_those_of_the_contract() throws Exception {
        assertThat(rows("select column_name, data_type from duckdb_columns() where table_name = 'day'"
                        + " order by column_index"))
                .containsExactly(
                        "customer_id|VARCHAR",
                        "rate|DECIMAL(18,2)",
                        "pay_date|DATE",
                        "paid_at|TIMESTAMP",
                        "pay_fen|BIGINT");
    }

    @Test
    void partition_values_keep_their_text() throws Exception {
        assertThat(rows("select * from dws.label")).containsExactly("c1|华 东/=%", "c2|007");
    }

    @Test
    void a_table_without_rows_is_there() throws Exception {
        assertThat(rows("select count(store_id) from ads.empty")).containsExactly("0");
    }

    @Test
    void columns_carry_their_descriptions() throws Exception {
        assertThat(rows("select comment from duckdb_columns() where table_name = 'day' and column_name = 'pay_fen'"))
                .containsExactly("It's the pay_fen.");
    }

    @Test
    void about_says_what_the_file_holds() throws Exception {
        assertThat(rows("select release, business_date, run, table_name, version, description from about"))
                .containsExactly(about("ads.empty"), about("dws.day"), about("dws.label"));
    }

    @Test
    void nothing_is_left_beside_the_file() throws Exception {
        try (var beside = Files.list(file.getParent())) {
            assertThat(beside).containsExactly(file);
        }
    }

    @Test
    void a_lake_elsewhere_is_refused() {
        assertThatThrownBy(() -> DuckFile.write(
                        tiny.spark, new Lake("s3://bucket/lake"), release, tiny.catalog(), Path.of("x.duckdb")))
                .hasMessage(
                        "Cannot write DuckDB file x.duckdb: the lake is at s3://bucket/lake, and DuckDB is given files on"
                                + " this machine only. The release itself is readable over JDBC: bin/siyu serve.");
    }

    private String about(String table) {
        return "R20261111.1|2026-11-11|night-1|" + table + "|"
                + release.versions().get(table) + "|It's the tiny " + table + ".";
    }

    private List<String> rows(String sql) throws Exception {
        List<String> rows = new ArrayList<>();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:" + file);
                ResultSet result = duck.createStatement().executeQuery(sql)) {
            while (result.next()) {
                StringJoiner row = new StringJoiner("|");
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(result.getObject(i)));
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }
}
