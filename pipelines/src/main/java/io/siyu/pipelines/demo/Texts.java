package io.siyu.pipelines.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the demo's sources write values, lines and files. */
final class Texts {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private Texts() {}

    /** Fen as yuan with two digits. */
    static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, 2);
    }

    static String time(LocalDateTime at) {
        return at.format(TIME);
    }

    /** Names and values in turn, in this order; an empty text becomes null. */
    static Map<String, @Nullable Object> map(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            map.put(String.valueOf(namesAndValues[i]), "".equals(value) ? null : value);
        }
        return map;
    }

    static String json(Map<String, @Nullable Object> map) {
        try {
            return JSON.writeValueAsString(map);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows as CSV: quoted where a cell needs it, ending in CRLF. */
    static String csv(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(Texts::cell).collect(Collectors.joining(",")) + "\r\n")
                .collect(Collectors.joining());
    }

    static void write(Path file, String text, Charset charset) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, text.getBytes(charset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cell(String text) {
        boolean plain = text.startsWith("=\"") || !text.matches("(?s).*[\",\r\n].*");
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
