package io.siyu.pipelines.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A column that a contract calls quiet is kept up to date and re-opens nothing downstream. */
class QuietColumnsTest {
    @TempDir
    private Path folder;

    @Test
    void a_row_re_opens_its_dates_when_another_column_changes_too() {
        SmallHouse house = night("quiet: [version]\n", "a 2026-11-08 100 2", "b 2026-11-09 250 2");
        assertThat(changed(house, "dwd.sale")).containsExactly("2026-11-09");
        assertThat(changed(house, "dws.day")).containsExactly("2026-11-09");
        assertThat(house.rows("dwd.sale")).contains("2026-11-08,100,2]").contains("2026-11-09,250,2]");
        assertThat(house.rows("dws.day")).isEqualTo("[[2026-11-08,1,100], [2026-11-09,1,250]]");
    }

    @Test
    void a_night_of_quiet_changes_alone_re_opens_no_date() {
        SmallHouse house = night("quiet: [version]\n", "a 2026-11-08 100 2");
        assertThat(changed(house, "dwd.sale")).isEmpty();
        assertThat(house.rows("dwd.sale")).contains("2026-11-08,100,2]");
        assertThat(house.rows("dws.day")).isEqualTo("[[2026-11-08,1,100], [2026-11-09,1,200]]");
    }

    @Test
    void a_column_that_is_not_quiet_re_opens_the_dates_of_its_row() {
        assertThat(changed(night("", "a 2026-11-08 100 2"), "dwd.sale")).containsExactly("2026-11-08");
    }

    private SmallHouse night(String quiet, String... sales) {
        SmallHouse house = new SmallHouse(folder);
        house.file(
                "tables/dwd/sale/table.yml",
                "name: dwd.sale\ndescription: d\nowner: o\ngrain: [id]\nnewest: [version]\npartition: first_day\n"
                        + "dates: [day]\n" + quiet + "columns: [{name: id, type: string, description: d}, "
                        + "{name: first_day, type: date, description: d}, {name: day, type: date, description: d}, "
                        + "{name: pay_fen, type: bigint, unit: fen, description: d}, "
                        + "{name: version, type: int, description: d}]\n");
        house.load();
        house.land("2026-11-10", "a 2026-11-08 100 1", "b 2026-11-09 200 1");
        house.night("n1", "2026-11-10");
        house.land("2026-11-11", sales);
        house.night("n2", "2026-11-11");
        return house;
    }

    private static SortedSet<String> changed(SmallHouse house, String table) {
        return house.lake
                .current(house.spark, table)
                .orElseThrow()
                .note()
                .orElseThrow()
                .dates();
    }
}
