package io.siyu.pipelines.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.pipelines.TestSpark;
import java.time.LocalDate;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class SqlTextTest {
    private final SparkSession spark = TestSpark.session();

    @Test
    void ctes_and_their_names_are_no_reads_but_subqueries_unions_and_joins_are() {
        SqlText sql = SqlText.parse(spark, """
                with a as (select * from dwd.order_line where exists (select 1 from dim.store)),
                b as (with c as (select * from dwd.refund) select * from c union all select * from c)
                select * from a join b on a.x = b.x where a.y in (select y from ods.`pos_ticket`)
                """);
        assertThat(sql.reads()).containsExactly("dim.store", "dwd.order_line", "dwd.refund", "ods.pos_ticket");
    }

    @Test
    void a_table_read_twice_is_bound_twice() {
        Dataset<Row> days =
                spark.sql("select * from values (1, date'2026-11-11'), (2, date'2026-11-12') as t(id, day)");
        Dataset<Row> rows = SqlText.parse(spark, """
                        with later as (select * from dws.day where day > :business_date)
                        select d.id, l.id as other, :limit as cap from dws.day d join later l on d.id < l.id
                        where d.id in (select id from dws.day)
                        """)
                .bind(spark, Map.of("dws.day", days), Map.of("business_date", LocalDate.of(2026, 11, 11), "limit", 5L));
        assertThat(rows.collectAsList()).hasToString("[[1,2,5]]");
    }

    @Test
    void an_unknown_column_is_told_in_sparks_words() {
        Dataset<Row> days = spark.sql("select 1 as id");
        assertThatThrownBy(() ->
                        SqlText.parse(spark, "select idd from dws.day").bind(spark, Map.of("dws.day", days), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("idd")
                .hasMessageContaining("Did you mean");
    }

    @Test
    void what_stands_after_a_query_is_told_and_a_remark_there_is_none() {
        assertThatThrownBy(() -> SqlText.parse(spark, "with a as (select 1 as id) select id from a limit 1 2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Syntax error");
        assertThat(SqlText.parse(spark, "select id from dws.day -- of today").reads())
                .containsExactly("dws.day");
    }

    @Test
    void a_table_may_be_named_whole_in_front_of_a_column() {
        Dataset<Row> days = spark.sql("select 1 as id");
        Dataset<Row> rows =
                SqlText.parse(spark, "select day.id from dws.day").bind(spark, Map.of("dws.day", days), Map.of());
        assertThat(rows.count()).isEqualTo(1);
    }
}
