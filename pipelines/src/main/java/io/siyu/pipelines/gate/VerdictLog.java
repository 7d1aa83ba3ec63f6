package io.siyu.pipelines.gate;

import io.siyu.pipelines.step.Run;
import io.siyu.pipelines.store.CommitNote;
import io.siyu.pipelines.store.Lake;
import io.siyu.pipelines.store.Writer;
import io.siyu.quality.QualityLog;
import io.siyu.quality.RejectedRows;
import io.siyu.quality.Verdict;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Table;
import io.siyu.warehouse.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Keeps verdicts as small files while a run lasts, so that a kill loses none, and appends them to {@code quality.*} in two
 * commits when it ends.
 *
 * @param folder one folder per run below it
 */
public record VerdictLog(SparkSession spark, Lake lake, Path folder) {

    void keep(Run run, Verdict verdict) {
        Path file = file(run, verdict);
        Path aside = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(aside, run.date() + "\n" + verdict.toJson());
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw trouble("keep", file, e);
        }
    }

    void forget(Run run, Verdict verdict) {
        delete(file(run, verdict));
    }

    private Path file(Run run, Verdict verdict) {
        return folder.resolve(run.id()).resolve(verdict.table() + ".json");
    }

    void keepRejected(Run run, Table table, Dataset<Row> rows, Verdict verdict, Function<String, Dataset<Row>> tables) {
        Dataset<Row> rejected = RejectedRows.of(rows, verdict, table, tables);
        append(
                run.id(),
                run.date(),
                run.jar(),
                table.name(),
                "quality.rejected_row",
                QualityLog.rejected(run.id(), run.date(), rejected));
    }

    /** Verdicts of a run that are not in the tables yet, sorted by table. */
    public List<Verdict> pending(String runId) {
        return files(folder.resolve(runId)).stream()
                .map(file -> Verdict.fromJson(text(file).split("\n", 2)[1]))
                .toList();
    }

    /** Appends what every run has kept, and forgets it. */
    public void flush(String jar) {
        for (Path run : files(folder)) {
            List<Path> files = files(run);
            if (!files.isEmpty()) {
                LocalDate date = LocalDate.parse(text(files.get(0)).split("\n", 2)[0]);
                append(run.getFileName().toString(), date, jar, files);
            }
            delete(putAside(run));
        }
    }

    /** From one moment to the next all of a run's verdicts are pending no more, or all of them still are. */
    private static Path putAside(Path run) {
        Path aside = run.resolveSibling(run.getFileName() + ".tmp");
        delete(aside);
        try {
            return Files.move(run, aside, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw trouble("put aside", run, e);
        }
    }

    private void append(String runId, LocalDate date, String jar, List<Path> files) {
        List<Verdict> verdicts = pending(runId);
        String part = Integer.toHexString(
                files.stream().map(f -> f.getFileName().toString()).toList().hashCode());
        append(
                runId,
                date,
                jar,
                "verdicts-" + part,
                "quality.rule_result",
                QualityLog.results(spark, runId, date, verdicts));
        append(
                runId,
                date,
                jar,
                "verdicts-" + part,
                "quality.metric",
                QualityLog.metrics(spark, runId, date, verdicts));
    }

    private void append(String runId, LocalDate date, String jar, String step, String table, Dataset<Row> rows) {
        CommitNote note =
                new CommitNote(runId, step, date.toString(), jar, "", new TreeMap<>(), new TreeSet<>(), 0, "");
        new Writer(spark, lake).appendOnce(table, rows, note);
    }

    private static List<Path> files(Path folder) {
        return list(folder).stream().filter(f -> !f.toString().endsWith(".tmp")).toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw trouble("read", file, e);
        }
    }

    /** Deletes a file, or a folder and the files in it. */
    private static void delete(Path file) {
        if (Files.isDirectory(file)) {
            list(file).forEach(VerdictLog::delete);
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw trouble("delete", file, e);
        }
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw trouble("list", folder, e);
        }
    }

    private static RuntimeException trouble(String verb, Path file, IOException e) {
        return Problems.failed(
                verb + " a verdict", Words.path(file) + " (" + e + ")", "Mend the state folder and run again", e);
    }
}
