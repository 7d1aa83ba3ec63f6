package io.siyu.pipelines.cli;

import io.siyu.pipelines.identity.explain.Published;
import io.siyu.pipelines.night.Installation;
import io.siyu.pipelines.score.Score;
import io.siyu.pipelines.score.ScoreReport;
import io.siyu.pipelines.score.Scoring;
import io.siyu.pipelines.score.Truth;
import io.siyu.pipelines.serve.Access;
import io.siyu.pipelines.serve.VisibleTables;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description = {
            "Hold the working tables to the truth of the generated world they were built from.",
            "Exit code 2 when a score misses its bound."
        })
final class ScoreCommand implements Callable<Integer> {
    @Mixin
    private Home home = new Home();

    @Option(
            names = "--truth",
            required = true,
            paramLabel = "DIR",
            description = "Where bin/siyu sample put the truth.")
    private Path truth = Path.of("");

    @Option(names = "--out", paramLabel = "DIR", description = "Write every row too: a csv per score, and scores.json.")
    private @Nullable Path out;

    @Option(names = "--only", paramLabel = "NAME", split = ",", description = "These scores alone. Default: all.")
    private List<String> only = new ArrayList<>();

    @Override
    public Integer call() {
        return score(home.open(), truth, out, only, System.out);
    }

    /** Scores an installation; 2 when a bound is missed, else 0. */
    static int score(Installation at, Path truth, @Nullable Path out, List<String> only, PrintStream to) {
        List<Score> scores = Score.named(at.settings().houses(), only);
        VisibleTables tables = VisibleTables.latest(
                at.spark(), at.lake(), Access.whole(), at.catalog().tables());
        ScoreReport report;
        try (Truth kept = Truth.read(at.spark(), truth).kept()) {
            Scoring scoring = new Scoring(
                    at.spark(),
                    new Published(at.spark(), at.plan(), tables::rows, tables.title(), LocalDate.EPOCH)::rows,
                    kept,
                    Score.of(at.settings().houses()));
            report = new ScoreReport(scores.stream().map(scoring::ask).toList());
        }
        if (out != null) {
            report.write(out);
        }
        report.print(to);
        return report.holds() ? 0 : 2;
    }
}
