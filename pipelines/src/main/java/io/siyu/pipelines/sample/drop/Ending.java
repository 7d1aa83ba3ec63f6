package io.siyu.pipelines.sample.drop;

import io.siyu.pipelines.sample.catalogue.Export;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** What is done to whole files once all rows are written. */
record Ending(Drops drops, FileShape shape, int days) {
    void run() throws IOException {
        workbooks();
        for (Export export : Export.values()) {
            for (int day = 0; day < days; day++) {
                switch (shape.delivery(export, day)) {
                    case EMPTY -> empty(drops.dueFile(export, day));
                    case TWICE -> twice(drops.file(export, day));
                    case TRUNCATED -> truncate(drops.file(export, day));
                    default -> {}
                }
            }
        }
    }

    /** On all cores: no file's bytes depend on another's. */
    private void workbooks() throws IOException {
        List<Export> books =
                Arrays.stream(Export.values()).filter(Export::isWorkbook).toList();
        try {
            IntStream.range(0, days)
                    .parallel()
                    .forEach(day -> books.stream()
                            .filter(book -> Files.exists(drops.file(book, day)))
                            .forEach(book -> Workbooks.replace(drops.file(book, day), shape.charset(book, day))));
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static void empty(Path file) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.createFile(file);
    }

    private static void twice(Path file) throws IOException {
        if (Files.exists(file)) {
            String name = String.valueOf(file.getFileName());
            int dot = name.indexOf('.');
            Files.copy(file, file.resolveSibling(name.substring(0, dot) + "(1)" + name.substring(dot)));
        }
    }

    private static void truncate(Path file) throws IOException {
        if (Files.exists(file)) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(Math.max(1, channel.size() - 40));
            }
        }
    }
}
