package io.siyu.pipelines.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.TestSpark;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedParserTest {
    private final SparkSession spark = TestSpark.session();

    @TempDir
    Path folder;

    private FeedFixture shop;

    @BeforeEach
    void house() {
        shop = new FeedFixture(folder, "a b", """
                files: "shop/*.csv"
                format: csv
                header: {match: name}
                reject: [{when: b is negative, reason: negative}]
                expect: daily by 02:00
                """);
    }

    @Test
    void the_schema_is_the_business_columns_as_text_then_the_landed_ones_then_kind_and_reason() {
        assertThat(parse().schema().toDDL())
                .isEqualTo("a STRING,b STRING,_drop_date DATE,_file STRING,_row_no BIGINT,_raw STRING,"
                        + "_row_hash STRING,_ingest_ts TIMESTAMP,_kind STRING,_reason STRING");
    }

    @Test
    void no_file_gives_no_row() {
        assertThat(parse().count()).isZero();
    }

    @Test
    void a_row_says_where_it_came_from() {
        shop.drop("shop/1.csv", FeedFixture.bytes("a,b\n1,2\n", "utf-8"));
        Dataset<Row> rows = parse().where("_kind = 'row'")
                .selectExpr(
                        "a", "b", "_drop_date", "_file", "_row_no", "_raw", "unix_timestamp(_ingest_ts)", "_reason");
        assertThat(rows.collectAsList())
                .extracting(Row::toString)
                .containsExactly("[1,2,2026-10-03,2026-10-03/shop/1.csv,1,1,2,1791043200,null]");
    }

    @Test
    void a_file_that_fails_takes_no_other_with_it() {
        shop.drop("shop/1.csv", FeedFixture.bytes("a,b\n1,2\n", "utf-8"));
        shop.drop("shop/2.csv", FeedFixture.bytes("a,c\n1,2\n", "utf-8"));
        shop.drop("shop/3.csv", FeedFixture.bytes("a,b\n3,-4\n5,6\n", "utf-8"));
        List<String> kinds = parse().selectExpr("concat_ws(' ', _file, _kind, a, _reason)").collectAsList().stream()
                .map(row -> row.getString(0).replace("2026-10-03/shop/", ""))
                .toList();
        assertThat(kinds)
                .containsExactly(
                        "1.csv row 1",
                        "1.csv file",
                        "2.csv file missing_columns: b",
                        "3.csv bad negative",
                        "3.csv row 5",
                        "3.csv file");
    }

    @Test
    void many_small_files_share_tasks() {
        for (int i = 0; i < 40; i++) {
            shop.drop("shop/" + (100 + i) + ".csv", FeedFixture.bytes("a,b\n" + i + ",2\n", "utf-8"));
        }
        assertThat(parse().where("_kind = 'row'").count()).isEqualTo(40);
        assertThat(parse().javaRDD().getNumPartitions()).isLessThanOrEqualTo(3);
    }

    @Test
    void a_task_that_stops_early_is_no_error() {
        shop.drop("shop/1.csv", FeedFixture.bytes("a,b\n" + "1,2\n".repeat(10_000), "utf-8"));
        assertThat(parse().limit(3).collectAsList()).hasSize(3);
    }

    private Dataset<Row> parse() {
        return FeedParser.parse(spark, shop.table(), shop.feed(), shop.landing(), shop.files());
    }
}
