package io.siyu.pipelines.step;

import static org.apache.spark.sql.functions.col;

import io.siyu.pipelines.plan.Definition;
import io.siyu.pipelines.plan.Plan;
import io.siyu.pipelines.session.StepSettings;
import io.siyu.pipelines.sql.Kept;
import io.siyu.pipelines.store.Changes;
import io.siyu.pipelines.store.CommitNote;
import io.siyu.pipelines.store.Lake;
import io.siyu.pipelines.store.Writer;
import io.siyu.quality.NoRows;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Table;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Builds one table for one business date: read, transform, judge, compare, write. The judge sees the rows before they are
 * written, so a rejected table stays as it was. The write is one commit that says which run made it, so a run that was
 * killed knows what it had done.
 */
public final class TableStep {
    private final SparkSession spark;
    private final Lake lake;
    private final Plan plan;
    private final Gate gate;

    public TableStep(SparkSession spark, Lake lake, Plan plan, Gate gate) {
        this.spark = spark;
        this.lake = lake;
        this.plan = plan;
        this.gate = gate;
    }

    /** Builds the table, or finds that nothing it reads has changed. */
    public Outcome run(Definition definition, Run run) {
        SparkSession session = spark.newSession();
        Table table = definition.table();
        Optional<Lake.Version> now = lake.current(session, table.name());
        Optional<CommitNote> last = now.flatMap(Lake.Version::note);
        if (last.isPresent() && last.get().isOf(run.id(), table.name())) {
            return new Outcome(Outcome.WRITTEN, last.get().rows(), last.get().rules());
        }
        last.ifPresent(note -> refuseThePast(table, note, run));
        Reading reading = new Reading(session, lake, plan.catalog());
        SortedMap<String, Long> versions = reading.versions(definition, run);
        Scope scope = Scope.of(session, lake, definition, run, last, versions);
        if (scope.isEmpty(table)) {
            return new Outcome(Outcome.UNCHANGED, 0, "");
        }
        StepSettings.fit(session, reading.bytes(table, versions));
        Inputs inputs = reading.inputs(definition, versions, scope, run);
        Transform.Dates dates = new Transform.Dates(run.date(), scope.from(run.date()));
        Retention kept = new Retention(table, run.date());
        Dataset<Row> rows = scoped(table, scope, kept.of(Rows.of(session, definition, inputs, dates)));
        Dataset<Row> fresh = table.write() == Table.Write.MERGE ? Newest.of(table, rows) : rows;
        if (NoRows.in(fresh)) {
            return judged(session, definition, run, now, scope, versions, fresh, reading);
        }
        try (Kept made = Kept.of(fresh)) {
            return judged(session, definition, run, now, scope, versions, made.rows(), reading);
        }
    }

    /** A later night may have written some tables and not been published: an older one beside it would mix the two. */
    private static void refuseThePast(Table table, CommitNote last, Run run) {
        if (!run.full() && run.date().isBefore(LocalDate.parse(last.date()))) {
            throw Problems.cannot(
                    "build " + table.name() + " for " + run.date(),
                    "run " + last.run() + " has written it for " + last.date(),
                    "Nothing was written. Finish that night first: bin/siyu night --date " + last.date()
                            + "; then build older dates again with: bin/siyu backfill --from " + run.date() + " --to "
                            + run.date() + ". If that date was a mistake, build all anew: bin/siyu night --date "
                            + run.date() + " --full");
        }
    }

    private Outcome judged(
            SparkSession session,
            Definition definition,
            Run run,
            Optional<Lake.Version> now,
            Scope scope,
            SortedMap<String, Long> versions,
            Dataset<Row> fresh,
            Reading reading) {
        Gate.Passed passed = gate.judge(run, definition.table(), fresh, reading::referenced);
        return write(session, definition, run, now, scope, versions, fresh, passed);
    }

    private Outcome write(
            SparkSession session,
            Definition definition,
            Run run,
            Optional<Lake.Version> now,
            Scope scope,
            SortedMap<String, Long> versions,
            Dataset<Row> fresh,
            Gate.Passed passed) {
        Table table = definition.table();
        Writer writer = new Writer(session, lake);
        writer.prepare(table, now.isPresent());
        boolean whole = scope.everything() || table.partition().isEmpty();
        Optional<String> touched = whole ? Optional.empty() : Optional.of(partitionsIn(table, scope, fresh));
        Dataset<Row> before = now.map(v -> lake.whole(session, table.name(), v.number()))
                .map(rows -> Lake.conformed(touched.map(rows::where).orElse(rows), table))
                .orElseGet(() -> Lake.empty(session, table));
        Merging merging = table.write() == Table.Write.MERGE && now.isPresent() && !scope.everything()
                ? Merging.of(
                        table,
                        before,
                        fresh,
                        passed.rows(),
                        lake.bytes(session, table.name(), now.get().number()))
                : Merging.replacing(before, fresh);
        Changes changes = Changes.between(merging.met(), merging.settled(), table);
        boolean sameTexts = now.flatMap(Lake.Version::note)
                .map(note -> note.definition().equals(definition.fingerprint()))
                .orElse(false);
        SortedSet<String> ended = new Retention(table, run.date())
                .ended(now.map(v -> lake.partitions(session, table.name(), v.number()))
                        .orElseGet(TreeSet::new));
        if (!changes.any() && sameTexts && ended.isEmpty()) {
            return new Outcome(Outcome.UNCHANGED, passed.rows(), passed.rules());
        }
        CommitNote note = new CommitNote(
                run.id(),
                table.name(),
                run.date().toString(),
                run.jar(),
                definition.fingerprint(),
                versions,
                changes.dates(),
                passed.rows(),
                passed.rules());
        passed.keep().run();
        try {
            if (whole) {
                writer.replace(table, merging.after(), note);
            } else {
                Dataset<Row> changed = merging.after().where(in(table, changes.partitions()));
                ended.addAll(changes.partitions());
                writer.overwrite(table, changed, ended, note);
            }
        } catch (Throwable e) { // Delta's own are checked ones that no signature names
            passed.forget().run();
            throw e;
        }
        return new Outcome(Outcome.WRITTEN, passed.rows(), passed.rules());
    }

    /** Partition values that the fresh rows may touch, as a condition. */
    private static String partitionsIn(Table table, Scope scope, Dataset<Row> fresh) {
        if (table.write() == Table.Write.OVERWRITE) {
            return in(table, scope.dates());
        }
        SortedSet<String> values = new TreeSet<>();
        fresh.select(col(table.partition().orElseThrow()).cast("string"))
                .distinct()
                .collectAsList()
                .forEach(row -> values.add(row.getString(0)));
        return in(table, values);
    }

    private static Dataset<Row> scoped(Table table, Scope scope, Dataset<Row> rows) {
        return table.write() == Table.Write.OVERWRITE && !scope.everything()
                ? rows.where(in(table, scope.dates()))
                : rows;
    }

    static String in(Table table, SortedSet<String> values) {
        return values.isEmpty() ? "false" : Writer.condition(table, values);
    }
}
