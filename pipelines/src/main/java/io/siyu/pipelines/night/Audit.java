package io.siyu.pipelines.night;

import io.siyu.pipelines.plan.Definition;
import io.siyu.pipelines.release.Release;
import io.siyu.pipelines.step.Run;
import io.siyu.pipelines.step.Scratch;
import io.siyu.pipelines.step.Transform;
import io.siyu.pipelines.store.CommitNote;
import io.siyu.pipelines.store.Writer;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;

/**
 * Incremental must equal full: for every table that follows changes date by date and changed tonight, one date that was not
 * built tonight is computed from scratch out of the very versions about to be published, and compared row by row.
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
        SideBySide.each(at.settings().parallelism(), compared);
    }

    private void compare(Definition definition, Run run, SortedMap<String, Long> versions, String date) {
        Table table = definition.table();
        String only = Writer.condition(table, new TreeSet<>(List.of(date)));
        Scratch scratch = new Scratch(spark.newSession(), at.lake(), at.catalog(), versions);
        if (scratch.differs(definition, new Transform.Dates(run.date(), LocalDate.parse(date)), only)) {
            throw Problems.rejected(
                    "publish " + run.date(),
                    table.name() + " of " + date + " is not what its inputs give when it is computed from scratch",
                    "Readers see the last release. Build it anew: bin/siyu run " + table.name() + " --date "
                            + run.date() + " --full, and report the table's SQL: it depends on more than its dates");
        }
    }

    private static long at(SortedMap<String, Long> versions, Table table) {
        return Optional.ofNullable(versions.get(table.name())).orElseThrow();
    }

    /** A date older than those built since the last release; which one follows from the business date alone. */
    private Optional<String> sample(Table table, Run run, long published, SortedMap<String, Long> versions) {
        Optional<SortedSet<String>> built =
                CommitNote.datesOf(at.lake().notes(spark, table.name(), published, at(versions, table)));
        if (published < 0 || built.isEmpty()) {
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
