package io.siyu.pipelines.release;

import io.delta.standalone.DeltaLog;
import io.delta.standalone.Snapshot;
import io.delta.standalone.data.CloseableIterator;
import io.delta.standalone.data.RowRecord;
import io.siyu.pipelines.store.Lake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;

/** Reads a pinned table as a reader that knows Delta's reader version 1 and nothing newer, without Spark. */
final class ReaderOne {
    private ReaderOne() {}

    /** One value of every row. */
    static <T> List<T> values(Lake lake, Release release, String table, Function<RowRecord, T> value) {
        Snapshot snapshot = DeltaLog.forTable(new Configuration(), lake.path(table))
                .getSnapshotForVersionAsOf(release.versions().get(table));
        List<T> values = new ArrayList<>();
        try (CloseableIterator<RowRecord> rows = snapshot.open()) {
            rows.forEachRemaining(row -> values.add(value.apply(row)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values;
    }
}
