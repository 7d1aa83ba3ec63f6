package io.siyu.pipelines.feed;

import io.siyu.warehouse.Feed;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Records below a header, values by column. Rows of blank cells, comments and total rows say nothing; the rest must fit the
 * header. Below a footer, which is a header of totals, stand totals only.
 */
final class TableRecords implements RecordSource {
    private static final int TITLE_ROWS = 10;

    private final RecordSource cells;
    private final Header header;
    private final Feed feed;
    private final List<String> columns;
    private @Nullable Header footer;

    private TableRecords(RecordSource cells, Header header, Feed feed, List<String> columns) {
        this.cells = cells;
        this.header = header;
        this.feed = feed;
        this.columns = columns;
    }

    /**
     * Finds the header: the first of the first ten records that holds every required column.
     *
     * @param cells records by position, before the header
     * @throws UnreadableFile {@code missing_columns: ...} of the record that comes closest; {@code empty_file} without any
     */
    static TableRecords below(RecordSource cells, Feed feed, List<String> columns) throws IOException, UnreadableFile {
        Header best = null;
        for (int i = 0; i < TITLE_ROWS; i++) {
            RawRecord record = cells.next();
            if (record == null) {
                break;
            }
            @Nullable String[] names = record.values();
            if (names == null || isComment(first(names), feed)) {
                continue;
            }
            Header header = Header.of(names, feed, columns);
            if (header.missing().isEmpty()) {
                return new TableRecords(cells, header, feed, columns);
            }
            if (best == null || header.missing().size() < best.missing().size()) {
                best = header;
            }
        }
        List<String> missing = best == null ? columns : best.missing();
        throw new UnreadableFile("missing_columns: "
                + missing.stream()
                        .map(column -> shown(column, feed.aliases().getOrDefault(column, List.of())))
                        .collect(Collectors.joining(", ")));
    }

    @Override
    public @Nullable RawRecord next() throws IOException {
        RawRecord record = cells.next();
        if (record == null || record.values() == null) {
            return record;
        }
        @Nullable String[] row = record.values();
        String first = first(row);
        if (first.isEmpty() || isComment(first, feed)) {
            return RawRecord.nothing(record.raw());
        }
        if (first.equals(feed.footer())) {
            footer = Header.of(row, feed, columns);
            return RawRecord.nothing(record.raw());
        }
        Header below = footer == null ? header : footer;
        if ((footer != null || isTotal(first)) && below.fits(row)) {
            return RawRecord.total(record.raw(), below.values(row));
        }
        if (isTotal(first)) {
            return RawRecord.nothing(record.raw());
        }
        if (footer != null || !header.fits(row)) {
            boolean cutOff = record.last() && row.length < header.width();
            return RawRecord.bad(record.raw(), cutOff ? "truncated_row" : "wrong_number_of_cells");
        }
        return RawRecord.of(record.raw(), header.values(row));
    }

    @Override
    public List<String> unknownColumns() {
        return header.unknown();
    }

    @Override
    public void close() throws IOException {
        cells.close();
    }

    private static String first(@Nullable String[] row) {
        return Arrays.stream(row)
                .filter(Objects::nonNull)
                .filter(cell -> !Blanks.only(cell))
                .findFirst()
                .orElse("");
    }

    private static boolean isComment(String first, Feed feed) {
        return !feed.comment().isEmpty() && first.startsWith(feed.comment());
    }

    private static boolean isTotal(String cell) {
        String text = Blanks.strip(cell).replaceFirst("[:：]$", "");
        return text.equals("合计") || text.equals("总计");
    }

    private static String shown(String column, List<String> aliases) {
        return Stream.concat(
                        Stream.of(column),
                        aliases.stream().filter(a -> !a.equals(column)).limit(1).map(a -> "(" + a + ")"))
                .collect(Collectors.joining(" "));
    }
}
