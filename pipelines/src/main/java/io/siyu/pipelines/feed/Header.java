package io.siyu.pipelines.feed;

import io.siyu.warehouse.Feed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A row of names, and which column is read from which of its cells.
 *
 * @param width cells a row must have: blank names at the end do not count
 * @param positions cell of each column, in contract order; -1 when the column is not there
 * @param missing columns that must be there and are not, in contract order
 * @param unknown names no column is read from and the feed does not drop, sorted
 */
record Header(int width, int[] positions, List<String> missing, List<String> unknown) {

    /** How {@code cells} would do as the header. */
    static Header of(@Nullable String[] cells, Feed feed, List<String> columns) {
        List<String> names = Arrays.stream(cells).map(Header::plain).toList();
        int[] positions = new int[columns.size()];
        List<String> missing = new ArrayList<>();
        Set<Integer> used = new HashSet<>();
        for (int c = 0; c < positions.length; c++) {
            positions[c] = position(names, feed.aliases().getOrDefault(columns.get(c), List.of()));
            if (positions[c] >= 0) {
                used.add(positions[c]);
            } else if (!feed.optional().contains(columns.get(c))) {
                missing.add(columns.get(c));
            }
        }
        int width = names.size();
        while (width > 0 && names.get(width - 1).isEmpty()) {
            width--;
        }
        Set<String> unknown = new TreeSet<>();
        for (int i = 0; i < width; i++) {
            String name = names.get(i);
            if (!used.contains(i) && !name.isEmpty() && !feed.drop().contains(name)) {
                unknown.add(name);
            }
        }
        return new Header(width, positions, List.copyOf(missing), List.copyOf(unknown));
    }

    /** Whether a row of {@code cells} has a cell for each name and nothing behind the last. */
    boolean fits(@Nullable String[] cells) {
        for (int i = width; i < cells.length; i++) {
            String cell = cells[i];
            if (cell != null && !cell.isBlank()) {
                return false;
            }
        }
        return cells.length >= width;
    }

    /** The cells by column. */
    @Nullable
    String[] values(@Nullable String[] cells) {
        @Nullable String[] values = new @Nullable String[positions.length];
        for (int c = 0; c < values.length; c++) {
            values[c] = positions[c] < 0 ? null : cells[positions[c]];
        }
        return values;
    }

    private static int position(List<String> names, List<String> aliases) {
        for (String alias : aliases) {
            int at = Feed.pattern(alias)
                    .map(pattern -> first(names, pattern.asMatchPredicate()))
                    .orElseGet(() -> names.indexOf(alias));
            if (at >= 0) {
                return at;
            }
        }
        return -1;
    }

    private static int first(List<String> names, Predicate<String> wanted) {
        return names.stream().filter(wanted).findFirst().map(names::indexOf).orElse(-1);
    }

    private static String plain(@Nullable String name) {
        return name == null ? "" : Blanks.strip(name.replace('\t', ' '));
    }
}
