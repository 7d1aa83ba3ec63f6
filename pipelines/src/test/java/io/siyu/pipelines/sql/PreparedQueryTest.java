package io.siyu.pipelines.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.TestSpark;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class PreparedQueryTest {
    private static final StructType ORDERS = StructType.fromDDL("buyer string, fen bigint");
    private static final StructType BUYERS = StructType.fromDDL("buyer string, city string");
    private static final String SQL = "with paid as (select buyer, sum(fen) as fen from dwd.orders group by buyer) "
            + "select p.buyer, p.fen, o.fen as one, b.city from paid p join dwd.orders o on o.buyer = p.buyer "
            + "left join dim.buyers b on b.buyer = p.buyer "
            + "where p.fen >= (select avg(fen) from dwd.orders) order by 1, 3";

    private final SparkSession spark = TestSpark.session();

    @Test
    void one_analysis_answers_for_whatever_rows_its_tables_are_given() {
        SqlText text = SqlText.parse(spark, SQL);
        PreparedQuery query = new PreparedQuery(
                spark,
                Map.of("dwd.orders", ORDERS, "dim.buyers", BUYERS),
                inputs -> text.bind(spark, inputs, new TreeMap<>()));
        Map<String, Dataset<Row>> first = Map.of(
                "dwd.orders", rows(ORDERS, RowFactory.create("a", 5L), RowFactory.create("a", 7L)),
                "dim.buyers", rows(BUYERS, RowFactory.create("a", "沈阳")));
        Map<String, Dataset<Row>> second = Map.of(
                "dwd.orders",
                        rows(ORDERS, RowFactory.create("b", 1L), RowFactory.create("c", 9L))
                                .where("fen > 1"),
                "dim.buyers", rows(BUYERS));
        assertThat(query.over(first).collectAsList())
                .isEqualTo(text.bind(spark, first, new TreeMap<>()).collectAsList())
                .extracting(Row::toString)
                .containsExactly("[a,12,5,沈阳]", "[a,12,7,沈阳]");
        assertThat(query.over(second).collectAsList()).extracting(Row::toString).containsExactly("[c,9,9,null]");
        assertThat(query.over(Map.of("dwd.orders", rows(ORDERS), "dim.buyers", rows(BUYERS)))
                        .collectAsList())
                .isEmpty();
    }

    private Dataset<Row> rows(StructType shape, Row... rows) {
        return spark.createDataFrame(List.of(rows), shape);
    }
}
