package io.siyu.pipelines.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.warehouse.SiyuException.InvalidDefinition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlCommandRunnerTest {
    @TempDir
    static Path folder;

    private static TurnLake lake;

    @BeforeAll
    static void publish() throws IOException {
        lake = new TurnLake(folder);
        lake.publish(1);
        lake.write("dim.store", "select 'S9' as store_id, 'new' as store_name, '2' as turn");
    }

    @Test
    void a_table_is_aligned_by_terminal_columns_and_closed_with_what_was_read() {
        assertThat(run(
                        "select store_name, turn, cast(turn as int) as n from dim.store order by store_id",
                        Format.TABLE))
                .isEqualTo("""
                        store_name  turn  n
                        ----------  ----  -
                        人民广场店  1     1
                        徐家汇店    1     1
                        2 rows. Release R20261120.1, as of 2026-11-20.
                        """);
    }

    @Test
    void csv_quotes_what_needs_it_and_writes_null_as_nothing() {
        assertThat(run("select 'a,\"b\"' as x, null as y, '' as z", Format.CSV))
                .isEqualTo("x,y,z\r\n\"a,\"\"b\"\"\",,\"\"\r\n1 row. Release R20261120.1, as of 2026-11-20.\n");
    }

    @Test
    void json_keeps_nulls_and_is_one_object_a_line() {
        assertThat(run("select store_id, null as y from dim.store where store_id = 'S1'", Format.JSON))
                .startsWith("{\"store_id\":\"S1\",\"y\":null}\n");
    }

    @Test
    void rows_beyond_the_limit_are_not_printed_and_it_is_said() {
        assertThat(run(lake.published(), "select line_id from dwd.order_line order by line_id", Format.TABLE, 2))
                .endsWith("L0\nL1\nFirst 2 rows; see all with --limit 0. Release R20261120.1, as of 2026-11-20.\n");
    }

    @Test
    void operators_read_the_working_tables_and_are_told_so() {
        VisibleTables latest = VisibleTables.latest(lake.spark, lake.lake, Access.whole(), lake.catalog.tables());
        assertThat(run(latest, "select store_id from dim.store", Format.TABLE, 100))
                .endsWith("S9\n1 row. Working tables, not published.\n");
    }

    @Test
    void a_name_without_its_layer_is_told_with_it() {
        assertThatThrownBy(() -> run("select * from order_line", Format.TABLE))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageContaining("Cannot read order_line: ")
                .hasMessageContaining("did you mean 'dwd.order_line'?");
    }

    @Test
    void an_unknown_column_is_told_in_sparks_words() {
        assertThatThrownBy(() -> run("select stor_id from dim.store", Format.TABLE))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageContaining("Cannot run the query: ")
                .hasMessageContaining("Did you mean")
                .hasMessageNotContaining("SubqueryAlias");
    }

    @Test
    void nothing_but_a_query_is_run() {
        assertThatThrownBy(() -> run("drop table dim.store", Format.TABLE))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageContaining("Cannot run the statement: it holds DropTable.");
    }

    private static String run(String sql, Format format) {
        return run(lake.published(), sql, format, SqlCommandRunner.DEFAULT_LIMIT);
    }

    private static String run(VisibleTables tables, String sql, Format format, int limit) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        new SqlCommandRunner(lake.spark, tables).run(sql, format, limit, out, out);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
