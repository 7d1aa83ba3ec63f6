package io.siyu.pipelines.attribution.file;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.SiyuException;
import io.siyu.warehouse.Words;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file of rows under a header, in UTF-8; its delimiter is the one of {@code , ; | tab} that the header has most of. */
final class DelimitedFile implements Closeable {
    private static final String STANDS = "Nothing was written";

    private final Path file;
    private final BufferedReader in;
    private final CsvParser parser;
    private final char delimiter;
    private final List<String> header;

    private DelimitedFile(Path file) throws IOException {
        this.file = file;
        this.in = Files.newBufferedReader(file);
        in.mark(1 << 16);
        String line = in.readLine();
        in.reset();
        if (line == null || line.isBlank()) {
            throw Problems.cannot(
                    "read " + Words.path(file),
                    "its first line is empty",
                    STANDS + "; name a file whose first line names its columns");
        }
        if (line.charAt(0) == '\uFEFF') {
            in.skip(1);
        }
        this.delimiter = delimiter(line);
        this.parser = parser(delimiter);
        parser.beginParsing(in);
        @Nullable String[] names = parser.parseNext();
        this.header = Arrays.stream(names).map(name -> name == null ? "" : name).toList();
    }

    /** Opens a file and reads its header. */
    static DelimitedFile open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw Problems.notReady(
                    "read " + Words.path(file),
                    "there is no such file",
                    STANDS + "; name a file of rows under a header");
        }
        try {
            return new DelimitedFile(file);
        } catch (CharacterCodingException | TextParsingException e) {
            throw unreadable(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    char delimiter() {
        return delimiter;
    }

    List<String> header() {
        return header;
    }

    /** {@code file row n}: where the row last read stands; the header is row 1 unless blank lines come before it. */
    String where() {
        return Words.path(file) + " row " + parser.getContext().currentLine();
    }

    /** The cells of the next row, blank at its ends no more, or null at the end of the file. */
    String @Nullable [] next() {
        String[] cells;
        try {
            cells = parser.parseNext();
        } catch (TextParsingException e) {
            throw unreadable(file);
        }
        if (cells != null && cells.length != header.size()) {
            throw Problems.invalid(
                    "row",
                    where(),
                    cells.length + " cells",
                    header.size() + ", as many as the header names; quote a cell that holds '" + delimiter + "'");
        }
        return cells;
    }

    private static SiyuException unreadable(Path file) {
        return Problems.cannot(
                "read " + Words.path(file), "it is not text in UTF-8", STANDS + "; save it as CSV in UTF-8");
    }

    private static char delimiter(String line) {
        char best = ',';
        for (char candidate : new char[] {';', '\t', '|'}) {
            if (count(line, candidate) > count(line, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String line, char of) {
        return line.chars().filter(c -> c == of).count();
    }

    private static CsvParser parser(char delimiter) {
        CsvParserSettings settings = new CsvParserSettings();
        settings.getFormat().setDelimiter(delimiter);
        settings.getFormat().setComment('\0');
        settings.setLineSeparatorDetectionEnabled(true);
        settings.setNullValue("");
        settings.setEmptyValue("");
        settings.setMaxCharsPerColumn(-1);
        settings.setMaxColumns(4096);
        settings.setReadInputOnSeparateThread(false);
        return new CsvParser(settings);
    }

    @Override
    public void close() throws IOException {
        parser.stopParsing();
        in.close();
    }
}
