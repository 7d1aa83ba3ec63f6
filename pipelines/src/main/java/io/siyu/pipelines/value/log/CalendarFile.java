package io.siyu.pipelines.value.log;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import io.siyu.pipelines.value.clock.DayNames;
import io.siyu.pipelines.value.clock.DayNames.Name;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Words;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Festivals and holidays as a CSV file with the header {@code kind,name,from,to}, UTF-8; of two on one day the later row counts. */
public record CalendarFile(Path file) {
    private static final List<String> HEADER = List.of("kind", "name", "from", "to");

    /** Reads all rows. */
    public DayNames read() {
        if (!Files.isRegularFile(file)) {
            throw Problems.notReady("read " + Words.path(file), "there is no such file", "Nothing was written");
        }
        CsvParserSettings settings = new CsvParserSettings();
        settings.setLineSeparatorDetectionEnabled(true);
        try (Reader in = Files.newBufferedReader(file)) {
            List<String[]> rows = new CsvParser(settings).parseAll(in);
            if (rows.isEmpty() || !List.of(rows.get(0)).equals(HEADER)) {
                throw Problems.invalid(
                        "header",
                        "of " + Words.path(file),
                        rows.isEmpty() ? "none" : String.join(",", rows.get(0)),
                        String.join(",", HEADER));
            }
            Map<LocalDate, Name> names = new TreeMap<>();
            for (int i = 1; i < rows.size(); i++) {
                add(names, rows.get(i), i + 1);
            }
            return new DayNames(names);
        } catch (IOException e) {
            throw Problems.failed("read " + Words.path(file), String.valueOf(e), "Nothing was written", e);
        }
    }

    private void add(Map<LocalDate, Name> names, String[] row, int line) {
        if (row.length != HEADER.size() || Arrays.asList(row).contains(null)) {
            throw invalid(row, line);
        }
        LocalDate from;
        LocalDate to;
        try {
            from = LocalDate.parse(row[2]);
            to = LocalDate.parse(row[3]);
        } catch (DateTimeParseException e) {
            throw invalid(row, line);
        }
        if (to.isBefore(from) || !to.isBefore(from.plusYears(1))) {
            throw invalid(row, line);
        }
        Name name = new Name(row[0], row[1]);
        from.datesUntil(to.plusDays(1)).forEach(day -> names.put(day, name));
    }

    private RuntimeException invalid(String[] row, int line) {
        return Problems.invalid(
                "row",
                Words.path(file) + ":" + line,
                Arrays.toString(row),
                "a kind, a name, and days such as 2026-11-01 and 2026-11-11, less than a year apart");
    }
}
