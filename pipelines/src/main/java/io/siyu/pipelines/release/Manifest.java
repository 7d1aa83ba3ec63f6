package io.siyu.pipelines.release;

import io.siyu.pipelines.store.Lake;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.types.StructType;
import scala.Option;

/**
 * The Delta table that says what is published: {@code <lake>/release/manifest}, one row per release and table. A release is
 * one commit, so it is there whole or not at all.
 */
final class Manifest {
    /** The manifest's name in the lake. */
    static final String TABLE = "release.manifest";

    private static final StructType SCHEMA = StructType.fromDDL("seq bigint comment 'Order of publication, from 1.',"
            + " release string comment 'Id of the release: R<yyyyMMdd>.<n>.',"
            + " business_date date comment 'Business date the release stands for.',"
            + " run string comment 'Run that published it.',"
            + " of string comment 'Release it points back to; its own id unless it is a rollback.',"
            + " table_name string comment 'Table: <layer>.<table>.',"
            + " version bigint comment 'Delta version of the table.',"
            + " kept boolean comment 'Whether the release can still be read and rolled back to.'");

    private final Lake lake;

    Manifest(Lake lake) {
        this.lake = lake;
    }

    /** All releases, oldest first. */
    List<Release> read(SparkSession spark) {
        long version = version(spark);
        if (version < 0) {
            return List.of();
        }
        SortedMap<Long, List<Row>> bySeq = new TreeMap<>();
        for (Row row : lake.whole(spark, TABLE, version).coalesce(1).collectAsList()) {
            bySeq.computeIfAbsent(row.getAs("seq"), seq -> new ArrayList<>()).add(row);
        }
        return bySeq.values().stream().map(Manifest::release).toList();
    }

    /** Adds a release in one commit; {@code seq} is its place, from 1. */
    void append(SparkSession spark, long seq, Release release) {
        List<Row> rows = new ArrayList<>();
        for (Map.Entry<String, Long> table : release.versions().entrySet()) {
            rows.add(RowFactory.create(
                    seq,
                    release.id(),
                    java.sql.Date.valueOf(release.date()),
                    release.run(),
                    release.of(),
                    table.getKey(),
                    table.getValue(),
                    release.kept()));
        }
        spark.createDataFrame(rows, SCHEMA)
                .coalesce(1)
                .write()
                .format("delta")
                .mode("append")
                .option("userMetadata", release.id() + " by " + release.run())
                .save(lake.path(TABLE));
    }

    /** Marks all releases but these as let go, in one commit. */
    void keepOnly(SparkSession spark, List<Release> kept) {
        String ids = kept.stream().map(r -> "'" + r.id() + "'").collect(java.util.stream.Collectors.joining(", "));
        spark.sql(
                "update delta.`" + lake.path(TABLE) + "` set kept = false where kept and release not in (" + ids + ")");
    }

    /** Puts the manifest's many small files into one. */
    void compact(SparkSession spark) {
        spark.sql("optimize delta.`" + lake.path(TABLE) + "`");
    }

    private long version(SparkSession spark) {
        return DeltaLog.forTable(spark, lake.path(TABLE))
                .update(false, Option.empty(), Option.empty())
                .version();
    }

    private static Release release(List<Row> rows) {
        Row first = rows.get(0);
        SortedMap<String, Long> versions = new TreeMap<>();
        rows.forEach(row -> versions.put(row.getAs("table_name"), row.getAs("version")));
        LocalDate date = first.<java.sql.Date>getAs("business_date").toLocalDate();
        return new Release(
                first.getAs("release"), date, first.getAs("run"), first.getAs("of"), versions, first.getAs("kept"));
    }
}
