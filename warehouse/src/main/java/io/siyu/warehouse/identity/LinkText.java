package io.siyu.warehouse.identity;

import io.siyu.warehouse.House;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How likely links are found, {@code link.yml}, as a table of one row, {@code text}: the last folder of a house that has one decides. */
public final class LinkText {
    /** The file's name, below a folder of the house. */
    public static final String FILE = "link.yml";

    private LinkText() {}

    /** One SELECT; of no rows when the house has no such file. */
    public static String sql(House house) {
        return house.file(FILE)
                .map(file -> "select '" + read(file).replace("\\", "\\\\").replace("'", "\\'") + "' as text")
                .orElse("select '' as text where false");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
