package io.siyu.pipelines.serve;

import io.siyu.warehouse.Problems;
import java.util.Arrays;
import java.util.Locale;

/** How rows are printed. */
public enum Format {
    /** Columns aligned for people. */
    TABLE,
    /** RFC 4180: a header, commas, quotes where needed, null as nothing. */
    CSV,
    /** One object a line. */
    JSON;

    /** The format with this name, as written after {@code --format}. */
    public static Format named(String name) {
        return Arrays.stream(values())
                .filter(f -> f.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> Problems.invalid("option", "--format", "'" + name + "'", "table, csv or json"));
    }
}
