package io.siyu.pipelines.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a step costs in Spark jobs and in files read, the units that small nights are paid in. */
class JobCountTest {
    private static final String SALE_BY_DAY =
            "select id, cast(day as date) as first_day, cast(day as date) as day, cast(fen as bigint) as pay_fen,"
                    + " cast(version as int) as version from ods.sale";

    /** Reading, comparing, writing; the judge's jobs are counted where he is. */
    private static final int MERGE_JOBS = 4;

    private static final int OVERWRITE_JOBS = 4;
    private static final int REPLACE_JOBS = 5;

    @TempDir
    private Path folder;

    @Test
    void a_step_without_news_starts_no_job() {
        SmallHouse house = built();
        for (String step : List.of("dwd.sale", "dws.day", "ads.total")) {
            assertThat(cost(house, "2026-11-10", step, "unchanged").jobs())
                    .as(step)
                    .isZero();
        }
    }

    @Test
    void tables_of_a_feed_that_nobody_delivers_are_made_without_a_job() {
        SmallHouse house = new SmallHouse(folder);
        house.prepare();
        for (String step : List.of("dwd.sale", "dws.day")) {
            assertThat(cost(house, "2026-11-10", step, "written").jobs())
                    .as(step)
                    .isZero();
            assertThat(house.rows(step)).isEqualTo("[]");
        }
        house.step("n2", "2026-11-10", "ads.total");
        assertThat(house.rows("ads.total")).as("a total of nothing is a row").isEqualTo("[[all,null]]");
        house.land("2026-11-11", "a 2026-11-10 100 1");
        assertThat(house.night("n3", "2026-11-11")).isEqualTo("dwd.sale written, dws.day written, ads.total written");
        assertThat(house.rows("ads.total")).isEqualTo("[[all,100]]");
    }

    @Test
    void each_kind_of_write_of_a_row_stays_within_its_jobs() {
        SmallHouse house = built();
        house.land("2026-11-11", "b 2026-11-11 200 1");
        int merge = cost(house, "2026-11-11", "dwd.sale", "written").jobs();
        int overwrite = cost(house, "2026-11-11", "dws.day", "written").jobs();
        int replace = cost(house, "2026-11-11", "ads.total", "written").jobs();
        System.out.println("jobs: merge " + merge + ", overwrite " + overwrite + ", replace " + replace);
        assertThat(merge).isLessThanOrEqualTo(MERGE_JOBS);
        assertThat(overwrite).isLessThanOrEqualTo(OVERWRITE_JOBS);
        assertThat(replace).isLessThanOrEqualTo(REPLACE_JOBS);
    }

    @Test
    void one_more_sale_costs_as_many_files_and_jobs_after_fifty_dates_as_after_five() {
        StepCost afterFive = afterDates(5);
        StepCost afterFifty = afterDates(50);
        System.out.println("one more sale: after 5 dates " + afterFive + ", after 50 " + afterFifty);
        assertThat(afterFive.files()).isPositive();
        assertThat(afterFifty).isEqualTo(afterFive);
    }

    private SmallHouse built() {
        SmallHouse house = new SmallHouse(folder);
        house.land("2026-11-10", "a 2026-11-10 100 1");
        house.night("n1", "2026-11-10");
        return house;
    }

    private StepCost afterDates(int dates) {
        SmallHouse house = new SmallHouse(folder.resolve("after-" + dates));
        house.file("tables/dwd/sale/rows.sql", SALE_BY_DAY);
        house.load();
        LocalDate last = LocalDate.of(2026, 11, 10);
        List<String> sales = new ArrayList<>();
        for (int i = 0; i < dates; i++) {
            sales.add("s" + i + " " + last.minusDays(i) + " 100 1");
        }
        house.land("2026-11-10", sales.toArray(String[]::new));
        house.night("n1", "2026-11-10");
        house.land("2026-11-11", "late 2026-11-10 200 1");
        house.step("n2", "2026-11-10", "dwd.sale");
        return StepCost.of(house.spark, () -> house.step("n2", "2026-11-10", "dws.day"));
    }

    private static StepCost cost(SmallHouse house, String date, String step, String verdict) {
        return StepCost.of(house.spark, () -> {
            Outcome outcome = house.step("n2", date, step);
            assertThat(outcome.verdict()).isEqualTo(verdict);
        });
    }
}
