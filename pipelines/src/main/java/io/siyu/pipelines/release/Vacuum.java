package io.siyu.pipelines.release;

import io.siyu.pipelines.store.Lake;
import io.siyu.pipelines.store.TableFiles;
import io.siyu.warehouse.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Lets old releases go and removes the files that no kept release and no working table holds. What is removed follows from
 * the manifest and the tables' logs alone, never from the age of a file. No step may run meanwhile: the caller holds the
 * home folder's lock.
 */
public final class Vacuum {
    /** Releases kept unless said otherwise. */
    public static final int KEEP = 30;

    private static final StructType INVENTORY =
            StructType.fromDDL("path string, length bigint, isDir boolean, modificationTime bigint");

    private final Lake lake;

    public Vacuum(Lake lake) {
        this.lake = lake;
    }

    /**
     * What vacuum did.
     *
     * @param letGo releases that can be read no longer, newest first
     * @param tables every table looked at, sorted
     */
    public record Report(List<Release> letGo, List<Removed> tables) {}

    /** Files removed from one table, and their bytes. */
    public record Removed(String table, long files, long bytes) {}

    /** Keeps the newest releases, where no table but theirs is looked at. */
    public Report run(SparkSession spark, int keep) {
        return run(spark, keep, List.of());
    }

    /**
     * Keeps the newest releases; older ones are marked in the manifest before the first file goes.
     *
     * @param keep how many releases, at least 1
     * @param unpublished tables that no release pins, such as those of the vault: only their newest version stays
     */
    public Report run(SparkSession spark, int keep, List<String> unpublished) {
        if (keep < 1) {
            throw Problems.cannot(
                    "keep " + keep + " releases", "readers see one", "Nothing was removed. Give --keep 1 or more");
        }
        List<Release> all = new Releases(lake).all(spark);
        List<Release> kept = all.stream().filter(Release::kept).limit(keep).toList();
        List<Release> letGo = all.stream().filter(Release::kept).skip(keep).toList();
        Manifest manifest = new Manifest(lake);
        if (!letGo.isEmpty()) {
            manifest.keepOnly(spark, kept);
        }
        List<Removed> removed = new ArrayList<>();
        if (!all.isEmpty()) {
            manifest.compact(spark);
            removed.add(sweep(spark, Manifest.TABLE, new TreeSet<>()));
        }
        Set<String> tables = tables(all);
        tables.addAll(unpublished);
        for (String table : tables) {
            TreeSet<Long> pinned = new TreeSet<>();
            kept.stream()
                    .filter(r -> r.versions().containsKey(table))
                    .forEach(r -> pinned.add(r.versions().get(table)));
            removed.add(sweep(spark, table, pinned));
        }
        return new Report(letGo, removed);
    }

    private static Set<String> tables(List<Release> all) {
        Set<String> tables = new TreeSet<>();
        all.forEach(release -> tables.addAll(release.versions().keySet()));
        return tables;
    }

    private Removed sweep(SparkSession spark, String table, SortedSet<Long> pinned) {
        Optional<Lake.Version> newest = lake.current(spark, table);
        if (newest.isEmpty()) {
            return new Removed(table, 0, 0);
        }
        pinned.add(newest.get().number());
        Set<String> held = new TreeSet<>();
        pinned.forEach(version -> held.addAll(TableFiles.paths(spark, lake.path(table), version)));
        SortedMap<String, Long> spare = stored(spark, lake.path(table));
        spare.keySet().removeAll(held);
        if (!spare.isEmpty()) {
            remove(spark, lake.path(table), spare);
        }
        return new Removed(
                table,
                spare.size(),
                spare.values().stream().mapToLong(Long::longValue).sum());
    }

    /**
     * Has Delta remove these files; it spares those of the newest version once more. Nothing is written to the table's log,
     * so that no version moves. Folders are listed beside the files, which keeps Delta from removing folders that hold others.
     */
    private static void remove(SparkSession spark, String path, SortedMap<String, Long> files) {
        SparkSession session = spark.newSession();
        session.conf().set("spark.databricks.delta.vacuum.logging.enabled", "false");
        Path table = qualified(session, path);
        List<Row> inventory = new ArrayList<>();
        Set<String> folders = new TreeSet<>();
        files.forEach((file, bytes) -> {
            inventory.add(RowFactory.create(table + "/" + file, bytes, false, 0L));
            for (int end = file.lastIndexOf('/'); end > 0; end = file.lastIndexOf('/', end - 1)) {
                folders.add(file.substring(0, end));
            }
        });
        folders.forEach(folder -> inventory.add(RowFactory.create(table + "/" + folder, 0L, true, 0L)));
        session.createDataFrame(inventory, INVENTORY).createOrReplaceTempView("siyu_spare_files");
        session.sql("vacuum delta.`" + path + "` using inventory (select * from siyu_spare_files) retain 0 hours");
    }

    /** Parquet files below a table's folder, relative to it, with their bytes. */
    private static SortedMap<String, Long> stored(SparkSession spark, String path) {
        Path table = qualified(spark, path);
        SortedMap<String, Long> files = new TreeMap<>();
        try {
            RemoteIterator<LocatedFileStatus> all = fileSystem(spark, table).listFiles(table, true);
            while (all.hasNext()) {
                LocatedFileStatus file = all.next();
                String relative =
                        file.getPath().toString().substring(table.toString().length() + 1);
                if (relative.endsWith(".parquet") && !relative.startsWith("_delta_log/")) {
                    files.put(relative, file.getLen());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static Path qualified(SparkSession spark, String path) {
        Path table = new Path(path);
        return fileSystem(spark, table).makeQualified(table);
    }

    private static FileSystem fileSystem(SparkSession spark, Path path) {
        Configuration configuration = spark.sessionState().newHadoopConf();
        try {
            return path.getFileSystem(configuration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
