package io.siyu.pipelines.value.log;

import io.siyu.pipelines.value.clock.DayNames;
import io.siyu.pipelines.value.clock.DayNames.Name;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Words;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Festivals and holidays as a CSV file with the header {@code kind,name,from,to}, UTF-8; of two on one day the later row counts. */
public record CalendarFile(Path file) {
    private static final List<String> HEADER = List.of("kind", "name", "from", "to");

    /** Reads all rows. */
    public DayNames read() {
        Map<LocalDate, Name> names = new TreeMap<>();
        CsvRows.read(file, this::check, (row, line) -> add(names, row, line));
        return new DayNames(names);
    }

    private void check(List<String> header) {
        if (!header.equals(HEADER)) {
            throw Problems.invalid(
                    "header",
                    "of " + Words.path(file),
                    header.isEmpty() ? "none" : String.join(",", header),
                    String.join(",", HEADER));
        }
    }

    private void add(Map<LocalDate, Name> names, List<String> row, long line) {
        if (row.size() != HEADER.size() || row.contains("")) {
            throw invalid(row, line);
        }
        LocalDate from;
        LocalDate to;
        try {
            from = LocalDate.parse(row.get(2));
            to = LocalDate.parse(row.get(3));
        } catch (DateTimeParseException e) {
            throw invalid(row, line);
        }
        if (to.isBefore(from) || !to.isBefore(from.plusYears(1))) {
            throw invalid(row, line);
        }
        row.forEach(cell -> CsvRows.utf8(cell, Words.path(file) + ":" + line));
        Name name = new Name(row.get(0), row.get(1));
        from.datesUntil(to.plusDays(1)).forEach(day -> names.put(day, name));
    }

    private RuntimeException invalid(List<String> row, long line) {
        return Problems.invalid(
                "row",
                Words.path(file) + ":" + line,
                row.toString(),
                "a kind, a name, and days such as 2026-11-01 and 2026-11-11, less than a year apart");
    }
}
