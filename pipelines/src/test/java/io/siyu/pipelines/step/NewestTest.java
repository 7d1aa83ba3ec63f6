package io.siyu.pipelines.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.warehouse.Table;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewestTest {
    @TempDir
    private Path folder;

    private SmallHouse house;
    private Table table;

    @BeforeEach
    void house() {
        house = new SmallHouse(folder);
        house.file("tables/dwd/back/table.yml", """
                name: dwd.back
                description: d
                owner: o
                grain: [id]
                newest: [told_at]
                first: [back_at]
                while: [state, pay_fen]
                columns:
                  - {name: id, type: string, description: d}
                  - {name: told_at, type: int, description: d}
                  - {name: back_at, type: int, description: d}
                  - {name: state, type: string, description: d}
                  - {name: pay_fen, type: bigint, description: d}
                """);
        house.file(
                "tables/dwd/back/rows.sql",
                "select id, 1 as told_at, 1 as back_at, id as state, 1L as pay_fen from ods.sale");
        house.load();
        table = house.plan.catalog().table("dwd.back");
    }

    /** Rows {@code told_at back_at state fen} of one key, in order of telling. */
    private static final List<String> TOLD = List.of(
            "1, null, 'asked', 50",
            "2, 2, 'paid', 50",
            "3, 3, 'paid', 50",
            "4, 4, 'paid', 5000",
            "5, 5, 'paid', 50",
            "6, 6, 'paid', 50",
            "7, 7, 'paid', 80",
            "8, 8, 'paid', 80",
            "9, null, 'paid', 80");

    @Test
    void a_time_stays_while_state_and_amount_do_and_what_stood_before_another_amount_is_past() {
        List<String> stands = List.of("null", "2", "2", "4", "5", "5", "7", "7", "7");
        for (int last = 1; last <= TOLD.size(); last++) {
            assertThat(back(Newest.of(table, rows(TOLD.subList(0, last)))))
                    .as("after %s", TOLD.get(last - 1))
                    .isEqualTo(stands.get(last - 1));
        }
    }

    @Test
    void merged_one_by_one_rows_give_what_they_give_together() {
        Dataset<Row> merged = Newest.of(table, rows(TOLD.subList(0, 1)));
        for (int i = 1; i < TOLD.size(); i++) {
            merged = Newest.of(table, merged.unionByName(rows(TOLD.subList(i, i + 1))));
        }
        assertThat(merged.collectAsList())
                .isEqualTo(Newest.of(table, rows(TOLD)).collectAsList());
    }

    @Test
    void a_row_that_comes_late_tells_an_earlier_time_of_the_same_amount() {
        Dataset<Row> merged = Newest.of(table, rows(List.of("3, 3, 'paid', 50")));
        Dataset<Row> late = rows(List.of("2, 2, 'paid', 50", "1, 1, 'paid', 20"));
        assertThat(back(Newest.of(table, merged.unionByName(late)))).isEqualTo("2");
    }

    private Dataset<Row> rows(List<String> told) {
        String values = "('a', " + String.join("), ('a', ", told) + ")";
        return house.spark.sql(
                "select id, told_at, cast(back_at as int) as back_at, state, cast(fen as bigint) as pay_fen from values "
                        + values + " as t(id, told_at, back_at, state, fen)");
    }

    private static String back(Dataset<Row> rows) {
        return String.valueOf(rows.collectAsList().get(0).<Object>getAs("back_at"));
    }
}
