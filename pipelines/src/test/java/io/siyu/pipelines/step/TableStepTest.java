package io.siyu.pipelines.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.warehouse.SiyuException;
import io.siyu.warehouse.SiyuException.InputNotReady;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableStepTest {
    @TempDir
    private Path folder;

    @Test
    void a_night_writes_what_changed_and_the_same_night_again_writes_nothing() {
        SmallHouse house = new SmallHouse(folder);
        house.land("2026-11-10", "a 2026-11-09 100 1", "b 2026-11-10 200 1");
        assertThat(house.night("n1", "2026-11-10")).isEqualTo("dwd.sale written, dws.day written, ads.total written");
        assertThat(house.night("n2", "2026-11-10"))
                .isEqualTo("dwd.sale unchanged, dws.day unchanged, ads.total unchanged");
        assertThat(house.rows("dws.day")).isEqualTo("[[2026-11-09,1,100], [2026-11-10,1,200]]");
        assertThat(house.rows("ads.total")).isEqualTo("[[all,300]]");
    }

    @Test
    void a_late_change_reopens_only_its_own_dates_before_and_after() {
        SmallHouse house = new SmallHouse(folder);
        house.land("2026-11-10", "a 2026-11-08 100 1", "b 2026-11-09 200 1", "c 2026-11-10 300 1");
        house.night("n1", "2026-11-10");
        house.land("2026-11-11", "a 2026-11-10 150 2");
        assertThat(house.night("n2", "2026-11-11")).isEqualTo("dwd.sale written, dws.day written, ads.total written");
        assertThat(house.rows("dws.day")).isEqualTo("[[2026-11-09,1,200], [2026-11-10,2,450]]");
        assertThat(house.lake
                        .current(house.spark, "dws.day")
                        .orElseThrow()
                        .note()
                        .orElseThrow()
                        .dates())
                .containsExactly("2026-11-08", "2026-11-10");
    }

    @Test
    void an_older_version_of_a_row_changes_nothing() {
        SmallHouse house = new SmallHouse(folder);
        house.land("2026-11-10", "a 2026-11-10 100 2");
        house.night("n1", "2026-11-10");
        house.land("2026-11-11", "a 2026-11-10 999 1");
        assertThat(house.night("n2", "2026-11-11")).startsWith("dwd.sale unchanged");
        assertThat(house.rows("dwd.sale")).contains("100").doesNotContain("999");
    }

    @Test
    void nights_one_by_one_give_what_one_night_over_all_gives() {
        SmallHouse nights = new SmallHouse(folder.resolve("nights"));
        SmallHouse once = new SmallHouse(folder.resolve("once"));
        String[][] drops = {
            {"a 2026-11-10 1 1", "b 2026-11-10 2 1"}, {"a 2026-11-10 3 2"}, {"c 2026-11-11 4 1", "b 2026-11-12 5 3"}
        };
        for (int i = 0; i < drops.length; i++) {
            nights.land("2026-11-1" + i, drops[i]);
            once.land("2026-11-1" + i, drops[i]);
            nights.night("n" + i, "2026-11-1" + i);
        }
        once.night("n", "2026-11-12");
        for (String table : new String[] {"dwd.sale", "dws.day", "ads.total"}) {
            assertThat(nights.rows(table)).isEqualTo(once.rows(table));
        }
    }

    @Test
    void rows_dated_after_the_business_date_come_in_when_their_date_comes() {
        SmallHouse house = new SmallHouse(folder);
        house.land("2026-11-10", "a 2026-11-10 100 1", "b 2026-11-11 200 1");
        house.night("n1", "2026-11-10");
        assertThat(house.rows("ads.total")).isEqualTo("[[all,100]]");
        house.night("n2", "2026-11-11");
        assertThat(house.rows("ads.total")).isEqualTo("[[all,300]]");
    }

    @Test
    void the_same_run_does_not_commit_twice() {
        SmallHouse house = new SmallHouse(folder);
        house.land("2026-11-10", "a 2026-11-10 100 1");
        house.night("n1", "2026-11-10");
        long version = house.version("dwd.sale");
        assertThat(house.night("n1", "2026-11-10")).startsWith("dwd.sale written");
        assertThat(house.version("dwd.sale")).isEqualTo(version);
    }

    @Test
    void a_night_before_one_that_has_begun_is_refused_and_writes_nothing() {
        SmallHouse house = new SmallHouse(folder);
        house.land("2026-11-10", "a 2026-11-10 100 1");
        house.land("2026-11-12", "b 2026-11-10 200 1");
        house.night("n12", "2026-11-12");
        long version = house.version("dwd.sale");
        assertThatThrownBy(() -> house.night("n10", "2026-11-10"))
                .isInstanceOf(SiyuException.class)
                .hasMessageContaining("build dwd.sale for 2026-11-10")
                .hasMessageContaining("run n12 has written it for 2026-11-12")
                .hasMessageContaining("bin/siyu night --date 2026-11-12");
        assertThat(house.version("dwd.sale")).isEqualTo(version);
        assertThat(house.night("n12 again", "2026-11-12")).startsWith("dwd.sale unchanged");
    }

    @Test
    void a_changed_text_rebuilds_the_table_and_nothing_else() {
        SmallHouse house = new SmallHouse(folder);
        house.land("2026-11-10", "a 2026-11-10 100 1");
        house.night("n1", "2026-11-10");
        house.file("tables/ads/total/rows.sql", "select 'all' as what, 2 * sum(pay_fen) as pay_fen from dws.day");
        house.load();
        assertThat(house.night("n2", "2026-11-10"))
                .isEqualTo("dwd.sale unchanged, dws.day unchanged, ads.total written");
        assertThat(house.rows("ads.total")).isEqualTo("[[all,200]]");
    }

    @Test
    void a_column_that_the_contract_gains_is_added() {
        assertThat(nightOfMoreColumns("grain: [what]")).isEqualTo("[[all,100,1]]");
    }

    @Test
    void a_key_may_gain_a_column() {
        assertThat(nightOfMoreColumns("grain: [what, days]")).isEqualTo("[[all,100,1]]");
    }

    /** The rows of a table that was built without its third column, after a night with it. */
    private String nightOfMoreColumns(String grain) {
        SmallHouse house = new SmallHouse(folder);
        house.land("2026-11-10", "a 2026-11-10 100 1");
        house.night("n1", "2026-11-10");
        house.file(
                "tables/ads/total/table.yml",
                "name: ads.total\ndescription: d\nowner: o\n" + grain + "\n"
                        + "columns: [{name: what, type: string, required: true, description: d}, "
                        + "{name: pay_fen, type: bigint, unit: fen, description: d}, "
                        + "{name: days, type: bigint, description: How many.}]\n");
        house.file(
                "tables/ads/total/rows.sql",
                "select 'all' as what, sum(pay_fen) as pay_fen, count(*) as days from dws.day");
        house.load();
        assertThat(house.night("n2", "2026-11-10")).endsWith("ads.total written");
        return house.rows("ads.total");
    }

    @Test
    void a_table_that_is_built_and_has_no_rows_is_not_built_again() {
        SmallHouse house = new SmallHouse(folder);
        house.land("2026-11-10", "a 2026-11-12 100 1");
        assertThat(house.night("n1", "2026-11-10")).contains("dws.day written");
        assertThat(house.rows("dws.day")).isEqualTo("[]");
        assertThat(house.night("n2", "2026-11-10")).contains("dws.day unchanged");
        assertThat(house.lake.current(house.spark, "dws.day").orElseThrow().note())
                .isPresent();
    }

    @Test
    void a_verdict_is_kept_when_rows_are_written_and_only_then() {
        SmallHouse house = new SmallHouse(folder);
        house.land("2026-11-10", "a 2026-11-10 100 2");
        house.night("n1", "2026-11-10");
        house.land("2026-11-11", "a 2026-11-10 999 1");
        house.step("n2", "2026-11-11", "dwd.sale");
        assertThat(house.kept).containsExactly("dwd.sale", "dws.day", "ads.total");
    }

    @Test
    void a_verdict_is_taken_back_when_the_write_fails() {
        SmallHouse house = new SmallHouse(folder);
        house.land("2026-11-10", "a 2026-11-10 100 2");
        house.whenKept = table -> house.spoil(table);
        assertThatThrownBy(() -> house.step("n1", "2026-11-10", "dwd.sale")).isNotInstanceOf(SiyuException.class);
        assertThat(house.kept).isEmpty();
    }

    @Test
    void an_input_that_was_never_built_is_named_with_the_command_that_builds_it() {
        SmallHouse house = new SmallHouse(folder);
        assertThatThrownBy(() -> house.night("n1", "2026-11-10"))
                .isInstanceOf(InputNotReady.class)
                .hasMessage("Cannot run dwd.sale for 2026-11-10: ods.sale was never built."
                        + " Run it first: bin/siyu run ods.sale --date 2026-11-10.");
    }
}
