package io.siyu.pipelines.sample.drop;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One JSON line at a time, built field by field; ends with a line feed. */
public final class Json {
    private final Bytes bytes = new Bytes(4096);
    private final JsonGenerator out;

    Json() {
        try {
            this.out = new JsonFactory().createGenerator(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.setPrettyPrinter(new MinimalPrettyPrinter(""));
    }

    /** Writing to memory; it cannot fail unless fields are out of order. */
    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    private Json step(Step step) {
        try {
            step.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins a line. */
    public Json open() {
        bytes.clear();
        return step(out::writeStartObject);
    }

    public Json put(String name, @Nullable String value) {
        return step(() -> out.writeStringField(name, value));
    }

    public Json put(String name, long value) {
        return step(() -> out.writeNumberField(name, value));
    }

    public Json put(String name, boolean value) {
        return step(() -> out.writeBooleanField(name, value));
    }

    /** Fen as a number of yuan with two digits. */
    public Json yuan(String name, long fen) {
        return step(() -> out.writeNumberField(name, BigDecimal.valueOf(fen, 2)));
    }

    public Json open(String name) {
        return step(() -> out.writeObjectFieldStart(name));
    }

    public Json close() {
        return step(out::writeEndObject);
    }

    public Json list(String name) {
        return step(() -> out.writeArrayFieldStart(name));
    }

    /** Begins an object within a list. */
    public Json item() {
        return step(out::writeStartObject);
    }

    /** A text within a list. */
    public Json text(String value) {
        return step(() -> out.writeString(value));
    }

    public Json endList() {
        return step(out::writeEndArray);
    }

    /** Ends the line. */
    public Json end() {
        return step(() -> {
            out.writeEndObject();
            out.flush();
            bytes.write('\n');
        });
    }

    byte[] array() {
        return bytes.array();
    }

    int length() {
        return bytes.length();
    }

    /** The line as a text, without its end. */
    public String text() {
        return new String(bytes.array(), 0, bytes.length() - 1, StandardCharsets.UTF_8);
    }

    byte[] cut(double share) {
        String text = text();
        byte[] part =
                text.substring(0, Math.max(1, (int) (text.length() * share))).getBytes(StandardCharsets.UTF_8);
        byte[] line = Arrays.copyOf(part, part.length + 1);
        line[part.length] = '\n';
        return line;
    }
}
