package io.siyu.pipelines.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.pipelines.TestSpark;
import io.siyu.warehouse.House;
import io.siyu.warehouse.SiyuException.InvalidDefinition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A retailer's own score, over two orders. */
class ScoringTest {
    private static final String TEXT = "title: Paid\ntitle_zh: 支付\nsays: Per order, both sides.\nbound: paid = told\n";
    private static final String SQL = """
            -- scores.paid: one row per order.
            with
            paid as (
                select order_no, cast(t.fen as bigint) as paid, l.fen as told
                from truth.order as t
                left join dwd.line as l using (order_no)
            )
            select * from paid
            """;

    @TempDir
    static Path folder;

    private static Scoring scoring;

    @BeforeAll
    static void truth() throws IOException {
        Files.writeString(folder.resolve("truth_order.csv"), "order_no,fen\nB,\"200\"\nA,100\nC,300\n");
        write("shipped/scores/paid", TEXT, "broken");
        write("own/scores/paid", TEXT, SQL);
        write("own/scores/told", TEXT.replace("paid = told", "none"), SQL.replace("truth.order", "scores.true_order"));
        write("own/scores/true_order", "write: inline\nsays: The orders.\n", "select * from truth.order");
        write("own/scores/turn", "write: inline\nsays: Itself.\n", "select * from scores.turn");
        SparkSession spark = TestSpark.session();
        scoring = new Scoring(
                spark,
                name -> spark.sql("select * from values ('A', 100L), ('B', 201L) as t(order_no, fen)"),
                Truth.read(spark, folder),
                scores());
    }

    @Test
    void a_row_that_breaks_the_bound_or_leaves_it_unknown_is_outside() {
        Told told = scoring.ask(scores().get(0));
        assertThat(told.header()).containsExactly("order_no", "paid", "told");
        assertThat(told.lines())
                .extracting(line -> line.cells().get(0) + " " + line.isOutside())
                .containsExactly("A false", "B true", "C true");
        assertThat(scoring.ask(scores().get(1)).outside()).isZero();
    }

    @Test
    void a_kept_truth_says_the_same_and_is_read_once() throws IOException {
        Path kept = Files.createDirectory(folder.resolve("kept"));
        Files.writeString(kept.resolve("truth_order.csv"), "order_no,fen\nA,100\n");
        try (Truth truth = Truth.read(TestSpark.session(), kept).kept()) {
            Dataset<Row> orders = truth.rows().get("truth.order");
            assertThat(orders.collectAsList()).hasToString("[[A,100]]");
            Files.writeString(kept.resolve("truth_order.csv"), "order_no,fen\nB,200\n");
            assertThat(orders.collectAsList()).hasToString("[[A,100]]");
        }
    }

    @Test
    void the_report_prints_what_is_outside_first_and_ends_in_one_sentence() throws IOException {
        ScoreReport report = new ScoreReport(
                Score.named(house(), List.of()).stream().map(scoring::ask).toList());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        report.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.get(0)).isEqualTo("Paid (支付), paid");
        assertThat(lines.get(4)).startsWith("B");
        assertThat(lines.get(lines.size() - 1))
                .isEqualTo("Bounds are missed by paid (2 of 3 rows); 2 scores, 1 bounds.");
        assertThat(report.holds()).isFalse();
        report.write(folder.resolve("out"));
        assertThat(folder.resolve("out/paid.csv"))
                .hasContent("order_no,paid,told\r\nA,100,100\r\nB,200,201\r\nC,300,\r\n");
        assertThat(folder.resolve("out/scores.json")).content().contains("\"outside\" : 2");
    }

    @Test
    void what_a_score_names_wrongly_is_said() {
        Score score = scores().get(0);
        Score wrong = new Score("paid", "", "", "", score.bound(), SQL.replace("t.fen", "t.yuan"), false);
        Score turning = new Score("a", "", "", "", score.bound(), "select * from scores.turn", false);
        assertThatThrownBy(() -> scoring.ask(wrong))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageContaining("paid/rows.sql")
                .hasMessageContaining("yuan");
        assertThatThrownBy(() -> scoring.ask(turning)).hasMessageContaining("it reads itself");
        assertThatThrownBy(() -> Score.named(house(), List.of("turn"))).hasMessageContaining("one of paid, told");
        assertThatThrownBy(() -> Score.named(house(), List.of("pad"))).hasMessageContaining("no such score");
        assertThatThrownBy(() -> Truth.read(TestSpark.session(), folder.resolve("own")))
                .hasMessageContaining("it holds no truth_*.csv");
    }

    private static List<Score> scores() {
        return Score.of(house());
    }

    private static House house() {
        return new House(List.of(folder.resolve("shipped"), folder.resolve("own")));
    }

    private static void write(String path, String text, String sql) throws IOException {
        Path at = Files.createDirectories(folder.resolve(path));
        Files.writeString(at.resolve("score.yml"), text);
        Files.writeString(at.resolve("rows.sql"), sql);
    }
}
