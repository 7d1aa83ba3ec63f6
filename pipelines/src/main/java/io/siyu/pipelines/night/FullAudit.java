package io.siyu.pipelines.night;

import io.siyu.pipelines.identity.SameCustomers;
import io.siyu.pipelines.plan.Definition;
import io.siyu.pipelines.release.Release;
import io.siyu.pipelines.step.Scratch;
import io.siyu.pipelines.step.Transform;
import io.siyu.pipelines.store.Difference;
import io.siyu.pipelines.store.Lake;
import io.siyu.warehouse.Layer;
import io.siyu.warehouse.Table;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * Whether nights that followed changes left what one full build gives: every table is computed from scratch out of exact versions of
 * what it reads, and compared row by row. Tables that hold what earlier nights saw cannot be built again; of them
 * only who is who is compared, without the names. Nothing is written.
 */
public final class FullAudit {
    private static final String SPANS = "dim.identity_span";

    private final Installation at;

    private final SortedMap<String, Long> versions;
    private final Transform.Dates dates;

    private FullAudit(Installation at, SortedMap<String, Long> versions, LocalDate date) {
        this.at = at;
        this.versions = versions;
        this.dates = new Transform.Dates(date, LocalDate.EPOCH);
    }

    /** Of what readers see. */
    public static FullAudit of(Installation at, Release release) {
        return new FullAudit(at, release.versions(), release.date());
    }

    /** Of the working tables, as the night of a date left them. */
    public static FullAudit ofWorking(Installation at, LocalDate date) {
        return new FullAudit(at, new TreeMap<>(), date);
    }

    /**
     * What became of a table.
     *
     * @param isCompared whether it could be
     * @param keys rows compared
     * @param apart rows that differ
     * @param says where they differ, or why it was not compared, for people; empty when all is well
     */
    public record Found(String table, boolean isCompared, long keys, long apart, String says, Duration elapsed) {}

    /** Compares these tables, some at once, each told as soon as it and those before it are done. */
    public void check(List<Definition> definitions, Consumer<Found> told) {
        List<Callable<Found>> pieces = new ArrayList<>();
        for (Definition definition : definitions) {
            if (definition.table().isStored() && definition.table().layer() != Layer.ODS) {
                pieces.add(() -> found(definition));
            }
        }
        SideBySide.each(at.settings().parallelism(), pieces, told);
    }

    private Found found(Definition definition) {
        SparkSession spark = at.spark().newSession();
        Scratch scratch = new Scratch(spark, at.lake(), at.catalog(), versions);
        long start = System.nanoTime();
        Table table = definition.table();
        Optional<Lake.Version> stands = at.lake().current(spark, table.name());
        if (stands.isEmpty()) {
            return left(table, "never built");
        }
        if (!isOfTheseTexts(stands.get(), definition)) {
            return left(table, "built by other texts than today's; the next night builds it anew");
        }
        Optional<String> later = ofLaterNight(spark, definition);
        if (later.isPresent()) {
            return left(table, later.get() + " is kept only as a later night left it");
        }
        if (table.name().equals(SPANS)) {
            return company(scratch, definition, start);
        }
        if (definition.holdsWhatNightsSaw()) {
            return left(table, "holds what earlier nights saw");
        }
        Difference found = scratch.difference(definition, dates);
        String says = found.any()
                ? found.missing() + " missing, " + found.extra() + " too many, " + found.other()
                        + " with other values; the first is " + found.example().orElse("")
                : "";
        long apart = found.missing() + found.extra() + found.other();
        return new Found(table.name(), true, found.keys(), apart, says, since(start));
    }

    /** The table, or one that it reads, when it is pinned by nothing and a night after the audited one wrote it. */
    private Optional<String> ofLaterNight(SparkSession spark, Definition definition) {
        return Stream.concat(Stream.of(definition.name()), definition.reads().stream())
                .filter(name -> !versions.containsKey(name))
                .filter(name -> at.lake().current(spark, name).stream()
                        .flatMap(version -> version.note().stream())
                        .anyMatch(note -> LocalDate.parse(note.date()).isAfter(dates.business())))
                .findFirst();
    }

    /** Names are left out: customers keep those of earlier nights, which one build does not know. */
    private Found company(Scratch scratch, Definition definition, long start) {
        String standing = "released_on is null";
        SameCustomers same = SameCustomers.between(
                scratch.stored(definition.table()).where(standing),
                scratch.computed(definition, dates).where(standing));
        String says = same.apart() == 0 ? "" : "identifiers that keep other company";
        return new Found(SPANS, true, same.nodes(), same.apart(), says, since(start));
    }

    private static boolean isOfTheseTexts(Lake.Version stands, Definition definition) {
        return stands.note()
                .map(note -> note.definition().equals(definition.fingerprint()))
                .orElse(false);
    }

    private static Found left(Table table, String why) {
        return new Found(table.name(), false, 0, 0, "not compared: " + why, Duration.ZERO);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
