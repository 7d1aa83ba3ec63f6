package io.siyu.pipelines.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.pipelines.TestSpark;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class JsonRowsTest {
    private static final StructType SHAPE =
            StructType.fromDDL("name string not null, fen bigint, at timestamp, day date, tags array<string>");
    private static final String WHOLE = "{\"name\":\"李雷\",\"fen\":12990,\"at\":\"2026-11-20 08:30:00\","
            + "\"day\":\"2026-11-20\",\"tags\":[\"新客\"]}";

    private final SparkSession spark = TestSpark.session();
    private final JsonRows json = new JsonRows(spark, SHAPE);

    @Test
    void rows_are_read_as_a_query_would_read_them() {
        Dataset<Row> rows = json.read(List.of(WHOLE, "{\"fen\":1}"));

        assertThat(rows.selectExpr("name", "fen + 1", "date_format(at, 'HH:mm XXX')", "date_add(day, 1)", "tags[0]")
                        .collectAsList())
                .extracting(Row::toString)
                .containsExactly("[李雷,12991,08:30 +08:00,2026-11-21,新客]", "[null,2,null,null,null]");
    }

    @Test
    void what_is_read_and_written_is_the_line_with_every_column_in_order() {
        String half = "{\"name\":null,\"fen\":1,\"at\":null,\"day\":null,\"tags\":null}";

        assertThat(json.normal(List.of(WHOLE, "{ \"fen\": 1 }"))).containsExactly(WHOLE, half);
        assertThat(json.written(json.read(List.of(WHOLE, "{\"fen\":1}")).repartition(1)))
                .containsExactlyInAnyOrder(WHOLE, half);
    }

    @Test
    void a_value_of_another_type_is_no_null() {
        assertThatThrownBy(() -> json.read(List.of("{\"fen\":\"viel\"}"))).hasStackTraceContaining("viel");
    }
}
