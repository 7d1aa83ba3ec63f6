package io.siyu.pipelines.tag.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.TestSpark;
import io.siyu.pipelines.tag.audience.AudienceCounter.Count;
import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.House;
import io.siyu.warehouse.tag.TagCatalog;
import io.siyu.warehouse.tag.TagCondition;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sets of customers answer as the wide table does. */
class AudienceCounterTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final SparkSession SPARK = TestSpark.session();
    private static final TagCatalog CATALOG =
            Catalog.load(new House(List.of(Path.of("../warehouse")))).tags();

    /** Two blocks of customers, with nulls, negative amounts, and a text of many values. */
    private static final Dataset<Row> TAGS = SPARK.range(40_000)
            .selectExpr(
                    "sha2(string(id), 256) as oneid",
                    "if(id % 7 = 0, null, element_at(array('A', 'B', 'C', 'D', 'none'), int(id % 5) + 1)) as"
                            + " value_tier",
                    "if(id % 11 = 0, null, id % 3 = 0) as high_value",
                    "id % 4 = 0 as marketing_allowed",
                    "if(id % 13 = 0, null, (id - 20000) * 101) as net_fen_365d",
                    "if(id % 5 = 0, null, int(id % 500)) as days_since_paid",
                    "if(id % 5 = 0, null, date_sub(date'2026-11-20', int(id % 500))) as last_paid_date",
                    "if(id % 6 = 0, null, id / 40000) as refund_rate",
                    "concat('S', id % 100) as last_store")
            .cache();

    private static final Dataset<Row> SLICES = TagAudience.of(TAGS).cache();
    private static final AudienceCounter BY_SETS =
            new AudienceCounter(SPARK, CATALOG, TAGS, Optional.of(SLICES), TODAY);
    private static final AudienceCounter BY_ROWS = new AudienceCounter(SPARK, CATALOG, TAGS, Optional.empty(), TODAY);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "high_value",
                "not high_value",
                "high_value = false and value_tier <> 'A'",
                "value_tier in ('A', 'B') and not (high_value or net_fen_365d < 0)",
                "value_tier not in ('A', 'none') or high_value is null",
                "net_fen_365d >= 101000 and net_fen_365d <= 202000",
                "net_fen_365d between -101 and 101",
                "net_fen_365d > -1",
                "days_since_paid = 0 or days_since_paid is not null and days_since_paid >= 400",
                "not days_since_paid <= 90",
                "last_paid_date >= '2026-11-01' and last_paid_date < '2026-11-11'",
                "days_since(last_paid_date) between 7 and 30",
                "days_since(last_paid_date) > 360 or high_value and value_tier = 'C'"
            })
    void a_count_is_the_same_from_sets_as_from_rows(String text) {
        TagCondition condition = TagCondition.given(CATALOG, text, Map.of());
        Count bySets = BY_SETS.count(condition);
        Count byRows = BY_ROWS.count(condition);
        assertThat(bySets).isEqualTo(new Count(byRows.customers(), byRows.met(), byRows.allowed(), true));
        assertThat(bySets.met()).isPositive().isLessThan(bySets.customers());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "refund_rate > 0.5",
                "last_store = 'S17'",
                "net_fen_365d / 2 > 1000",
                "coalesce(days_since_paid, 999) > 90",
                "net_fen_365d > 0.5"
            })
    void what_sets_do_not_say_rows_do(String text) {
        Count count = BY_SETS.count(TagCondition.given(CATALOG, text, Map.of()));
        assertThat(count.isFromSets()).isFalse();
        assertThat(count.met()).isPositive();
    }

    @Test
    void the_same_customers_have_the_same_sets_in_whatever_order_they_come() {
        Dataset<Row> again = TagAudience.of(TAGS.orderBy("net_fen_365d").repartition(3));
        assertThat(again.except(SLICES).count() + SLICES.except(again).count()).isZero();
        assertThat(SLICES.select("block").distinct().count()).isEqualTo(2);
    }
}
