package io.siyu.pipelines.land;

import io.siyu.pipelines.store.Lake;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The files that landed before, by feed; read once for all feeds of a run. */
final class FileManifest {
    static final String TABLE = "ods.file_manifest";

    private final Map<String, Map<String, Set<String>>> hashesByPath = new HashMap<>();
    private final Map<String, Map<String, Long>> sizeByPath = new HashMap<>();
    private final List<ListDate> lists = new ArrayList<>();

    private record ListDate(String feed, LocalDate date, String file, boolean isBelieved, String run) {}

    /** Reads the manifest; it may not be there yet. */
    static FileManifest read(SparkSession spark, Lake lake) {
        FileManifest manifest = new FileManifest();
        lake.current(spark, TABLE).ifPresent(version -> {
            List<Row> rows = lake.whole(spark, TABLE, version.number())
                    .select("feed", "file", "sha256", "size_bytes", "drop_date", "status", "reason", "run_id")
                    .collectAsList();
            for (Row row : rows) {
                manifest.add(row.getString(0), row.getString(1), row.getString(2), row.getLong(3));
                if (!row.getString(5).equals("duplicate")) {
                    LocalDate date = row.getDate(4).toLocalDate();
                    manifest.lists.add(
                            new ListDate(row.getString(0), date, row.getString(1), row.isNullAt(6), row.getString(7)));
                }
            }
        });
        return manifest;
    }

    private void add(String feed, String path, String sha256, long size) {
        hashesByPath
                .computeIfAbsent(feed, f -> new HashMap<>())
                .computeIfAbsent(path, p -> new HashSet<>())
                .add(sha256);
        sizeByPath.computeIfAbsent(feed, f -> new HashMap<>()).put(path, size);
    }

    /** Whether these bytes landed under this path. */
    boolean knows(String feed, String path, String sha256) {
        return hashes(feed, path).contains(sha256);
    }

    /** Whether a file of this size landed last under this path. */
    boolean knowsSize(String feed, String path, long size) {
        Long last = sizeByPath.getOrDefault(feed, Map.of()).get(path);
        return last != null && last == size;
    }

    /** Whether something else landed under this path. */
    boolean knowsPath(String feed, String path) {
        return !hashes(feed, path).isEmpty();
    }

    /** Whether these bytes landed under any path. */
    boolean knowsBytes(String feed, String sha256) {
        return hashesByPath.getOrDefault(feed, Map.of()).values().stream().anyMatch(h -> h.contains(sha256));
    }

    /** Paths of all files the feed ever had. */
    Set<String> paths(String feed) {
        return hashesByPath.getOrDefault(feed, Map.of()).keySet();
    }

    /** Whether the feed ever had a file. */
    boolean knowsFeed(String feed) {
        return hashesByPath.containsKey(feed);
    }

    /** Drop dates whose files were taken by other runs than {@code run}. */
    SortedSet<LocalDate> taken(String feed, String run) {
        return dates(feed, run, list -> true);
    }

    /** Those of them whose list was believed about what it lacks as often as it was compared. */
    SortedSet<LocalDate> believed(String feed, String run) {
        SortedSet<LocalDate> believed = taken(feed, run);
        believed.removeAll(dates(feed, run, list -> !list.isBelieved()));
        return believed;
    }

    /** Paths of the files of a list, duplicates left out. */
    Set<String> filesOf(String feed, LocalDate date) {
        return lists.stream()
                .filter(list -> list.feed().equals(feed) && list.date().equals(date))
                .map(ListDate::file)
                .collect(Collectors.toSet());
    }

    private SortedSet<LocalDate> dates(String feed, String run, Predicate<ListDate> which) {
        return lists.stream()
                .filter(list -> list.feed().equals(feed) && !list.run().equals(run))
                .filter(which)
                .map(ListDate::date)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> hashes(String feed, String path) {
        return hashesByPath.getOrDefault(feed, Map.of()).getOrDefault(path, Set.of());
    }
}
