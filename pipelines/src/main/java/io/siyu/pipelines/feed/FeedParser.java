package io.siyu.pipelines.feed;

import io.siyu.pipelines.erase.Tombstones;
import io.siyu.warehouse.Feed;
import io.siyu.warehouse.Table;
import io.siyu.warehouse.identity.IdModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Files of a feed to rows: every record of every file comes out as a row, a bad row or in the count of skipped ones. */
public final class FeedParser {
    /** What a row is: {@link #ROW}, {@link #BAD} or {@link #FILE}. */
    public static final String KIND = "_kind";
    /** Why a row is bad, or why a file gave none: snake_case, null when nothing is wrong. */
    public static final String REASON = "_reason";
    /** {@link #KIND} of a row to land. */
    public static final String ROW = "row";
    /** {@link #KIND} of a row for quarantine: no business values, no hash. */
    public static final String BAD = "bad";
    /** {@link #KIND} of a file's one trailer; {@code _raw} is its {@link Trailer} as JSON, {@code _row_no} is null. */
    public static final String FILE = "file";

    private static final long LARGEST_BATCH = 32L << 20;
    private static final int MOST_FILES = 500;

    private FeedParser() {}

    /**
     * The rows of {@code files}, read when the dataset is: one task for a large file, one for several small ones.
     *
     * <p>Columns: the table's business columns as strings, {@code _drop_date date, _file, _row_no bigint, _raw, _row_hash,
     * _ingest_ts timestamp, _kind, _reason}. Trailer: {@code {encoding, rows, landed, bad, skipped, erased, blanked,
     * unknown_columns, status, reason}} with {@code rows = landed + bad + skipped + erased}. A file that cannot be read has status {@code failed}, a
     * reason and no rows; the others are not touched by it.
     *
     * @param landing the folder that {@link DropFile#path} is below
     */
    public static Dataset<Row> parse(SparkSession spark, Table table, Feed feed, Path landing, List<DropFile> files) {
        return parse(spark, FeedPlan.of(table, feed), landing, files);
    }

    /**
     * The same rows without people who were erased: their identifiers and what else tells of them is null, {@code _raw} empty; a
     * row that is none without them does not come out and is counted as erased.
     */
    public static Dataset<Row> parse(
            SparkSession spark,
            Table table,
            Feed feed,
            Path landing,
            List<DropFile> files,
            IdModel kinds,
            Tombstones tombstones) {
        return parse(spark, FeedPlan.of(table, feed).without(table, kinds, tombstones), landing, files);
    }

    private static Dataset<Row> parse(SparkSession spark, FeedPlan plan, Path landing, List<DropFile> files) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        List<ArrayList<DropFile>> batches = batches(files, context.defaultParallelism());
        JavaRDD<Row> rows = context.parallelize(batches, Math.max(1, batches.size()))
                .flatMap(new ParseTask(landing.toAbsolutePath().toString(), plan));
        return ParsedRows.typed(spark.createDataFrame(rows, ParsedRows.schema(plan.columns())));
    }

    /** Neighbours together until a batch is large enough; a small night still occupies every core. */
    private static List<ArrayList<DropFile>> batches(List<DropFile> files, int cores) {
        long total = files.stream().mapToLong(DropFile::size).sum();
        long enough = Math.min(LARGEST_BATCH, total / cores + 1);
        List<ArrayList<DropFile>> batches = new ArrayList<>();
        ArrayList<DropFile> batch = new ArrayList<>();
        long size = 0;
        for (DropFile file : files) {
            batch.add(file);
            size += file.size();
            if (size >= enough || batch.size() >= MOST_FILES) {
                batches.add(batch);
                batch = new ArrayList<>();
                size = 0;
            }
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }
}
