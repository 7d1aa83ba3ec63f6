package io.siyu.pipelines.identity.graph;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** Rows that are read more than once, kept until closed; rows that somebody else keeps stay kept. */
record Kept(Dataset<Row> rows, boolean ours) implements AutoCloseable {
    static Kept of(Dataset<Row> rows) {
        boolean ours = rows.storageLevel().equals(StorageLevel.NONE());
        return new Kept(ours ? rows.persist(StorageLevel.MEMORY_AND_DISK()) : rows, ours);
    }

    @Override
    public void close() {
        if (ours) {
            rows.unpersist();
        }
    }
}
