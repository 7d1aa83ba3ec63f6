package io.siyu.pipelines.value.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Real logs that lie beside a checkout and are no part of it; a test of them is skipped where they are not. */
public final class SharedData {
    private SharedData() {}

    /** The file, or the end of the test with a sentence that says why. */
    public static Path file(String name) {
        Path file =
                Path.of("../../shared/data/ltv").resolve(name).toAbsolutePath().normalize();
        Assumptions.assumeTrue(Files.exists(file), () -> "Skipped: " + name + " is not there to be read");
        return file;
    }

    /** The rows after the header, quotes taken off, split at commas. */
    public static List<String[]> rows(String name) {
        try {
            return Files.readAllLines(file(name)).stream()
                    .skip(1)
                    .map(line -> line.replace("\"", "").split(","))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
