package io.siyu.pipelines.night;

import io.siyu.pipelines.plan.Definition;
import io.siyu.pipelines.release.Release;
import io.siyu.pipelines.step.Run;
import io.siyu.pipelines.step.Scratch;
import io.siyu.pipelines.step.Transform;
import io.siyu.pipelines.store.CommitNote;
import io.siyu.pipelines.store.Difference;
import io.siyu.pipelines.store.Writer;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.SiyuException;
import io.siyu.warehouse.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;

/**
 * Incremental must equal full, on a sample, out of the very versions about to be published: of every table that follows changes
 * date by date and changed tonight one date that was not built tonight, and of the tables into which rows are merged one each
 * night, in turn, is computed from scratch and compared row by row.
 */
final class Audit {
    private final Installation at;
    private final SparkSession spark;

    Audit(Installation at, SparkSession spark) {
        this.at = at;
        this.spark = spark;
    }

    /**
     * Compares a sample of dates.
     *
     * @throws io.siyu.warehouse.SiyuException.RejectedByQuality when a stored row is not what its inputs say
     */
    void check(Run run, SortedMap<String, Long> versions, Optional<Release> before) {
        List<Runnable> compared = new ArrayList<>();
        for (Definition definition : at.plan().steps()) {
            Table table = definition.table();
            Long published = before.map(b -> b.versions().get(table.name())).orElse(null);
            boolean changed = published == null || !published.equals(at(versions, table));
            if (table.write() == Table.Write.OVERWRITE && changed && !definition.holdsWhatNightsSaw()) {
                sample(table, run, published == null ? -1 : published, versions)
                        .ifPresent(date -> compared.add(() -> compare(definition, run, versions, date)));
            }
        }
        merged(run, versions).ifPresent(definition -> compared.add(() -> compare(definition, run, versions)));
        SideBySide.each(at.settings().parallelism(), compared);
    }

    /** The merged table whose turn it is; which one follows from the business date alone. */
    Optional<Definition> merged(Run run, SortedMap<String, Long> versions) {
        List<Definition> merged = at.plan().steps().stream()
                .filter(definition -> definition.table().write() == Table.Write.MERGE)
                .filter(definition -> versions.containsKey(definition.name()) && !definition.holdsWhatNightsSaw())
                .sorted(Comparator.comparing(Definition::name))
                .toList();
        return merged.isEmpty()
                ? Optional.empty()
                : Optional.of(merged.get((int) (run.date().toEpochDay() % merged.size())));
    }

    private void compare(Definition definition, Run run, SortedMap<String, Long> versions) {
        Scratch scratch = new Scratch(spark.newSession(), at.lake(), at.catalog(), versions);
        Difference found = scratch.difference(definition, new Transform.Dates(run.date(), LocalDate.EPOCH));
        if (found.any()) {
            throw apart(run, definition.table(), "", "each row that lands");
        }
    }

    private void compare(Definition definition, Run run, SortedMap<String, Long> versions, String date) {
        Table table = definition.table();
        String only = Writer.condition(table, new TreeSet<>(List.of(date)));
        Scratch scratch = new Scratch(spark.newSession(), at.lake(), at.catalog(), versions);
        if (scratch.differs(definition, new Transform.Dates(run.date(), LocalDate.parse(date)), only)) {
            throw apart(run, table, " of " + date, "its dates");
        }
    }

    private static SiyuException apart(Run run, Table table, String which, String alone) {
        return Problems.rejected(
                "publish " + run.date(),
                table.name() + which + " is not what its inputs give when it is computed from scratch",
                "Readers see the last release. Build it anew: bin/siyu run " + table.name() + " --date " + run.date()
                        + " --full, and report the table's SQL: it depends on more than " + alone);
    }

    private static long at(SortedMap<String, Long> versions, Table table) {
        return Optional.ofNullable(versions.get(table.name())).orElseThrow();
    }

    /** A date older than those built since the last release; which one follows from the business date alone. */
    private Optional<String> sample(Table table, Run run, long published, SortedMap<String, Long> versions) {
        if (published < 0) {
            return Optional.empty();
        }
        Optional<SortedSet<String>> built =
                CommitNote.datesOf(at.lake().notes(spark, table.name(), published, at(versions, table)));
        if (built.isEmpty()) {
            return Optional.empty();
        }
        long day = run.date().toEpochDay();
        for (int back = 1 + (int) (day % 7); back <= 60; back++) {
            String date = run.date().minusDays(back).toString();
            if (!built.get().contains(date)) {
                return Optional.of(date);
            }
        }
        return Optional.empty();
    }
}
