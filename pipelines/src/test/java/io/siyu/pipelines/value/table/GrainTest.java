package io.siyu.pipelines.value.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.TestSpark;
import io.siyu.pipelines.value.clock.Clock;
import io.siyu.pipelines.value.clock.CohortDays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class GrainTest {
    /** Customers of every age until a number of days and of every recency within it, with 0 and 1 repeats. */
    private static Dataset<Row> grained(int days) {
        Dataset<Row> histories = TestSpark.session()
                .range(days)
                .selectExpr("id as age", "explode(sequence(0, cast(id as int))) as recency")
                .selectExpr(
                        "date'2026-11-20' as origin_date",
                        "if(recency = 0, 0, 1) as repeats",
                        "recency as recency_days",
                        "cast(age as int) as age_days",
                        "100L as spend_fen");
        return Grain.of(histories, Clocks.of(histories, new CohortDays(), origin -> Clock.EVEN), "spend_fen");
    }

    @Test
    void few_histories_stand_by_day() {
        assertThat(grained(10).select("recency", "age").distinct().count()).isEqualTo(55);
    }

    @Test
    void many_stand_at_the_middle_of_their_weeks_so_that_nobody_comes_back_in_no_time() {
        Dataset<Row> weeks = grained(210);
        assertThat(weeks.where("repeats = 0 and recency <> 0 or repeats > 0 and recency % 7 <> 3 or age % 7 <> 3")
                        .count())
                .isZero();
        assertThat(weeks.where("recency > age or abs(age - age_days) > 3").count())
                .isZero();
        assertThat(weeks.select("repeats", "recency", "age").distinct().count()).isEqualTo(30 + 30 * 31 / 2);
    }
}
