package io.siyu.pipelines.release;

import io.siyu.pipelines.store.Lake;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Words;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.spark.sql.SparkSession;

/**
 * What was published, in order; the last one is what readers see. A release is one Delta commit of the manifest. One
 * publisher at a time: the caller holds the home folder's lock.
 */
public final class Releases {
    private final Manifest manifest;

    public Releases(Lake lake) {
        this.manifest = new Manifest(lake);
    }

    /** The release that readers see; empty before the first. */
    public Optional<Release> current(SparkSession spark) {
        return all(spark).stream().findFirst();
    }

    /** All releases, newest first; those that vacuum let go are not {@link Release#kept()}. */
    public List<Release> all(SparkSession spark) {
        List<Release> newestFirst = new ArrayList<>(manifest.read(spark));
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    /** The release with this id. */
    public Release find(SparkSession spark, String id) {
        return find(all(spark), id, "find release " + id);
    }

    /**
     * Publishes these versions. Nothing is written when {@code run} has published before (its release is given back), or
     * when the current release has exactly these versions (the current one is given back).
     *
     * @param versions table name to Delta version; at least one
     */
    public Release publish(SparkSession spark, LocalDate date, String run, SortedMap<String, Long> versions) {
        if (versions.isEmpty()) {
            throw Problems.cannot(
                    "publish " + run, "it has no tables", "What readers see is unchanged. Build a table first");
        }
        List<Release> all = all(spark);
        Optional<Release> already =
                all.stream().filter(r -> r.run().equals(run)).findFirst();
        Optional<Release> same =
                all.stream().limit(1).filter(r -> r.versions().equals(versions)).findFirst();
        return already.or(() -> same).orElseGet(() -> {
            String id = nextId(all, date);
            return append(spark, all, new Release(id, date, run, id, versions));
        });
    }

    /**
     * Publishes the versions of an earlier release again, as a new release of the same business date. The current one is
     * given back, and nothing written, when it has these versions already.
     */
    public Release rollback(SparkSession spark, String id) {
        List<Release> all = all(spark);
        Release target = find(all, id, "roll back to " + id);
        if (!target.kept()) {
            throw Problems.cannot(
                    "roll back to " + id,
                    "vacuum has removed its files",
                    "Readers see " + all.get(0).id() + ". Releases that can be read: " + ids(all));
        }
        if (all.get(0).versions().equals(target.versions())) {
            return all.get(0);
        }
        String next = nextId(all, target.date());
        return append(spark, all, new Release(next, target.date(), "rollback-" + next, id, target.versions()));
    }

    private Release append(SparkSession spark, List<Release> all, Release release) {
        manifest.append(spark, all.size() + 1L, release);
        return release;
    }

    private static String nextId(List<Release> all, LocalDate date) {
        long before = all.stream().filter(r -> r.date().equals(date)).count();
        return "R" + date.format(DateTimeFormatter.BASIC_ISO_DATE) + "." + (before + 1);
    }

    private static Release find(List<Release> all, String id, String what) {
        return all.stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problems.cannot(
                        what,
                        "there is no such release"
                                + Words.didYouMean(
                                        id, all.stream().map(Release::id).toList()),
                        all.isEmpty()
                                ? "Nothing was published yet. Run a night first: bin/siyu night"
                                : "Readers see " + all.get(0).id() + ". Releases that can be read: " + ids(all)));
    }

    private static String ids(List<Release> all) {
        return Words.list(all.stream().filter(Release::kept).map(Release::id).toList());
    }
}
