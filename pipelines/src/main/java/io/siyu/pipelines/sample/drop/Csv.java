package io.siyu.pipelines.sample.drop;

import com.univocity.parsers.csv.CsvWriter;
import com.univocity.parsers.csv.CsvWriterSettings;
import io.siyu.pipelines.sample.catalogue.Export;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of csv as bytes: quoted where a cell needs it, ending in CRLF, in the file's own columns and character set. */
final class Csv {
    private final FileShape shape;
    private final CsvWriter writer = writer();

    Csv(FileShape shape) {
        this.shape = shape;
    }

    byte[] row(Export export, int day, @Nullable String... cells) {
        int[] places = shape.cells(export, day);
        if (cells.length != export.header().size()) {
            throw new IllegalArgumentException(
                    export + " has " + export.header().size() + " columns, not " + cells.length);
        }
        @Nullable Object[] row = new Object[places.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = places[i] < 0 ? "" : cells[places[i]];
        }
        return (writer.writeRowToString(row) + "\r\n").getBytes(shape.charset(export, day));
    }

    byte[] header(Export export, int day) {
        List<String> names = shape.header(export, day);
        String title = shape.title(export, day);
        String text = (shape.hasMark(export, day) ? "\uFEFF" : "")
                + (title.isEmpty() ? "" : title + "\r\n")
                + writer.writeRowToString(names.toArray())
                + "\r\n";
        return text.getBytes(shape.charset(export, day));
    }

    private static CsvWriter writer() {
        CsvWriterSettings settings = new CsvWriterSettings();
        settings.getFormat().setLineSeparator("\r\n");
        settings.setNormalizeLineEndingsWithinQuotes(false);
        settings.setIgnoreLeadingWhitespaces(false);
        settings.setIgnoreTrailingWhitespaces(false);
        settings.setMaxCharsPerColumn(-1);
        settings.setSkipEmptyLines(false);
        return new CsvWriter(new StringWriter(), settings);
    }
}
