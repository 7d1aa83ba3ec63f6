package io.siyu.pipelines.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.util.TaskCompletionListener;
import org.jspecify.annotations.Nullable;

/**
 * Parses a batch of files one after the other.
 *
 * @param landing absolute path of the landing folder
 */
record ParseTask(String landing, FeedPlan plan) implements FlatMapFunction<ArrayList<DropFile>, Row> {

    @Override
    public Iterator<Row> call(ArrayList<DropFile> batch) {
        Batch rows = new Batch(batch.iterator());
        TaskContext task = TaskContext.get();
        if (task != null) {
            task.addTaskCompletionListener((TaskCompletionListener) ended -> rows.close());
        }
        return rows;
    }

    private final class Batch implements Iterator<Row> {
        private final Iterator<DropFile> files;
        private @Nullable FileRows current;

        Batch(Iterator<DropFile> files) {
            this.files = files;
        }

        @Override
        public boolean hasNext() {
            while (current == null || !current.hasNext()) {
                if (!files.hasNext()) {
                    return false;
                }
                current = new FileRows(Path.of(landing), files.next(), plan);
            }
            return true;
        }

        @Override
        public Row next() {
            if (!hasNext() || current == null) {
                throw new NoSuchElementException();
            }
            return current.next();
        }

        /** A task that stops early leaves no file open. */
        void close() {
            try {
                if (current != null) {
                    current.close();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
