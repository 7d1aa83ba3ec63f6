package io.siyu.pipelines.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gateway as a BI tool meets it: another process, the plain Hive driver. */
class GatewayTest {
    @TempDir
    static Path folder;

    private static TurnLake lake;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws Exception {
        lake = new TurnLake(folder);
        lake.publish(1);
        gateway = new RunningGateway(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
    }

    @Test
    void it_says_what_it_serves_and_where() {
        assertThat(gateway.ready)
                .isEqualTo("Serving release R20261120.1 on jdbc:hive2://127.0.0.1:" + gateway.port
                        + " (no password). Stop with Ctrl-C.");
    }

    @Test
    void tables_are_listed_by_schema_with_their_comments() throws SQLException {
        try (ResultSet tables = gateway.connection.getMetaData().getTables(null, "dwd", "%", null)) {
            assertThat(RunningGateway.strings(tables, "TABLE_SCHEM", "TABLE_NAME", "REMARKS"))
                    .containsExactly("dwd|order_line|Lines of orders: it's small.");
        }
    }

    @Test
    void columns_are_listed_with_their_comments() throws SQLException {
        try (ResultSet columns = gateway.connection.getMetaData().getColumns(null, "dim", "store", "%")) {
            assertThat(RunningGateway.strings(columns, "COLUMN_NAME", "TYPE_NAME", "REMARKS"))
                    .containsExactly(
                            "store_id|STRING|What's in store_id.",
                            "store_name|STRING|What's in store_name.",
                            "turn|STRING|Which release wrote it (第几次).");
        }
    }

    @Test
    void tables_join_under_all_the_names_that_tools_give_them() throws SQLException {
        assertThat(gateway.query("""
                        select store.store_name, count(*), max(dim.store.store_id)
                        from `spark_catalog`.DWD.order_line l join dim.store on l.store_id = store.store_id
                        group by store.store_name order by 1 desc""")).containsExactly("徐家汇店|5|S2", "人民广场店|5|S1");
    }

    @Test
    void a_schema_can_be_used_and_a_cte_hides_the_table_of_its_name() throws SQLException {
        try (Connection db = gateway.connect();
                Statement statement = db.createStatement()) {
            statement.execute("use dim");
            assertThat(RunningGateway.rows(
                            statement,
                            "with store as (select * from store where store_id = 'S1') select count(*) from store"))
                    .containsExactly("1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "show databases",
                "show tables in dwd",
                "describe dwd.order_line",
                "describe table extended dim.store",
                "show columns in dim.store",
                "explain select * from dim.store",
                "describe query select * from dim.store",
                "set spark.sql.shuffle.partitions=4",
                "select current_database(), 1",
                "select store_id, rank() over w from dim.store window w as (order by store_name)",
                "select * from dim.store s, lateral (select count(*) from dwd.order_line l where l.store_id = s.store_id)",
                "select * from range(3) union all select count(*) from dim.store"
            })
    void readers_may_ask(String sql) throws SQLException {
        assertThat(gateway.query(sql)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table dwd.mine (id int) using parquet",
                "create temporary view mine as select 1",
                "create or replace view dim.store as select 1 as store_id",
                "drop view dim.store",
                "insert into dim.store select * from dim.store",
                "with s as (select * from dim.store) insert into dim.store select * from s",
                "from dim.store insert into dim.store select * insert into dwd.order_line select *",
                "insert overwrite directory '/tmp/siyu-out' using csv select * from dim.store",
                "delete from dim.store",
                "explain delete from dim.store",
                "cache table dim.store",
                "add jar '/tmp/x.jar'",
                "optimize dim.store",
                "vacuum dim.store",
                "describe history dim.store",
                "set spark.sql.runSQLOnFiles=true",
                "set",
                "select transform(store_id) using 'cat' as (x) from dim.store",
                "select java_method('java.lang.System', 'getenv', 'PATH')",
                "select '${env:PATH}'",
                "select * from dim.store version as of 0",
                "select * from table_changes_by_path('/tmp/x', 0)"
            })
    void readers_may_not_change_or_escape(String sql) {
        assertThatThrownBy(() -> gateway.query(sql))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Cannot run the statement: ")
                .hasMessageContaining("Nothing was changed.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from delta.`%s`",
                "select * from parquet.`%s`",
                "select (select max(store_id) from delta.`%s`)",
                "with a as (select * from delta.`%s`) select * from a",
                "explain select * from delta.`%s`",
                "describe delta.`%s`",
                "select count(*) from dim.store where store_id in (select store_id from delta.`%s`)"
            })
    void files_are_not_open_to_readers(String sql) {
        String path = lake.lake.path("dim.store");
        assertThatThrownBy(() -> gateway.query(sql.formatted(path)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("files are not open to readers");
    }

    @Test
    void a_window_clause_is_no_way_around() {
        assertThatThrownBy(() -> gateway.query("select count(*) over w from dim.store window w as (order by "
                        + "(select max(store_id) from delta.`" + lake.lake.path("dim.store") + "`))"))
                .hasMessageContaining("window clause");
    }

    @Test
    void an_unknown_table_names_the_near_one() {
        assertThatThrownBy(() -> gateway.query("select * from dwd.store"))
                .hasMessageContaining("Cannot read dwd.store: ")
                .hasMessageContaining("did you mean 'dim.store'?");
    }

    @Test
    void it_listens_on_this_machines_first_address_only() throws IOException {
        new Socket(InetAddress.getByName("127.0.0.1"), gateway.port).close();
        assertThatThrownBy(() -> new Socket(InetAddress.getByName("127.0.0.2"), gateway.port))
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_query_during_publishing_reads_one_release_whole() throws Exception {
        CompletableFuture<Void> publishing = CompletableFuture.runAsync(() -> {
            for (int turn = 2; turn <= 5; turn++) {
                lake.publish(turn);
            }
        });
        TreeSet<String> seen = new TreeSet<>();
        long giveUp = System.nanoTime() + TimeUnit.MINUTES.toNanos(10);
        while (!seen.contains("5|5|5|5") && !publishing.isCompletedExceptionally() && System.nanoTime() < giveUp) {
            seen.addAll(gateway.query("""
                    select min(l.turn), max(l.turn), min(s.turn), max(s.turn)
                    from dwd.order_line l join dim.store s on l.store_id = s.store_id"""));
        }
        publishing.get(1, TimeUnit.SECONDS);
        assertThat(seen).contains("5|5|5|5").hasSizeGreaterThan(1).allMatch(turns -> turns.matches("(\\d)(\\|\\1){3}"));
    }
}
