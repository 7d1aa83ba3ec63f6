package io.siyu.pipelines.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.store.Difference;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights that follow changes leave what one full build gives; a text that breaks this is found. */
class ScratchTest {
    private static final Difference NONE = new Difference(2, 0, 0, 0, Optional.empty());

    @TempDir
    private Path folder;

    private SmallHouse house;

    @BeforeEach
    void a_house() {
        house = new SmallHouse(folder);
    }

    @Test
    void late_rows_and_corrected_ones_leave_what_one_build_gives() {
        nights();
        assertThat(difference("dwd.sale")).isEqualTo(new Difference(4, 0, 0, 0, Optional.empty()));
        assertThat(difference("dws.day")).isEqualTo(NONE);
        assertThat(difference("ads.total")).isEqualTo(new Difference(1, 0, 0, 0, Optional.empty()));
    }

    @Test
    void a_merged_table_that_sums_what_landed_is_found() {
        house.file(
                "tables/dwd/sale/rows.sql",
                "select id, date'2026-11-01' as first_day, max(cast(day as date)) as day, "
                        + "sum(cast(fen as bigint)) as pay_fen, max(cast(version as int)) as version from ods.sale group by id");
        house.load();
        nights();
        assertThat(difference("dwd.sale")).isEqualTo(new Difference(4, 0, 0, 1, Optional.of("a")));
        assertThat(difference("dws.day")).isEqualTo(NONE);
    }

    @Test
    void a_table_by_date_that_looks_at_earlier_dates_is_found() {
        house.file(
                "tables/dws/day/rows.sql",
                "select day as business_date, cast(count(*) as int) as sales, "
                        + "sum(sum(pay_fen)) over (order by day) as pay_fen "
                        + "from dwd.sale where day between :reopened_from and :business_date group by day");
        house.load();
        twoNights();
        assertThat(difference("dwd.sale").any()).isFalse();
        assertThat(difference("dws.day")).isEqualTo(new Difference(2, 0, 0, 1, Optional.of("2026-11-10")));
    }

    private void nights() {
        twoNights();
        house.land("2026-11-11", "a 2026-11-10 150 2");
        house.night("n3", "2026-11-11");
    }

    private void twoNights() {
        house.land("2026-11-09", "a 2026-11-09 100 1", "b 2026-11-09 200 1");
        house.night("n1", "2026-11-09");
        house.land("2026-11-10", "c 2026-11-10 700 1", "d 2026-11-10 30 1");
        house.night("n2", "2026-11-10");
    }

    private Difference difference(String table) {
        return new Scratch(house.spark, house.lake, house.plan.catalog(), new TreeMap<>())
                .difference(
                        house.plan.definition(table),
                        new Transform.Dates(LocalDate.parse("2026-11-11"), LocalDate.EPOCH));
    }
}
