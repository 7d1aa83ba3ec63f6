package io.siyu.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;

class HelpTest {
    /** What a command line answered. */
    private record Answer(int code, String out, String err) {}

    @TestFactory
    Stream<DynamicTest> help_at_every_level_prints_usage_and_exits_with_0() {
        return every().stream()
                .map(words -> dynamicTest("siyu " + String.join(" ", words), () -> {
                    Answer answer = ask(words, "--help");
                    assertThat(answer.code()).isZero();
                    assertThat(answer.out()).startsWith("Usage: " + String.join(" ", with("siyu", words)));
                    assertThat(answer.err()).isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> an_unknown_option_exits_with_64_and_says_where_help_is() {
        return every().stream()
                .map(words -> dynamicTest("siyu " + String.join(" ", words), () -> {
                    Answer answer = ask(words, "--no-such-option");
                    assertThat(answer.code()).isEqualTo(64);
                    assertThat(answer.err())
                            .contains("Try: bin/" + String.join(" ", with("siyu", words)) + " --help")
                            .doesNotContain("Exception");
                }));
    }

    @Test
    void every_command_is_described_in_a_sentence() {
        assertThat(every())
                .allSatisfy(words -> assertThat(
                                at(words).getCommandSpec().usageMessage().description())
                        .isNotEmpty()
                        .allMatch(line -> line.endsWith(".")));
    }

    @Test
    void the_exit_codes_stand_in_the_help() {
        assertThat(ask(List.of(), "--help").out()).contains("Exit codes: 0", "2 ", "3 ", "64 ", "99 ", "1 ");
    }

    @Test
    void what_is_no_date_is_named_and_a_date_is_shown() {
        Answer answer = ask(List.of("night", "--date"), "2026-13-01");
        assertThat(answer.code()).isEqualTo(64);
        assertThat(answer.err())
                .contains("'--date'", "'2026-13-01' is no date; write it as 2026-11-20")
                .doesNotContain("Exception");
    }

    @Test
    void a_command_that_is_none_exits_with_64() {
        assertThat(ask(List.of(), "nihgt").code()).isEqualTo(64);
    }

    private static Answer ask(List<String> words, String last) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> args = new ArrayList<>(words);
        args.add(last);
        int code = Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args.toArray(String[]::new));
        return new Answer(code, out.toString(), err.toString());
    }

    private static CommandLine at(List<String> words) {
        CommandLine command = Main.commandLine();
        for (String word : words) {
            command = command.getSubcommands().get(word);
        }
        return command;
    }

    /** The words of every command, the bare one first. */
    private static List<List<String>> every() {
        List<List<String>> found = new ArrayList<>();
        below(Main.commandLine(), List.of(), found);
        return found;
    }

    private static void below(CommandLine command, List<String> words, List<List<String>> found) {
        found.add(words);
        command.getSubcommands().forEach((name, sub) -> {
            List<String> longer = new ArrayList<>(words);
            longer.add(name);
            below(sub, longer, found);
        });
    }

    private static List<String> with(String first, List<String> rest) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(rest);
        return all;
    }
}
