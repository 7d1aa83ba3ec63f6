package io.siyu.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttributionCommandTest {
    /** What a command line answered. */
    private record Answer(int code, String out, String err) {}

    @TempDir
    Path folder = Path.of("");

    @Test
    void every_model_stands_beside_the_others_and_adds_up_to_the_value() throws IOException {
        Path file = write("path,conversions,value,nulls\nlive > store,3,100.01,2\nstore,1,33.33,4\nlive,2,50,1\n");
        Path out = folder.resolve("out");
        Answer answer = ask("attribution", "--paths", file.toString(), "--out", out.toString());
        assertThat(answer.err()).isEmpty();
        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .contains("3 rows, 3 distinct paths of 2 channels", "worth 183.34", "markov 马尔可夫", "total 合计")
                .contains(
                        "Markov of order 1: 3 states, solved exactly by decomposition; a journey converts with 46.1538%");
        List<String> credits = Files.readAllLines(out.resolve("credits.csv"));
        assertThat(credits).hasSize(1 + 8 * 2).contains("last,store,4.0000000000,0.6666666667,133.34");
        for (String model : List.of("first", "linear", "markov", "shapley")) {
            BigDecimal sum = credits.stream()
                    .filter(line -> line.startsWith(model + ","))
                    .map(line -> new BigDecimal(line.substring(line.lastIndexOf(',') + 1)))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).as(model).isEqualTo(new BigDecimal("183.34"));
        }
        assertThat(out.resolve("orders.csv")).exists();
        assertThat(out.resolve("removal_effects.csv")).exists();
        assertThat(out.resolve("shapley_by_place.csv")).exists();
    }

    @Test
    void what_was_asked_for_wrongly_is_named_and_the_right_is_told() throws IOException {
        Path file = write("path,conversions\na,1\n");
        assertThat(ask("attribution").err()).contains("'--paths=FILE'");
        refused(file, "'markow'; expected some of first, last", "--models", "first,markow");
        refused(file, "did you mean 'markov'?", "--models", "markow");
        refused(file, "Invalid option --order: 9; expected 1 to 4.", "--order", "9");
        refused(file, "Invalid option --position: [0.9, 0.9]", "--position", "0.9,0.9");
        refused(file, "Invalid option --half-life: 0.0", "--half-life", "0");
        refused(file, "Invalid option --transform: 'some'", "--transform", "some");
        refused(file, "Invalid option --draws: 1", "--draws", "1");
        refused(file, "Invalid option --separator: ''", "--separator", "");
    }

    @Test
    void a_lift_is_told_with_its_interval_its_price_and_whether_arms_are_as_large() throws IOException {
        Path file = write("arm,spend,before\nmail,3,1\nmail,5,3\nnone,1,1\nnone,3,3\n");
        String[] words = {
            "attribution", "lift", "--file", file.toString(), "--arm", "arm", "--control", "none", "--outcome", "spend"
        };
        Answer plain = ask(with(words, "--cost", "mail=10"));
        assertThat(plain.err()).isEmpty();
        assertThat(plain.out()).contains("2.000000", "-0.771808", "4.771808", "2.5000", "Arms are of one size");
        assertThat(ask(with(words, "--before", "before")).out()).contains("adjusted for 'before'");
        words[7] = "nobody";
        assertThat(ask(words).err()).contains("'nobody'; expected one of mail, none");
    }

    private void refused(Path file, String why, String... more) {
        Answer answer = ask(with(new String[] {"attribution", "--paths", file.toString()}, more));
        assertThat(answer.code()).isEqualTo(64);
        assertThat(answer.err()).contains(why);
    }

    private static String[] with(String[] words, String... more) {
        String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return all;
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("file.csv"), text);
    }

    private static Answer ask(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
        return new Answer(code, out.toString(), err.toString());
    }
}
