package io.siyu.pipelines.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.pipelines.TestSpark;
import io.siyu.warehouse.SiyuException.InvalidDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.apache.spark.SparkFirehoseListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.JsonProtocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenFunctionTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef-of-this-test";

    @TempDir
    private Path folder;

    @Test
    void the_key_stands_in_no_plan_and_in_no_event_of_the_log() throws Exception {
        SparkSession spark = TestSpark.session();
        TokenFunction.register(spark, source(KEY));
        Queue<String> events = new ConcurrentLinkedQueue<>();
        SparkFirehoseListener log = new SparkFirehoseListener() {
            @Override
            public void onEvent(SparkListenerEvent event) {
                events.add(JsonProtocol.sparkEventToJsonString(event));
            }
        };
        spark.sparkContext().addSparkListener(log);
        Dataset<Row> rows = spark.sql("select token('phone', concat('1381234', cast(id + 1000 as string))) as token,"
                + " token('phone', '13800001111') as fixed, token('phone', null) as none from range(3)");
        List<Row> made = rows.collectAsList();
        spark.sparkContext().listenerBus().waitUntilEmpty();
        spark.sparkContext().removeSparkListener(log);

        Tokens tokens = source(KEY).tokens();
        assertThat(made).extracting(row -> row.getString(0)).contains(tokens.of("phone", "13812341000"));
        assertThat(made).extracting(row -> row.getString(1)).containsOnly(tokens.of("phone", "13800001111"));
        assertThat(made).allMatch(row -> row.isNullAt(2));
        assertThat(String.join("\n", events)).contains("token(phone").doesNotContain(KEY, KEY.substring(0, 20));
        assertThat(rows.queryExecution().toString()).contains("token(phone").doesNotContain(KEY, KEY.substring(0, 20));
    }

    @Test
    void a_machine_with_another_key_or_with_none_stops_without_a_word_of_the_key() throws IOException {
        assertThatThrownBy(() -> new TokenFunction(source(KEY), "0123456789abcdef").call("phone", "13812341234"))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageContaining("another one than the driver's")
                .hasMessageNotContaining(KEY);
        assertThatThrownBy(() -> source("too-short-a-key").tokens())
                .hasMessageContaining("has 15 characters")
                .hasMessageNotContaining("too-short");
        TestSpark.session();
        assertThatThrownBy(() -> new KeySource(KeySource.Kind.FILE, folder.resolve("none") + "").tokens())
                .hasMessageContaining("there is no key in " + folder.resolve("none"))
                .hasMessageContaining("SIYU_TOKEN_KEY");
    }

    @Test
    void a_readers_session_has_no_such_function() {
        assertThat(TestSpark.session().catalog().functionExists(TokenFunction.NAME))
                .isFalse();
    }

    @Test
    void cases_write_tokens_by_what_they_stand_for() {
        assertThat(List.of("{'node': 'phone|*|<phone 13800001111>@2026-11-01'}", "<b 1>").stream()
                        .map(CaseTokens::written)
                        .collect(Collectors.joining()))
                .isEqualTo("{'node': 'phone|*|" + KeySource.TEST.tokens().of("phone", "13800001111")
                        + "@2026-11-01'}<b 1>");
    }

    private KeySource source(String key) throws IOException {
        return new KeySource(
                KeySource.Kind.FILE,
                Files.writeString(folder.resolve(key.length() + ".key"), key + "\n")
                        .toString());
    }
}
