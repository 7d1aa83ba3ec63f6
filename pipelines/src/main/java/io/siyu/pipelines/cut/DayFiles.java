package io.siyu.pipelines.cut;

import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Words;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One file per date. They grow in a folder that no feed looks into and move into their drop folders all at the end. */
final class DayFiles {
    private final Path out;
    private final Path growing;
    private final String name;
    private final SortedSet<LocalDate> days = new TreeSet<>();
    private @Nullable LocalDate day;
    private @Nullable BufferedWriter writer;

    /** Begins anew, whatever an earlier attempt left. */
    DayFiles(Path out, String name) throws IOException {
        this.out = out;
        this.growing = out.resolve(".cut");
        this.name = name;
        forget();
    }

    SortedSet<LocalDate> days() {
        return Collections.unmodifiableSortedSet(days);
    }

    /** Appends a record to the file of a date, which begins with {@code header}. Quick while dates come in order. */
    void add(LocalDate date, String header, String record) throws IOException {
        BufferedWriter to = writer;
        if (to == null || !date.equals(day)) {
            closeLast();
            Path file = file(growing, date);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            to = Files.newBufferedWriter(
                    file, StandardCharsets.ISO_8859_1, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            writer = to;
            day = date;
            if (days.add(date)) {
                to.write(header);
            }
        }
        to.write(record);
    }

    /** Moves all files to where they belong, or none when another file stands in the way of one. */
    void deliver() throws IOException {
        closeLast();
        for (LocalDate date : days) {
            Path target = file(out, date);
            if (Files.exists(target) && Files.mismatch(file(growing, date), target) >= 0) {
                throw Problems.cannot(
                        "cut into " + Words.path(out),
                        Words.path(target) + " is there already, with other content",
                        "No drop folder was changed; give another name with --as, or another folder with --out");
            }
        }
        for (LocalDate date : days) {
            Path target = file(out, date);
            if (!Files.exists(target)) {
                Files.createDirectories(Objects.requireNonNull(target.getParent()));
                Files.move(file(growing, date), target);
            }
        }
    }

    /** Removes what was not delivered. */
    void forget() throws IOException {
        closeLast();
        if (Files.isDirectory(growing)) {
            try (Stream<Path> all = Files.walk(growing)) {
                for (Path path : all.sorted(Collections.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private void closeLast() throws IOException {
        if (writer != null) {
            writer.close();
            writer = null;
        }
    }

    private Path file(Path below, LocalDate date) {
        return below.resolve(date.toString()).resolve(name);
    }
}
