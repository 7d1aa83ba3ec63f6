package io.siyu.pipelines.cut;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Records of a csv file, packed or not, with their exact bytes. Bytes are carried as ISO-8859-1 characters: in UTF-8, GBK
 * and GB18030 alike no byte of another character is a quote, a comma or a line end.
 */
final class CsvLines implements Closeable {
    /**
     * A record.
     *
     * @param line number of its first line in the file, from 1
     * @param raw its bytes with the line end, one character each
     */
    record Csv(long line, String raw, List<String> cells) {}

    /** Longest record in bytes. */
    private static final int LONGEST = 4 << 20;

    /** The byte order mark of UTF-8, as carried. */
    private static final String MARK = "\u00EF\u00BB\u00BF";

    private final Reader in;
    private final CsvParser parser = parser();
    private final char[] buffer = new char[1 << 16];
    private int at;
    private int limit;
    private long line;

    CsvLines(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        bytes.mark(2);
        boolean gzip = bytes.read() == 0x1F && bytes.read() == 0x8B;
        bytes.reset();
        this.in =
                new InputStreamReader(gzip ? new GZIPInputStream(bytes, 1 << 16) : bytes, StandardCharsets.ISO_8859_1);
    }

    /** The next record, blank lines left out, or null at the end. Without cells when it opens a quote and never closes it. */
    @Nullable
    Csv next() throws IOException {
        String first = readLine();
        while (first != null && first.isBlank()) {
            first = readLine();
        }
        if (first == null) {
            return null;
        }
        long begins = line;
        StringBuilder raw = new StringBuilder(first);
        boolean open = leavesQuoteOpen(first);
        while (open && raw.length() < LONGEST) {
            String more = readLine();
            if (more == null) {
                break;
            }
            raw.append(more);
            open ^= leavesQuoteOpen(more);
        }
        String text = raw.toString();
        return new Csv(begins, text, open ? List.of() : List.of(parser.parseLine(cellsOf(text))));
    }

    /** The record without a byte order mark in front and without its line end. */
    private static String cellsOf(String raw) {
        String text = raw.startsWith(MARK) ? raw.substring(MARK.length()) : raw;
        text = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private static boolean leavesQuoteOpen(String text) {
        return text.chars().filter(c -> c == '"').count() % 2 == 1;
    }

    /** One line with its end, or null at the end of the file. */
    private @Nullable String readLine() throws IOException {
        StringBuilder text = new StringBuilder();
        boolean ended = false;
        while (!ended && fill()) {
            int from = at;
            while (at < limit && buffer[at] != '\n') {
                at++;
            }
            ended = at < limit;
            at += ended ? 1 : 0;
            text.append(buffer, from, at - from);
        }
        line++;
        return text.length() == 0 ? null : text.toString();
    }

    private boolean fill() throws IOException {
        if (at == limit) {
            at = 0;
            limit = Math.max(0, in.read(buffer));
        }
        return at < limit;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static CsvParser parser() {
        CsvParserSettings settings = new CsvParserSettings();
        settings.getFormat().setLineSeparator("\n");
        settings.getFormat().setComment('\0');
        settings.setIgnoreLeadingWhitespaces(false);
        settings.setIgnoreTrailingWhitespaces(false);
        settings.setNullValue("");
        settings.setEmptyValue("");
        settings.setMaxCharsPerColumn(-1);
        settings.setMaxColumns(4096);
        return new CsvParser(settings);
    }
}
