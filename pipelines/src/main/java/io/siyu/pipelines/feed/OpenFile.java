package io.siyu.pipelines.feed;

import io.siyu.pipelines.feed.Lines.Line;
import io.siyu.warehouse.Feed.Format;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A file ready to be read to its end without surprise: all its bytes were unpacked and decoded once, and its header found.
 *
 * @param source its records, values by column; null for a file that holds nothing
 * @param encoding the character set it is in; {@code xlsx} for a workbook
 */
record OpenFile(@Nullable RecordSource source, String encoding) {

    /** @throws UnreadableFile saying why no row can be had */
    static OpenFile open(Path file, FeedPlan plan) throws IOException, UnreadableFile {
        if (plan.feed().format() == Format.XLSX || isWorkbook(file)) {
            return workbook(file, plan);
        }
        try {
            return text(file, plan);
        } catch (EOFException | ZipException e) {
            throw new UnreadableFile("unreadable_gzip");
        }
    }

    /** Somebody may have saved a csv as a workbook: its name says so. */
    private static boolean isWorkbook(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".xlsx");
    }

    private static OpenFile workbook(Path file, FeedPlan plan) throws IOException, UnreadableFile {
        String sheet = plan.feed().sheet();
        if (Files.size(file) == 0 || !XlsxRecords.hasRows(file, sheet)) {
            return new OpenFile(null, "xlsx");
        }
        return new OpenFile(below(XlsxRecords.open(file, sheet), plan), "xlsx");
    }

    private static OpenFile text(Path file, FeedPlan plan) throws IOException, UnreadableFile {
        List<String> candidates = Encodings.candidates(file, plan.feed().encodings());
        UnreadableFile why = null;
        for (String encoding : candidates) {
            if (Encodings.decodes(file, encoding)) {
                Lines lines = new Lines(file, encoding);
                if (isBlank(lines)) {
                    lines.close();
                    return new OpenFile(null, encoding);
                }
                try {
                    return new OpenFile(records(lines, plan), encoding);
                } catch (UnreadableFile e) {
                    why = why == null ? e : why;
                }
            }
        }
        throw why == null ? new UnreadableFile("undecodable: " + String.join(", ", candidates)) : why;
    }

    private static RecordSource records(Lines lines, FeedPlan plan) throws IOException, UnreadableFile {
        if (plan.feed().format() == Format.JSONL) {
            return new JsonRecords(lines, plan.feed(), plan.columns());
        }
        return below(new CsvRecords(lines, plan.feed().delimiter()), plan);
    }

    private static RecordSource below(RecordSource cells, FeedPlan plan) throws IOException, UnreadableFile {
        try {
            return TableRecords.below(cells, plan.feed(), plan.columns());
        } catch (UnreadableFile e) {
            cells.close();
            throw e;
        }
    }

    /** Whether nothing but blank lines is there; otherwise the first other line is the next. */
    private static boolean isBlank(Lines lines) throws IOException {
        for (Line line = lines.next(); line != null; line = lines.next()) {
            if (!line.text().isBlank()) {
                lines.giveBack(line);
                return false;
            }
        }
        return true;
    }
}
