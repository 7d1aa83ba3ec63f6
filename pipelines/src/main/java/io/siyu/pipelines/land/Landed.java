package io.siyu.pipelines.land;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.siyu.pipelines.erase.Tombstones;
import io.siyu.pipelines.feed.DropFile;
import io.siyu.pipelines.feed.FeedParser;
import io.siyu.pipelines.sql.Kept;
import io.siyu.pipelines.step.Outcome;
import io.siyu.pipelines.step.Run;
import io.siyu.pipelines.store.CommitNote;
import io.siyu.pipelines.store.Lake;
import io.siyu.pipelines.store.Writer;
import io.siyu.warehouse.Feed;
import io.siyu.warehouse.LandedColumns;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Table;
import io.siyu.warehouse.identity.IdModel;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** Writes parsed files: quarantine, rows that are news, then the manifest, each once per run. */
record Landed(SparkSession spark, Lake lake, Path landing, IdModel kinds, Tombstones tombstones) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String QUARANTINE = "ods.quarantine";

    Outcome write(Table table, Feed feed, Run run, FileList.Chosen chosen, FileManifest before) {
        List<FileList.Entry> files = chosen.files();
        List<DropFile> toRead = files.stream()
                .filter(f -> !f.status().equals("duplicate"))
                .map(f -> new DropFile(LocalDate.parse(f.dropDate()), f.path(), f.size(), f.sha256()))
                .toList();
        try (Kept kept = Kept.of(FeedParser.parse(spark, table, feed, landing, toRead, kinds, tombstones))) {
            Dataset<Row> parsed = kept.rows();
            TreeMap<String, JsonNode> trailers = trailers(parsed);
            Counts counts = Counts.of(trailers.values());
            check(table, parsed, counts);
            if (feed.snapshot() == null || trailers.isEmpty()) {
                News news = News.all(parsed, counts.landed(), counts.bad());
                return append(table, run, files, trailers, counts, news);
            }
            Dataset<Row> base = lake.whole(spark, table.name(), chosen.version());
            try (ListChanges changes = new ListChanges(
                    table,
                    feed.snapshot(),
                    base,
                    before.taken(table.name(), run.id()),
                    before.believed(table.name(), run.id()))) {
                News news = News.of(table, changes, parsed, files, trailers);
                return append(table, run, files, trailers, counts, news);
            }
        }
    }

    private Outcome append(
            Table table,
            Run run,
            List<FileList.Entry> files,
            TreeMap<String, JsonNode> trailers,
            Counts counts,
            News news) {
        if (news.badCount() > 0) {
            append(QUARANTINE, table, run, files, news.badCount(), quarantined(news.bad(), table));
        }
        if (news.count() > 0) {
            append(
                    table.name(),
                    table,
                    run,
                    files,
                    news.count(),
                    news.rows().repartition(col(LandedColumns.DROP_DATE)));
        }
        append(FileManifest.TABLE, table, run, files, files.size(), manifest(table, run, files, trailers, news));
        return new Outcome("written", news.count(), told(files, counts, news));
    }

    private static TreeMap<String, JsonNode> trailers(Dataset<Row> parsed) {
        TreeMap<String, JsonNode> trailers = new TreeMap<>();
        parsed.where(col(FeedParser.KIND).equalTo(FeedParser.FILE))
                .select(LandedColumns.FILE, LandedColumns.RAW)
                .collectAsList()
                .forEach(row -> trailers.put(row.getString(0), json(row.getString(1))));
        return trailers;
    }

    /** In = landed + quarantined + skipped: the rows there are must be the rows the files say they had. */
    private static void check(Table table, Dataset<Row> parsed, Counts counts) {
        long rows = parsed.where(col(FeedParser.KIND).notEqual(FeedParser.FILE)).count();
        if (rows != counts.landed() + counts.bad()) {
            throw Problems.failed(
                    "land " + table.name(),
                    rows + " rows came out of files that hold " + counts.landed() + " good and " + counts.bad()
                            + " bad",
                    "Nothing was landed; run again",
                    null);
        }
    }

    private static Dataset<Row> quarantined(Dataset<Row> bad, Table table) {
        return bad.select(
                lit(table.name()).as("feed"),
                col(LandedColumns.DROP_DATE).as("drop_date"),
                col(LandedColumns.FILE).as("file"),
                col(LandedColumns.ROW_NO).as("row_no"),
                col(FeedParser.REASON).as("reason"),
                col(LandedColumns.RAW).as("raw"));
    }

    private Dataset<Row> manifest(
            Table table, Run run, List<FileList.Entry> files, TreeMap<String, JsonNode> trailers, News news) {
        List<Row> rows = new ArrayList<>();
        for (FileList.Entry file : files) {
            JsonNode trailer = trailers.getOrDefault(file.path(), JSON.createObjectNode());
            long known = news.known().getOrDefault(file.path(), 0L);
            long twice = news.twice().getOrDefault(file.path(), 0L);
            boolean failed = trailer.path("status").asText().equals("failed");
            rows.add(RowFactory.create(
                    table.name(),
                    Date.valueOf(file.dropDate()),
                    file.path(),
                    file.size(),
                    file.sha256(),
                    failed ? "failed" : file.status(),
                    trailer.path("encoding").asText(null),
                    trailer.path("rows").asLong(),
                    trailer.path("landed").asLong() - known - twice,
                    known,
                    trailer.path("bad").asLong() + twice,
                    trailer.path("skipped").asLong(),
                    trailer.path("erased").asLong(),
                    trailer.path("blanked").asLong(),
                    trailer.path("unknown_columns").isEmpty()
                            ? null
                            : trailer.path("unknown_columns").toString(),
                    trailer.path("reason").asText(news.reasons().get(LocalDate.parse(file.dropDate()))),
                    run.id()));
        }
        return spark.createDataFrame(rows, EngineTables.MANIFEST);
    }

    private void append(String target, Table feed, Run run, List<FileList.Entry> files, long count, Dataset<Row> rows) {
        SortedSet<String> drops = new TreeSet<>();
        files.forEach(file -> drops.add(file.dropDate()));
        CommitNote note = new CommitNote(
                run.id(), feed.name(), run.date().toString(), run.jar(), "", new TreeMap<>(), drops, count, "");
        Writer writer = new Writer(spark, lake);
        if (run.resumed()) {
            writer.appendOnce(target, rows, note);
        } else {
            writer.append(target, rows, note);
        }
    }

    private static String told(List<FileList.Entry> files, Counts counts, News news) {
        String told = files.size() + (files.size() == 1 ? " file" : " files");
        told += news.badCount() > 0
                ? ", " + news.badCount() + (news.badCount() == 1 ? " row" : " rows") + " in quarantine"
                : "";
        told += counts.erased() > 0 ? ", " + counts.erased() + " rows of people who were erased" : "";
        told += counts.failedFiles() > 0 ? ", " + counts.failedFiles() + " files failed" : "";
        return told + (news.told().isEmpty() ? "" : ", " + news.told());
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the parser writes trailers as JSON", e);
        }
    }
}
