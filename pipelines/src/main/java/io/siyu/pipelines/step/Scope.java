package io.siyu.pipelines.step;

import io.siyu.pipelines.plan.Definition;
import io.siyu.pipelines.store.CommitNote;
import io.siyu.pipelines.store.Lake;
import io.siyu.warehouse.Layer;
import io.siyu.warehouse.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;

/**
 * What a step has to look at tonight, told by the notes in its inputs' commits since it last read them.
 *
 * @param everything build the table anew
 * @param dates for an overwritten table: the dates to build again
 * @param landed for a merged table: per landed input, the drop dates with new rows
 * @param moved whether an input has a version this table has not seen
 */
record Scope(boolean everything, SortedSet<String> dates, Map<String, SortedSet<String>> landed, boolean moved) {

    /** Whether there is nothing to do. */
    boolean isEmpty(Table table) {
        return !everything
                && switch (table.write()) {
                    case MERGE -> landed.values().stream().allMatch(SortedSet::isEmpty);
                    case OVERWRITE -> dates.isEmpty();
                    case REPLACE, APPEND, INLINE -> !moved;
                };
    }

    /** The earliest date that is built again. */
    LocalDate from(LocalDate otherwise) {
        return everything ? LocalDate.EPOCH : dates.isEmpty() ? otherwise : LocalDate.parse(dates.first());
    }

    /** Compares what {@code last} had read with {@code versions}. */
    static Scope of(
            SparkSession spark,
            Lake lake,
            Definition definition,
            Run run,
            Optional<CommitNote> last,
            SortedMap<String, Long> versions) {
        if (run.full() || last.isEmpty() || !last.get().definition().equals(definition.fingerprint())) {
            return new Scope(true, new TreeSet<>(), Map.of(), true);
        }
        CommitNote seen = last.get();
        boolean usesDate = definition.usesBusinessDate();
        boolean moved = !seen.inputs().equals(versions)
                || (usesDate && !seen.date().equals(run.date().toString()));
        SortedSet<String> dates = new TreeSet<>(run.reopened());
        if (usesDate) {
            dates.addAll(daysAfter(LocalDate.parse(seen.date()), run.date()));
        }
        Map<String, SortedSet<String>> landed = new TreeMap<>();
        boolean everything = false;
        for (Map.Entry<String, Long> input : versions.entrySet()) {
            Long before = seen.inputs().get(input.getKey());
            List<Optional<CommitNote>> notes = before == null
                    ? List.of(Optional.empty())
                    : lake.notes(spark, input.getKey(), before, input.getValue());
            Optional<SortedSet<String>> touched = CommitNote.datesOf(notes);
            everything |= touched.isEmpty();
            SortedSet<String> touchedDates = touched.orElseGet(TreeSet::new);
            if (input.getKey().startsWith(Layer.ODS.id() + ".")) {
                landed.put(input.getKey(), touchedDates);
            } else {
                dates.addAll(touchedDates);
            }
        }
        return new Scope(everything, dates.headSet(run.date().plusDays(1).toString()), landed, moved);
    }

    private static List<String> daysAfter(LocalDate from, LocalDate to) {
        return from.isBefore(to)
                ? from.plusDays(1)
                        .datesUntil(to.plusDays(1))
                        .map(LocalDate::toString)
                        .toList()
                : List.of();
    }
}
