package io.siyu.pipelines.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.plan.Definition;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A column that a contract calls as known holds what the night knew that wrote the row; audits look at the others. */
class AsKnownColumnsTest {
    private static final String SQL = "select day as business_date, cast(count(*) + %d as int) as sales,"
            + " sum(pay_fen) + %d as pay_fen from dwd.sale where day between :reopened_from and :business_date group by day";
    private static final String OWN = " union all select * from dws.day where business_date < :business_date";

    @TempDir
    private Path folder;

    @Test
    void what_a_later_night_knows_better_is_no_difference() {
        SmallHouse house = night("as_known: [sales]\n");
        assertThat(differs(house, SQL.formatted(1, 0))).isFalse();
        assertThat(differs(house, SQL.formatted(1, 1))).isTrue();
    }

    @Test
    void a_column_that_is_not_called_so_is_compared() {
        assertThat(differs(night(""), SQL.formatted(1, 0))).isTrue();
    }

    @Test
    void a_table_that_goes_on_from_its_own_rows_cannot_be_made_again() {
        SmallHouse house = night("");
        assertThat(definition(house, SQL.formatted(0, 0)).holdsWhatNightsSaw()).isFalse();
        assertThat(definition(house, SQL.formatted(0, 0) + OWN).holdsWhatNightsSaw())
                .isTrue();
    }

    private SmallHouse night(String key) {
        SmallHouse house = new SmallHouse(folder);
        house.file(
                "tables/dws/day/table.yml",
                "name: dws.day\ndescription: d\nowner: o\ngrain: [business_date]\npartition: business_date\n" + key
                        + "columns: [{name: business_date, type: date, required: true, description: d}, "
                        + "{name: sales, type: int, description: d}, "
                        + "{name: pay_fen, type: bigint, unit: fen, description: d}]\n");
        house.file("tables/dws/day/rows.sql", SQL.formatted(0, 0));
        house.load();
        house.land("2026-11-10", "a 2026-11-08 100 1", "b 2026-11-09 200 1");
        house.night("n1", "2026-11-10");
        return house;
    }

    /** Whether by this text, in one of two ways to ask; both must say the same. */
    private static boolean differs(SmallHouse house, String sql) {
        Definition later = definition(house, sql);
        Scratch scratch = new Scratch(house.spark, house.lake, house.plan.catalog(), new TreeMap<>());
        Transform.Dates dates = new Transform.Dates(LocalDate.of(2026, 11, 10), LocalDate.EPOCH);
        boolean whole = scratch.difference(later, dates).any();
        assertThat(scratch.differs(later, dates, "business_date = '2026-11-08'"))
                .isEqualTo(whole);
        return whole;
    }

    private static Definition definition(SmallHouse house, String sql) {
        house.file("tables/dws/day/rows.sql", sql);
        house.load();
        return house.plan.definition("dws.day");
    }
}
