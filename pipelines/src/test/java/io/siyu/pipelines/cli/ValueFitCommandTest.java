package io.siyu.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValueFitCommandTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_log_becomes_predictions_and_a_page_and_the_same_again() throws IOException {
        log();
        assertThat(fit("--until", "2026-06-30", "--horizon", "13w", "--model", "bg-nbd"))
                .isEmpty();
        List<String> predictions = Files.readAllLines(folder.resolve("out/predictions.csv"));
        assertThat(predictions).hasSize(1 + 120);
        assertThat(predictions.get(0)).startsWith("customer,first_date,").endsWith(",actual_orders,actual_spend");
        String page = Files.readString(folder.resolve("out/report.html"));
        assertThat(page).contains("\"logLikelihood\"", "log.csv").doesNotContain("@data@", "src=\"http");
        assertThat(fit("--until", "2026-06-30", "--horizon", "91d", "--model", "bg-nbd"))
                .isEmpty();
        assertThat(Files.readAllLines(folder.resolve("out/predictions.csv"))).isEqualTo(predictions);
        assertThat(Files.readString(folder.resolve("out/report.html"))).isEqualTo(page);
    }

    @Test
    void beyond_the_log_it_predicts_without_a_back_test() throws IOException {
        log();
        assertThat(fit("--until", "2026-09-30", "--horizon", "52w", "--model", "nbd"))
                .isEmpty();
        assertThat(Files.readAllLines(folder.resolve("out/predictions.csv")).get(0))
                .endsWith(",expected_spend");
    }

    @Test
    void options_that_make_no_sense_are_named() throws IOException {
        log();
        assertThat(fit("--until", "2026-06-30", "--horizon", "39"))
                .contains("Invalid option --horizon: '39'; expected weeks such as 39w or days such as 90d.");
        assertThat(fit("--until", "2026-06-30", "--horizon", "39w", "--model", "pareto"))
                .contains("Invalid option --model: pareto; expected one of nbd, bg-nbd, mbg-nbd, pareto-nbd.");
        assertThat(fit("--until", "2020-06-30", "--horizon", "39w"))
                .contains("Cannot fit purchases until 2020-06-30: there are none; they are from 2026-01-0");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void covariates_are_read_and_a_wrong_one_is_named_with_its_row() throws IOException {
        log();
        StringBuilder rows = new StringBuilder("who,card\n");
        for (int customer = 0; customer < 120; customer++) {
            rows.append("c%03d,%d%n".formatted(customer, customer % 2));
        }
        Path file = folder.resolve("known.csv");
        String[] options = {
            "--until", "2026-06-30", "--horizon", "13w", "--model", "bg-nbd", "--covariates", file.toString()
        };
        Files.writeString(file, rows.toString());
        assertThat(fit(options)).isEmpty();
        assertThat(Files.readString(folder.resolve("out/report.html"))).contains("buying card");
        Files.writeString(file, rows.toString().replace("c007,1", "c007,yes"));
        assertThat(fit(options)).contains("known.csv:9 (card)", "'yes'", "a number, 0 or 1 for a yes or no");
        Files.writeString(file, rows.toString().replace("c007,1", "c007,1,2"));
        assertThat(fit(options)).contains("known.csv:9", "3 cells", "no more cells than the header has names, 2");
        Files.writeString(file, rows.toString().replace("who", "name"));
        assertThat(fit(options)).contains("header", "name,card", "'who' and a column with a name for each covariate");
    }

    private String fit(String... more) {
        List<String> args = new ArrayList<>(List.of(
                "value", "fit", "--transactions", folder.resolve("log.csv").toString()));
        args.addAll(List.of("--customer", "who", "--date", "day", "--amount", "pay"));
        args.addAll(List.of("--out", folder.resolve("out").toString()));
        args.addAll(List.of(more));
        StringWriter err = new StringWriter();
        Main.commandLine().setErr(new PrintWriter(err, true)).execute(args.toArray(String[]::new));
        return err.toString();
    }

    /** 120 customers over nine months, some of whom stop. */
    private void log() throws IOException {
        Random random = new Random(11);
        StringBuilder rows = new StringBuilder("who,day,pay\n");
        for (int customer = 0; customer < 120; customer++) {
            LocalDate day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(60));
            int most = 1 + random.nextInt(9);
            for (int order = 0; order < most && day.isBefore(LocalDate.of(2026, 10, 1)); order++) {
                rows.append("c%03d,%s,%d.5%n".formatted(customer, day, 20 + random.nextInt(80)));
                day = day.plusDays(1 + random.nextInt(40));
            }
        }
        rows.append("c000,2026-09-30,1\n");
        Files.writeString(folder.resolve("log.csv"), rows.toString());
    }
}
