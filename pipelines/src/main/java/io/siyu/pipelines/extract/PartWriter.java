package io.siyu.pipelines.extract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.ForeachPartitionFunction;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of one part as packed JSON lines; packed parts behind one another are one packed file. A part without rows
 * writes nothing.
 *
 * @param folder of the parts, which every task reaches
 * @param names keys of a line, in the order of a row's columns
 */
record PartWriter(String folder, List<String> names) implements ForeachPartitionFunction<Row> {

    /** Where a part is when it is whole. */
    static Path part(Path folder, int number) {
        return folder.resolve("part-" + number);
    }

    @Override
    public void call(Iterator<Row> rows) throws IOException {
        if (!rows.hasNext()) {
            return;
        }
        Path part = part(Path.of(folder), TaskContext.getPartitionId());
        Path aside =
                part.resolveSibling(part.getFileName() + "-" + TaskContext.get().taskAttemptId());
        try (OutputStream out = new Packed(Files.newOutputStream(aside));
                JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.setRootValueSeparator(null);
            while (rows.hasNext()) {
                line(json, rows.next());
                json.writeRaw('\n');
            }
        }
        Files.move(aside, part, StandardCopyOption.REPLACE_EXISTING);
    }

    private void line(JsonGenerator json, Row row) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < names.size(); i++) {
            @Nullable String text = CellText.of(row.get(i));
            json.writeFieldName(names.get(i));
            if (text == null) {
                json.writeNull();
            } else {
                json.writeString(text);
            }
        }
        json.writeEndObject();
    }

    /** Packs fast rather than small. */
    static final class Packed extends GZIPOutputStream {
        Packed(OutputStream out) throws IOException {
            super(new BufferedOutputStream(out, 1 << 16), 1 << 16);
            def.setLevel(1);
        }
    }
}
