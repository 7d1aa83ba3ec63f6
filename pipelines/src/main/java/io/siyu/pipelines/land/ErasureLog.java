package io.siyu.pipelines.land;

import static org.apache.spark.sql.functions.col;

import io.siyu.pipelines.erase.Tombstones;
import io.siyu.pipelines.release.Vacuum;
import io.siyu.pipelines.step.Run;
import io.siyu.pipelines.store.CommitNote;
import io.siyu.pipelines.store.Lake;
import io.siyu.pipelines.store.Writer;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** {@code ods.erasure_log}: what became of each request to be forgotten. */
public record ErasureLog(SparkSession spark, Lake lake) {
    /** The table. */
    public static final String TABLE = "ods.erasure_log";

    private static final String IDENTIFIERS = "identifiers";
    private static final String VACUUMED = "vacuumed";
    private static final StructType SCHEMA = StructType.fromDDL("request_id string, table_name string, what string,"
            + " rows bigint, files bigint, business_date date, run_id string");

    /** Requests that are carried out: no working table holds whom they are about. */
    public Set<String> done() {
        return requests(IDENTIFIERS);
    }

    /** Those of them of which old versions may still hold the person. */
    public Set<String> notVacuumed() {
        Set<String> open = new TreeSet<>(done());
        open.removeAll(requests(VACUUMED));
        return open;
    }

    /** The first version of the log that says of all these that they are carried out. */
    public long versionOf(Set<String> requests) {
        long newest = lake.current(spark, TABLE).orElseThrow().number();
        for (long version = 0; version < newest; version++) {
            if (requestsAt(version, IDENTIFIERS).containsAll(requests)) {
                return version;
            }
        }
        return newest;
    }

    void counted(List<Holdings.Held> held, Run run) {
        List<Row> rows = new ArrayList<>();
        held.forEach(h -> rows.add(
                row(h.request(), h.table(), h.what(), h.rows(), h.files().size(), run.date(), run.id())));
        append(rows, "counts", run.id(), run.date(), run.jar());
    }

    void carriedOut(Set<String> requests, Run run) {
        Map<String, Long> tombstones = new TreeMap<>();
        lake.whole(
                        spark,
                        Tombstones.TABLE,
                        lake.current(spark, Tombstones.TABLE).orElseThrow().number())
                .select("request_id", "tombstone")
                .distinct()
                .groupBy("request_id")
                .count()
                .collectAsList()
                .forEach(row -> tombstones.put(row.getString(0), row.getLong(1)));
        List<Row> rows = requests.stream()
                .map(id -> row(
                        id,
                        Tombstones.TABLE,
                        IDENTIFIERS,
                        Optional.ofNullable(tombstones.get(id)).orElse(0L),
                        0,
                        run.date(),
                        run.id()))
                .toList();
        append(rows, "carried-out", run.id(), run.date(), run.jar());
    }

    /** Says of requests that no version on the disk holds their person any more. */
    public void vacuumed(
            Set<String> requests, List<Vacuum.Removed> tables, String release, LocalDate date, String jar) {
        String run = "vacuum-" + release;
        List<Row> rows = new ArrayList<>();
        for (String request : requests) {
            rows.add(row(request, Tombstones.TABLE, VACUUMED, 0, 0, date, run));
            tables.stream()
                    .filter(table -> table.files() > 0 && !table.table().equals(Tombstones.TABLE))
                    .forEach(t -> rows.add(row(request, t.table(), VACUUMED, t.files(), 0, date, run)));
        }
        append(rows, "vacuumed", run, date, jar);
    }

    private Set<String> requests(String what) {
        return lake.current(spark, TABLE)
                .map(version -> requestsAt(version.number(), what))
                .orElseGet(Set::of);
    }

    private Set<String> requestsAt(long version, String what) {
        Set<String> found = new TreeSet<>();
        lake.whole(spark, TABLE, version)
                .where(col("what").equalTo(what))
                .select("request_id")
                .collectAsList()
                .forEach(row -> found.add(row.getString(0)));
        return found;
    }

    private void append(List<Row> rows, String part, String run, LocalDate date, String jar) {
        CommitNote note = new CommitNote(
                run, TABLE + "/" + part, date.toString(), jar, "", new TreeMap<>(), new TreeSet<>(), rows.size(), "");
        new Writer(spark, lake).appendOnce(TABLE, spark.createDataFrame(rows, SCHEMA), note);
    }

    private static Row row(
            String request, String table, String what, long rows, long files, LocalDate date, String run) {
        return RowFactory.create(request, table, what, rows, files, Date.valueOf(date), run);
    }
}
