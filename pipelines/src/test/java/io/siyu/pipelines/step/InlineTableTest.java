package io.siyu.pipelines.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.pipelines.plan.Definition;
import io.siyu.pipelines.plan.PlanFile;
import io.siyu.warehouse.SiyuException.InvalidDefinition;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An inline table is SQL with a name and a contract that runs within who reads it. */
class InlineTableTest {
    private static final String COLUMNS = "columns: [{name: id, type: string, required: true, description: d}, "
            + "{name: day, type: date, description: d}, {name: pay_fen, type: bigint, unit: fen, description: d}, "
            + "{name: version, type: int, description: d}]\n";

    @TempDir
    private Path folder;

    private SmallHouse house;

    @BeforeEach
    void two_inline_tables_between_what_landed_and_the_sales() {
        house = new SmallHouse(folder);
        inline("typed", "ods.sale", "cast(fen as bigint)");
        inline("doubled", "dwd.typed", "pay_fen * 2");
        house.file(
                "tables/dwd/sale/rows.sql",
                "select id, date'2026-11-01' as first_day, day, pay_fen, version from dwd.doubled");
        house.load();
    }

    @Test
    void it_is_no_step_and_its_readers_need_what_it_reads() {
        assertThat(house.plan.steps()).extracting(Definition::name).doesNotContain("dwd.typed", "dwd.doubled");
        assertThat(house.plan.needs("dwd.sale")).containsExactly("ods.sale");
        assertThat(PlanFile.text(house.plan)).doesNotContain("dwd.typed", "dwd.doubled");
        assertThatThrownBy(() -> house.plan.select("dwd.typed"))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageStartingWith("Cannot choose dwd.typed: it is inline: its rows are never stored.")
                .hasMessageContaining("Choose one that is made of it: dwd.sale.");
    }

    @Test
    void its_readers_follow_what_landed_as_if_they_read_it_themselves() {
        house.land("2026-11-10", "a 2026-11-10 100 1");
        assertThat(house.night("n1", "2026-11-10")).startsWith("dwd.sale written");
        house.land("2026-11-11", "b 2026-11-11 300 1");
        assertThat(house.step("n2", "2026-11-11", "dwd.sale").rows()).isEqualTo(1);
        assertThat(house.rows("dwd.sale")).contains("[a,", ",200,1]", "[b,", ",600,1]");
        assertThat(house.night("n3", "2026-11-11")).startsWith("dwd.sale unchanged");
        assertThat(house.lake.current(house.spark, "dwd.typed")).isEmpty();
    }

    @Test
    void another_text_of_it_builds_its_readers_anew_and_of_no_one_else() {
        house.land("2026-11-10", "a 2026-11-10 100 1");
        house.night("n1", "2026-11-10");
        inline("typed", "ods.sale", "cast(fen as bigint) + 1");
        house.load();
        assertThat(house.night("n2", "2026-11-10")).isEqualTo("dwd.sale written, dws.day written, ads.total written");
        assertThat(house.rows("ads.total")).isEqualTo("[[all,202]]");
    }

    @Test
    void what_would_be_stored_is_no_key_of_an_inline_table() {
        house.file(
                "tables/dwd/typed/table.yml",
                "name: dwd.typed\ndescription: d\nowner: o\nwrite: inline\ngrain: [id]\npartition: day\n" + COLUMNS);
        assertThatThrownBy(() -> house.load())
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageContaining("'partition' in an inline table");
    }

    private void inline(String name, String from, String fen) {
        house.file(
                "tables/dwd/" + name + "/table.yml",
                "name: dwd." + name + "\ndescription: d\nowner: o\nwrite: inline\ngrain: [id]\n" + COLUMNS);
        house.file(
                "tables/dwd/" + name + "/rows.sql",
                "select id, cast(day as date) as day, " + fen + " as pay_fen, cast(version as int) as version from "
                        + from);
    }
}
