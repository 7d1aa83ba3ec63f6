package io.siyu.pipelines.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.store.Difference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table holds as many dates as its contract says, whenever their rows come. */
class RetentionTest {
    @TempDir
    private Path folder;

    private SmallHouse house;

    @BeforeEach
    void two_dates_are_kept_and_three_have_landed() throws Exception {
        house = new SmallHouse(folder);
        String contract = Files.readString(house.root.resolve("tables/dws/day/table.yml"));
        house.file("tables/dws/day/table.yml", contract.replace("partition:", "keep_days: 2\npartition:"));
        house.load();
        house.land("2026-11-10", "a 2026-11-08 100 1", "b 2026-11-09 200 1", "c 2026-11-10 300 1");
        house.night("n1", "2026-11-10");
    }

    @Test
    void a_date_goes_when_its_time_is_over() {
        assertThat(house.rows("dws.day")).isEqualTo("[[2026-11-09,1,200], [2026-11-10,1,300]]");
        house.land("2026-11-11", "d 2026-11-11 400 1");
        assertThat(house.night("n2", "2026-11-11")).isEqualTo("dwd.sale written, dws.day written, ads.total written");
        assertThat(house.rows("dws.day")).isEqualTo("[[2026-11-10,1,300], [2026-11-11,1,400]]");
        assertThat(house.lake.partitions(house.spark, "dws.day", house.version("dws.day")))
                .containsExactly("2026-11-10", "2026-11-11");
    }

    @Test
    void what_comes_too_late_is_not_kept_and_one_build_gives_the_same() {
        house.land("2026-11-11", "a 2026-11-08 500 2", "d 2026-11-11 400 1");
        house.night("n2", "2026-11-11");
        assertThat(house.rows("dws.day")).isEqualTo("[[2026-11-10,1,300], [2026-11-11,1,400]]");
        assertThat(new Scratch(house.spark, house.lake, house.plan.catalog(), new TreeMap<>())
                        .difference(
                                house.plan.definition("dws.day"),
                                new Transform.Dates(LocalDate.parse("2026-11-11"), LocalDate.EPOCH)))
                .isEqualTo(new Difference(2, 0, 0, 0, Optional.empty()));
    }

    @Test
    void a_night_without_news_lets_go_of_what_is_over() {
        house.step("n2", "2026-11-11", "dwd.sale");
        assertThat(house.step("n2", "2026-11-11", "dws.day").verdict()).isEqualTo("written");
        assertThat(house.rows("dws.day")).isEqualTo("[[2026-11-10,1,300]]");
    }
}
