package io.siyu.pipelines.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * Records of one sheet, cells by position, read as a stream. Rows end at their last cell in the file, so a short row is
 * filled with empty cells; rows without cells are no records. The raw text of a row is its cells as a JSON array.
 */
final class XlsxRecords implements RecordSource {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private int width;

    private XlsxRecords(ReadableWorkbook workbook, Sheet sheet) throws IOException {
        this.workbook = workbook;
        this.stream = sheet.openStream();
        this.rows = stream.iterator();
    }

    /**
     * Opens the sheet called {@code name}, or the first if that is empty.
     *
     * @throws UnreadableFile {@code unreadable_xlsx} or {@code missing_sheet: name}
     */
    static XlsxRecords open(Path file, String name) throws IOException, UnreadableFile {
        ReadableWorkbook workbook;
        try {
            workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
        } catch (IOException | ExcelReaderException e) {
            throw new UnreadableFile("unreadable_xlsx");
        }
        Optional<Sheet> sheet = name.isEmpty() ? workbook.getSheets().findFirst() : workbook.findSheet(name);
        if (sheet.isEmpty()) {
            workbook.close();
            throw new UnreadableFile("missing_sheet: " + name);
        }
        return new XlsxRecords(workbook, sheet.get());
    }

    /** Reads the sheet to its end, so that reading it again cannot fail, and says whether any row has a cell. */
    static boolean hasRows(Path file, String name) throws IOException, UnreadableFile {
        try (XlsxRecords records = open(file, name)) {
            boolean any = false;
            for (RawRecord record = records.next(); record != null; record = records.next()) {
                any = true;
            }
            return any;
        } catch (ExcelReaderException | UncheckedIOException e) {
            throw new UnreadableFile("unreadable_xlsx");
        }
    }

    @Override
    public @Nullable RawRecord next() {
        while (rows.hasNext()) {
            Row row = rows.next();
            String[] cells = new String[Math.max(width, row.getCellCount())];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = i < row.getCellCount() ? XlsxCell.text(row.getCell(i)) : "";
            }
            if (Arrays.stream(cells).anyMatch(cell -> !cell.isEmpty())) {
                width = Math.max(width, cells.length);
                return RawRecord.of(json(Arrays.copyOf(cells, row.getCellCount())), cells);
            }
        }
        return null;
    }

    private static String json(String[] cells) {
        try {
            return JSON.writeValueAsString(cells);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are always JSON", e);
        }
    }

    @Override
    public List<String> unknownColumns() {
        return List.of();
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
