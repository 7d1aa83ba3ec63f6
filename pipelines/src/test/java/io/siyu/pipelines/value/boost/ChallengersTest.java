package io.siyu.pipelines.value.boost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.siyu.pipelines.TestSpark;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class ChallengersTest {
    private static final StructType SHAPE =
            StructType.fromDDL("oneid STRING, purchase_date DATE, moved_on DATE, domain STRING, net_fen BIGINT");
    private static final Span SPAN = Shop.span();
    private static final List<Purchases> CUSTOMERS = Shop.customers(800, 5);

    @Test
    void the_same_purchases_in_other_partitions_give_the_same_numbers() {
        Dataset<Row> purchases = purchases();
        Challengers one = Challengers.of(purchases.repartition(1), List.of(SPAN));
        Challengers other = Challengers.of(
                purchases
                        .orderBy(org.apache.spark.sql.functions.xxhash64(purchases.col("net_fen")))
                        .repartition(5),
                List.of(SPAN));
        assertThat(one.leftOut()).isEmpty();
        assertThat(other).isEqualTo(one);
    }

    @Test
    void all_customers_are_there_with_all_that_came() {
        Scored scored = Challengers.of(purchases(), List.of(SPAN)).scored().get(0);
        int day = (int) SPAN.origin().toEpochDay();
        double fen = CUSTOMERS.stream()
                .mapToLong(one -> one.laterFen(day, SPAN.days()))
                .sum();
        double days = CUSTOMERS.stream()
                .mapToInt(one -> one.laterDays(day, SPAN.days()))
                .sum();
        for (List<Scored.Cell> cells : List.of(scored.daysSpend(), scored.spend())) {
            assertThat(cells.stream().mapToDouble(Scored.Cell::customers).sum()).isEqualTo(800);
            assertThat(cells.stream()
                            .mapToDouble(cell -> cell.customers() * cell.laterFen())
                            .sum())
                    .isCloseTo(fen, within(1e-6 * fen));
        }
        assertThat(scored.days().stream()
                        .mapToDouble(cell -> cell.customers() * cell.laterDays())
                        .sum())
                .isEqualTo(days);
        assertThat(scored.days().stream()
                        .mapToDouble(cell -> cell.customers() * cell.days())
                        .sum())
                .isCloseTo(days, within(0.15 * days));
    }

    @Test
    void a_shop_that_is_too_young_has_none_and_says_why() {
        Span early = new Span(Shop.LAST.minusDays(200), 90, SPAN.clock(), SPAN.perDay());
        assertThat(Challengers.of(purchases(), List.of(early)))
                .isEqualTo(new Challengers(
                        List.of(),
                        java.util.Optional.of("no origin had 200 customers as long before it as was held out,"
                                + " and 50 of them who came back")));
    }

    private static Dataset<Row> purchases() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS.size(); i++) {
            Purchases one = CUSTOMERS.get(i);
            for (int j = 0; j < one.moved().length; j++) {
                rows.add(RowFactory.create(
                        "c" + i, date(one.bought()[j]), date(one.moved()[j]), one.domain()[j], one.fen()[j]));
            }
        }
        return TestSpark.session().createDataFrame(rows, SHAPE);
    }

    private static Date date(int day) {
        return Date.valueOf(LocalDate.ofEpochDay(day));
    }
}
