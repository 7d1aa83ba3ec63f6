package io.siyu.pipelines.sql;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.execution.CachedData;
import org.apache.spark.sql.execution.columnar.InMemoryRelation;
import org.apache.spark.storage.StorageLevel;
import scala.Option;
import scala.collection.Seq;

/**
 * Rows that are read more than once, computed once and kept until closed. Queries over them see a leaf: how the rows came about
 * is not analyzed, copied and compared again for each of those queries.
 */
public final class Kept implements AutoCloseable {
    private final Dataset<Row> source;
    private final Dataset<Row> rows;
    private final boolean ours;

    private Kept(Dataset<Row> source, Dataset<Row> rows, boolean ours) {
        this.source = source;
        this.rows = rows;
        this.ours = ours;
    }

    /** Keeps these rows; those that somebody else keeps stay kept when this is closed. */
    public static Kept of(Dataset<Row> rows) {
        boolean isKept = rows.queryExecution().analyzed() instanceof InMemoryRelation
                || !rows.storageLevel().equals(StorageLevel.NONE());
        if (isKept) {
            return new Kept(rows, rows, false);
        }
        Dataset<Row> source = rows.persist(StorageLevel.MEMORY_AND_DISK());
        Option<CachedData> cached =
                source.sparkSession().sharedState().cacheManager().lookupCachedData(source);
        if (cached.isEmpty()) { // somebody let go of the same rows just now
            return new Kept(source, source, true);
        }
        Seq<Attribute> columns = source.queryExecution().analyzed().output();
        return new Kept(
                source,
                Dataset.ofRows(
                        source.sparkSession(),
                        cached.get().cachedRepresentation().withOutput(columns)),
                true);
    }

    /** The rows. */
    public Dataset<Row> rows() {
        return rows;
    }

    @Override
    public void close() {
        if (ours) {
            source.unpersist();
        }
    }
}
