package io.siyu.pipelines.sample.drop;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Turns rows of csv into a workbook, a thousand at a time: amounts and counts as numbers, all else as texts. The library writes
 * down when a workbook was made; that one entry is replaced, the others are copied as they are.
 */
final class Workbooks {
    private static final Set<String> NUMBERS = Set.of("商品价格", "购买数量", "买家应付货款", "买家实付金额");
    private static final int KEPT = 1_000;
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String PROPERTIES = "docProps/core.xml";
    private static final String NOBODY =
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><cp:coreProperties"
                    + " xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"/>";

    private Workbooks() {}

    /** The file becomes a workbook of its rows under the same name. */
    static void replace(Path file, Charset charset) {
        Path made = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (BufferedReader rows = Files.newBufferedReader(file, charset);
                    OutputStream to = new BufferedOutputStream(Files.newOutputStream(made), 1 << 16);
                    Workbook book = new Workbook(to, "Tmall", null)) {
                write(rows, book.newWorksheet("订单"));
            }
            withoutClock(made, file);
            Files.delete(made);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void withoutClock(Path made, Path file) throws IOException {
        try (ZipFile from = new ZipFile(made);
                ZipArchiveOutputStream to = new ZipArchiveOutputStream(file)) {
            for (ZipArchiveEntry entry : Collections.list(from.getEntriesInPhysicalOrder())) {
                if (!entry.getName().equals(PROPERTIES)) {
                    to.addRawArchiveEntry(timeless(entry), from.getRawInputStream(entry));
                }
            }
            to.putArchiveEntry(timeless(new ZipArchiveEntry(PROPERTIES)));
            to.write(NOBODY.getBytes(StandardCharsets.UTF_8));
            to.closeArchiveEntry();
        }
    }

    /** Times in a zip would be written in the machine's zone. */
    private static ZipArchiveEntry timeless(ZipArchiveEntry entry) {
        ZipArchiveEntry copy = new ZipArchiveEntry(entry.getName());
        copy.setTimeLocal(NO_TIME);
        if (entry.getSize() >= 0) {
            copy.setMethod(entry.getMethod());
            copy.setSize(entry.getSize());
            copy.setCompressedSize(entry.getCompressedSize());
            copy.setCrc(entry.getCrc());
        }
        return copy;
    }

    private static void write(BufferedReader rows, Worksheet sheet) throws IOException {
        CsvParser parser = new CsvParser(settings());
        parser.beginParsing(rows);
        String[] header = parser.parseNext();
        String[] cells = header;
        for (int row = 0; cells != null; row++) {
            for (int column = 0; column < cells.length; column++) {
                if (row > 0 && NUMBERS.contains(header[column])) {
                    sheet.value(row, column, Double.parseDouble(cells[column]));
                } else if (!cells[column].isEmpty()) {
                    sheet.inlineString(row, column, cells[column]);
                }
            }
            if (row % KEPT == 0) {
                sheet.flush();
            }
            cells = parser.parseNext();
        }
    }

    private static CsvParserSettings settings() {
        CsvParserSettings settings = new CsvParserSettings();
        settings.getFormat().setLineSeparator("\r\n");
        settings.setNormalizeLineEndingsWithinQuotes(false);
        settings.setIgnoreLeadingWhitespaces(false);
        settings.setIgnoreTrailingWhitespaces(false);
        settings.setMaxCharsPerColumn(-1);
        settings.setNullValue("");
        settings.setEmptyValue("");
        return settings;
    }
}
