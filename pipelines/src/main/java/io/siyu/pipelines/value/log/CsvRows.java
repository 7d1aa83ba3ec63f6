package io.siyu.pipelines.value.log;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Words;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import java.util.zip.GZIPInputStream;

/**
 * A CSV file with a header: UTF-8 with or without a byte order mark, plain or compressed with gzip. Other bytes become
 * {@code U+FFFD}, so that a column nobody reads may hold anything; {@link #utf8} refuses them where a name is read.
 */
final class CsvRows {
    private static final String NO_UTF8 = "\uFFFD";

    private CsvRows() {}

    /**
     * Reads a file from its first row to its last. A row has at least the cells of the header; one without text is empty.
     *
     * @param header takes the names of the columns first, none of an empty file
     * @param row takes each row that is not blank, with the line on which it stands
     */
    static void read(Path file, Consumer<List<String>> header, ObjLongConsumer<List<String>> row) {
        if (!Files.isRegularFile(file)) {
            throw Problems.notReady("read " + Words.path(file), "there is no such file", "Nothing was written");
        }
        CsvParser parser = new CsvParser(settings());
        try (InputStream in = open(file)) {
            parser.beginParsing(in, StandardCharsets.UTF_8);
            String[] names = parser.parseNext();
            int columns = names == null ? 0 : names.length;
            header.accept(names == null ? List.of() : Collections.unmodifiableList(Arrays.asList(names)));
            String[] cells;
            while ((cells = parser.parseNext()) != null) {
                row.accept(whole(cells, columns), parser.getContext().currentLine());
            }
        } catch (IOException e) {
            throw Problems.failed("read " + Words.path(file), String.valueOf(e), "Nothing was written", e);
        }
    }

    /**
     * A cell whose text tells things apart, as it stands: two names that are not UTF-8 could look alike.
     *
     * @param where file, line and column
     */
    static String utf8(String cell, String where) {
        if (cell.contains(NO_UTF8)) {
            throw Problems.invalid(
                    "text", where, "'" + cell + "'", "UTF-8: save the file anew, as \"CSV UTF-8\" in a spreadsheet");
        }
        return cell;
    }

    private static List<String> whole(String[] cells, int columns) {
        String[] all = cells;
        if (cells.length < columns) {
            all = Arrays.copyOf(cells, columns);
            Arrays.fill(all, cells.length, columns, "");
        }
        return Collections.unmodifiableList(Arrays.asList(all));
    }

    private static InputStream open(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        bytes.mark(2);
        boolean gzip = bytes.read() == 0x1F && bytes.read() == 0x8B;
        bytes.reset();
        return gzip ? new GZIPInputStream(bytes, 1 << 16) : bytes;
    }

    private static CsvParserSettings settings() {
        CsvParserSettings settings = new CsvParserSettings();
        settings.setLineSeparatorDetectionEnabled(true);
        settings.setNullValue("");
        settings.getFormat().setComment('\0');
        settings.setMaxCharsPerColumn(-1);
        settings.setMaxColumns(4096);
        return settings;
    }
}
