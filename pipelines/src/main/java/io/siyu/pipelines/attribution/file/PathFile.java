package io.siyu.pipelines.attribution.file;

import io.siyu.pipelines.attribution.PathCounter;
import io.siyu.pipelines.attribution.Paths;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file of paths, counted.
 *
 * @param paths what it holds
 * @param rows of the file
 * @param delimiter between its cells
 * @param columns what each column was read as, in words
 */
public record PathFile(Paths paths, long rows, char delimiter, List<String> columns) {
    /** Columns that were asked for by name; where none was, usual names are looked for. */
    public record Columns(
            Optional<String> path, Optional<String> conversions, Optional<String> value, Optional<String> nulls) {}

    /** Most journeys a row may stand for, so that no sum of rows overflows. */
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

    private static final List<String> PATH =
            List.of("path", "journey", "transformed_path", "touchpoints", "channels", "路径", "触点路径");
    private static final List<String> CONVERSIONS = List.of(
            "conversions", "total_conversions", "conversion", "conv", "converted", "orders", "转化", "转化数", "转化次数");
    private static final List<String> VALUE = List.of(
            "value", "total_conversion_value", "conversion_value", "total_value", "revenue", "gmv", "金额", "转化金额", "价值");
    private static final List<String> NULLS =
            List.of("nulls", "total_null", "total_nulls", "null", "non_conversions", "no_conversions", "未转化", "未转化数");

    /** Sums of rows that write their path alike. */
    private static final class Tally {
        private long conversions;
        private BigDecimal value = BigDecimal.ZERO;
        private long nulls;
    }

    /**
     * Reads and counts a file.
     *
     * @param separator between the touches of a path
     */
    public static PathFile read(Path file, Columns columns, String separator) {
        try (DelimitedFile rows = DelimitedFile.open(file)) {
            ColumnNames names = new ColumnNames(file, rows.header());
            int path = names.required("paths", "--path-column", columns.path(), PATH);
            int conversions = names.required("conversions", "--conversions-column", columns.conversions(), CONVERSIONS);
            Optional<Integer> value = names.optional("value", columns.value(), VALUE);
            Optional<Integer> nulls = names.optional("nulls", columns.nulls(), NULLS);
            Map<String, Tally> tallies = new HashMap<>();
            PathCounter counter = new PathCounter();
            Map<String, List<String>> touches = new HashMap<>();
            Map<String, String> channels = new HashMap<>();
            long read = 0;
            for (String[] cells = rows.next(); cells != null; cells = rows.next()) {
                Tally tally = tallies.get(cells[path]);
                if (tally == null) {
                    touches.put(cells[path], touches(cells[path], separator, channels, rows));
                    tally = new Tally();
                    tallies.put(cells[path], tally);
                }
                long won = count(cells[conversions], conversions, rows);
                tally.conversions += won;
                tally.nulls += nulls.isPresent() ? count(cells[nulls.get()], nulls.get(), rows) : 0;
                if (value.isPresent()) {
                    tally.value = tally.value.add(worth(cells[value.get()], value.get(), won, rows));
                }
                read++;
            }
            tallies.forEach((text, tally) ->
                    counter.add(touches.getOrDefault(text, List.of()), tally.conversions, tally.value, tally.nulls));
            return new PathFile(
                    converting(file, counter.paths(), read),
                    read,
                    rows.delimiter(),
                    words(rows.header(), path, conversions, value, nulls));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Paths converting(Path file, Paths paths, long rows) {
        if (paths.conversions() == 0) {
            throw Problems.cannot(
                    "attribute " + Words.path(file),
                    "none of its " + rows + " rows has a conversion",
                    "Nothing was written; name another column with --conversions-column, or another file");
        }
        return paths;
    }

    private static List<String> words(
            List<String> header, int path, int conversions, Optional<Integer> value, Optional<Integer> nulls) {
        return List.of(
                "paths '" + header.get(path) + "'",
                "conversions '" + header.get(conversions) + "'",
                value.map(at -> "value '" + header.get(at) + "'").orElse("no value"),
                nulls.map(at -> "nulls '" + header.get(at) + "'").orElse("no nulls"));
    }

    /** Each channel's name is kept once, so that paths of millions of rows share it, and its hash. */
    private static List<String> touches(
            String text, String separator, Map<String, String> channels, DelimitedFile rows) {
        List<String> touches = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
            touches.add(channels.computeIfAbsent(text.substring(from, at).strip(), name -> name));
            from = at + separator.length();
        }
        touches.add(channels.computeIfAbsent(text.substring(from).strip(), name -> name));
        if (touches.contains("")) {
            throw Problems.invalid(
                    "path",
                    rows.where(),
                    "'" + text + "' has an empty touch",
                    "channels with '" + separator + "' between them, and a name such as (none) where there is none");
        }
        return touches;
    }

    private static long count(String text, int column, DelimitedFile rows) {
        if (text.length() == 1 && text.charAt(0) >= '0' && text.charAt(0) <= '9') {
            return Character.digit(text.charAt(0), 10);
        }
        BigDecimal amount = amount(text, column, rows);
        if (amount.signum() < 0 || amount.stripTrailingZeros().scale() > 0 || amount.compareTo(MOST) > 0) {
            throw invalid(text, column, rows, "a whole number, 0 to " + MOST);
        }
        return amount.longValueExact();
    }

    private static BigDecimal worth(String text, int column, long conversions, DelimitedFile rows) {
        BigDecimal worth = amount(text, column, rows);
        if (conversions == 0 && worth.signum() != 0) {
            throw invalid(text, column, rows, "0, because the row has no conversions");
        }
        return worth;
    }

    private static BigDecimal amount(String text, int column, DelimitedFile rows) {
        try {
            return text.isBlank() ? BigDecimal.ZERO : new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            throw invalid(text, column, rows, "a number such as 1234.50, without signs of thousands or currency");
        }
    }

    private static RuntimeException invalid(String text, int column, DelimitedFile rows, String allowed) {
        String name = rows.header().get(column);
        return Problems.invalid("number", rows.where() + ", column " + name, "'" + text + "'", allowed);
    }
}
