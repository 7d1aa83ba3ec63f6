package io.siyu.pipelines.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.store.Changes;
import io.siyu.warehouse.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MergingTest {
    private static final StructType COLUMNS =
            StructType.fromDDL("shop string, id string, told_at int, day date, fen bigint");

    @TempDir
    private Path folder;

    private SmallHouse house;
    private Table table;

    @BeforeEach
    void house() {
        house = new SmallHouse(folder);
        house.file("tables/dwd/told/table.yml", """
                name: dwd.told
                description: d
                owner: o
                grain: [shop, id]
                newest: [told_at]
                dates: [day]
                columns:
                  - {name: shop, type: string, description: d}
                  - {name: id, type: string, description: d}
                  - {name: told_at, type: int, description: d}
                  - {name: day, type: date, description: d}
                  - {name: fen, type: bigint, description: d}
                """);
        house.file(
                "tables/dwd/told/rows.sql",
                "select id as shop, id, 1 as told_at, date '2026-11-11' as day, 1L as fen from ods.sale");
        house.load();
        table = house.plan.catalog().table("dwd.told");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void rows_that_nobody_meets_need_no_look(boolean few) {
        for (int seed = 0; seed < 6; seed++) {
            Random random = new Random(seed);
            Dataset<Row> stored = Newest.of(table, told(random, 200));
            Dataset<Row> fresh = Newest.of(table, told(random, 20));
            Merging all = Merging.ofAll(table, stored, fresh);
            Merging met = Merging.ofMet(table, stored, fresh, few);
            assertThat(met.met().count()).isPositive().isLessThan(stored.count() / 2);
            assertThat(sorted(met.after())).isEqualTo(sorted(all.after()));
            assertThat(Changes.between(met.met(), met.settled(), table))
                    .isEqualTo(Changes.between(all.met(), all.settled(), table));
        }
    }

    @Test
    void the_same_rows_again_change_nothing() {
        Dataset<Row> stored = Newest.of(table, told(new Random(7), 200));
        Merging again = Merging.ofMet(table, stored, stored.where("id is null or id < '3'"), true);
        assertThat(again.met().count()).isPositive();
        assertThat(Changes.between(again.met(), again.settled(), table).any()).isFalse();
        assertThat(sorted(again.after())).isEqualTo(sorted(stored));
    }

    /** Rows of three shops, one of them without a name, whose ids come again, some without one. */
    private Dataset<Row> told(Random random, int rows) {
        List<Row> told = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            int shop = random.nextInt(3);
            int id = random.nextInt(80);
            java.sql.Date day = java.sql.Date.valueOf("2026-11-1" + id % 10);
            told.add(RowFactory.create(
                    shop == 0 ? null : "s" + shop, id == 0 ? null : "" + id, random.nextInt(5), day, (long)
                            random.nextInt(3)));
        }
        return house.spark.createDataFrame(told, COLUMNS);
    }

    private static List<String> sorted(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(Row::toString).sorted().toList();
    }
}
