package io.siyu.pipelines.cut;

import io.siyu.pipelines.cut.CsvLines.Csv;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.SiyuException;
import io.siyu.warehouse.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts csv files that hold many days into drop folders of one day each, as if every day's file had come on its day. The
 * bytes of a record and the order of records stay; memory grows with the number of keys only.
 *
 * @param by the column with the date, {@code 2011-12-31} or {@code 2011/12/31}, with or without a time behind it
 * @param key the column whose records stay together, on the date of the first of them; without it each goes by its own date
 * @param name path of the file within each drop folder, {@code shop/lines.csv}
 * @param out the folder of drop folders
 */
public record Cut(String by, Optional<String> key, String name, Path out) {
    private static final Pattern DATE =
            Pattern.compile("([0-9]{4})(?:-([0-9]{2})-([0-9]{2})|/([0-9]{1,2})/([0-9]{1,2}))(?:[ T].*)?");

    /** What was written. */
    public record Result(SortedSet<LocalDate> days, long records) {}

    public Cut {
        Path path = Path.of(name);
        if (name.isBlank() || path.isAbsolute() || !path.equals(path.normalize()) || path.startsWith("..")) {
            throw Problems.cannot(
                    "cut into '" + name + "'",
                    "it is no path within a drop folder",
                    "Nothing was written; give one like shop/lines.csv with --as");
        }
    }

    /**
     * Cuts all files, in their order; all must have the same header. Doing it again changes nothing.
     *
     * @throws SiyuException.InvalidDefinition when a column, a date, a record or a target is wrong; nothing is written then
     */
    public Result files(List<Path> files) {
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw wrong(file, "there is no such file", "name csv files that are there");
            }
        }
        try {
            DayFiles days = new DayFiles(out, name);
            try {
                long records = 0;
                Map<String, LocalDate> dates = new HashMap<>();
                @Nullable Csv header = null;
                for (Path file : files) {
                    try (CsvLines lines = new CsvLines(file)) {
                        header = header(file, lines.next(), header);
                        records += cut(file, lines, header, dates, days);
                    }
                }
                days.deliver();
                return new Result(days.days(), records);
            } finally {
                days.forget();
            }
        } catch (IOException e) {
            throw Problems.failed(
                    "cut into " + Words.path(out),
                    e.toString(),
                    "Drop folders may be filled in part; mend the cause and cut again",
                    e);
        }
    }

    private Csv header(Path file, @Nullable Csv found, @Nullable Csv earlier) {
        if (found == null) {
            throw wrong(file, "it is empty", "a header line must come first");
        }
        if (earlier != null && !found.cells().equals(earlier.cells())) {
            throw wrong(file, "its header is not that of the files before it", "cut files of one shape at a time");
        }
        return earlier == null ? found : earlier;
    }

    private long cut(Path file, CsvLines lines, Csv header, Map<String, LocalDate> dates, DayFiles days)
            throws IOException {
        List<String> columns = header.cells().stream().map(Texts::read).toList();
        int dateAt = column(file, columns, by, "--by");
        int keyAt = key.isPresent() ? column(file, columns, key.get(), "--key") : -1;
        long records = 0;
        for (Csv csv = lines.next(); csv != null; csv = lines.next()) {
            checkShape(file, csv, columns.size());
            LocalDate own = date(file, csv, csv.cells().get(dateAt));
            String together = keyAt < 0 ? "" : csv.cells().get(keyAt);
            LocalDate date = together.isEmpty() ? own : dates.computeIfAbsent(together, k -> own);
            days.add(date, ended(header.raw()), ended(csv.raw()));
            records++;
        }
        return records;
    }

    private static void checkShape(Path file, Csv csv, int columns) {
        if (csv.cells().isEmpty()) {
            throw wrong(file, "line " + csv.line() + " opens a quote that is never closed", "correct the line");
        }
        if (csv.cells().size() != columns) {
            throw wrong(
                    file,
                    "line " + csv.line() + " has " + csv.cells().size() + " cells and the header " + columns,
                    "correct the line");
        }
    }

    private int column(Path file, List<String> columns, String wanted, String option) {
        int at = columns.indexOf(wanted);
        if (at < 0) {
            String hint = Words.didYouMean(wanted, columns);
            throw wrong(
                    file,
                    "it has no column " + wanted + (hint.isEmpty() ? "" : " (" + hint.substring(2) + ")"),
                    "name one of " + Words.list(columns) + " with " + option);
        }
        return at;
    }

    private LocalDate date(Path file, Csv csv, String text) {
        Matcher m = DATE.matcher(text);
        try {
            if (m.matches()) {
                int dashes = m.group(2) != null ? 2 : 4;
                return LocalDate.of(
                        Integer.parseInt(m.group(1)),
                        Integer.parseInt(m.group(dashes)),
                        Integer.parseInt(m.group(dashes + 1)));
            }
        } catch (DateTimeException e) {
            throw noDate(file, csv, text);
        }
        throw noDate(file, csv, text);
    }

    private SiyuException noDate(Path file, Csv csv, String text) {
        return wrong(
                file,
                "line " + csv.line() + " has " + by + " '" + Texts.read(text) + "', which is no date",
                "dates are 2011-12-31 or 2011/12/31, with or without a time");
    }

    private static SiyuException wrong(Path file, String reason, String remedy) {
        return Problems.cannot("cut " + Words.path(file), reason, "Nothing was written; " + remedy);
    }

    /** A last line without an end gets one, so that another may follow. */
    private static String ended(String raw) {
        return raw.endsWith("\n") ? raw : raw + "\n";
    }
}
