package io.siyu.pipelines.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The repository as it stands now, to be read beside a run. Only one process may have an H2 file open, so it is read from a
 * copy, as good as the file after a kill; any other database is read where it is.
 */
final class RunSnapshot implements AutoCloseable {
    private static final String FILE_URL = "jdbc:h2:file:";
    private static final String SUFFIX = ".mv.db";

    private final RunStore store;
    private final @Nullable Path copy;
    private final boolean empty;

    private RunSnapshot(RunStore store, @Nullable Path copy, boolean empty) {
        this.store = store;
        this.copy = copy;
        this.empty = empty;
    }

    static RunSnapshot of(RunStore store) throws IOException {
        if (!store.url().startsWith(FILE_URL)) {
            return new RunSnapshot(store, null, false);
        }
        Path file = Path.of(store.url().substring(FILE_URL.length()).split(";", 2)[0] + SUFFIX);
        if (!Files.exists(file)) {
            return new RunSnapshot(store, null, true);
        }
        Path folder = Files.createTempDirectory("siyu-runs");
        Files.copy(file, folder.resolve("batch" + SUFFIX));
        String url = FILE_URL + folder.resolve("batch");
        return new RunSnapshot(new RunStore(url, store.user(), store.password(), folder), folder, false);
    }

    /** Whether nothing was ever recorded. */
    boolean isEmpty() {
        return empty;
    }

    RunStore store() {
        return store;
    }

    @Override
    public void close() throws IOException {
        if (copy == null) {
            return;
        }
        try (Stream<Path> files = Files.list(copy)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(copy);
    }
}
