package io.siyu.pipelines.feed;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import io.siyu.pipelines.feed.Lines.Line;
import io.siyu.pipelines.feed.Quotes.State;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records of csv and tsv, cells by position. A record is one line, or several when a quoted cell holds line ends. A quote
 * that is never closed costs its own line only: reading goes on with the next. Blank lines are no records.
 *
 * <p>Where records end is decided here, because their exact text is kept and a broken one must not take others with it;
 * cells of a whole record are univocity's.
 */
final class CsvRecords implements RecordSource {
    /** Most lines of one record; a quote open for longer was never meant. */
    private static final int MOST_LINES = 200;

    private final Lines lines;
    private final Quotes quotes;
    private final CsvParser parser;

    CsvRecords(Lines lines, char delimiter) {
        this.lines = lines;
        this.quotes = new Quotes(delimiter);
        this.parser = parser(delimiter);
    }

    @Override
    public @Nullable RawRecord next() throws IOException {
        Line first = lines.next();
        while (first != null && first.text().isBlank()) {
            first = lines.next();
        }
        return first == null ? null : record(first);
    }

    private RawRecord record(Line first) throws IOException {
        if (first.cut()) {
            return RawRecord.bad(first.text(), "record_too_long");
        }
        State state = quotes.after(first.text(), false);
        return switch (state) {
            case CLOSED -> whole(first.text(), first);
            case BROKEN -> RawRecord.bad(first.text(), "broken_quotes");
            case OPEN -> several(first);
        };
    }

    private RawRecord several(Line first) throws IOException {
        List<Line> rest = new ArrayList<>();
        StringBuilder raw = new StringBuilder(first.text());
        State state = State.OPEN;
        Line last = first;
        while (state == State.OPEN && rest.size() < MOST_LINES && raw.length() < Lines.LONGEST) {
            Line line = lines.next();
            if (line == null) {
                break;
            }
            rest.add(line);
            raw.append(last.end()).append(line.text());
            state = quotes.after(line.text(), true);
            last = line;
        }
        if (state == State.CLOSED && !last.cut()) {
            return whole(raw.toString(), last);
        }
        for (int i = rest.size() - 1; i >= 0; i--) {
            lines.giveBack(rest.get(i));
        }
        return RawRecord.bad(first.text(), "truncated_row");
    }

    private RawRecord whole(String raw, Line last) {
        if (last.isOpen() && raw.endsWith("\uFFFD")) {
            return RawRecord.bad(raw, "truncated_row");
        }
        return new RawRecord(raw, parser.parseLine(raw), null, last.isOpen(), false);
    }

    @Override
    public List<String> unknownColumns() {
        return List.of();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private static CsvParser parser(char delimiter) {
        CsvParserSettings settings = new CsvParserSettings();
        settings.getFormat().setDelimiter(delimiter);
        settings.getFormat().setLineSeparator("\n");
        settings.getFormat().setComment('\0');
        settings.setNormalizeLineEndingsWithinQuotes(false);
        settings.setIgnoreLeadingWhitespaces(false);
        settings.setIgnoreTrailingWhitespaces(false);
        settings.setSkipEmptyLines(false);
        settings.setNullValue("");
        settings.setEmptyValue("");
        settings.setMaxCharsPerColumn(-1);
        settings.setMaxColumns(4096);
        return new CsvParser(settings);
    }
}
