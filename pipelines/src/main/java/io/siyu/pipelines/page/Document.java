package io.siyu.pipelines.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.siyu.warehouse.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One HTML document with its data, styles, words and scripts inside, so that it opens from a mail, a share or a disk without
 * a network. Equal data gives an equal file, byte for byte.
 *
 * @param html the frame, with places for the parts
 * @param styles style sheets in order
 * @param scripts scripts in the order they run; each may use what stands before it
 */
record Document(String html, List<String> styles, List<String> scripts) {
    private static final Pattern PLACEHOLDER = Pattern.compile("@(css|words|data|echarts|scripts)@");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** Writes the document aside and renames it over {@code file}, so that a reader never opens half of it. */
    void write(Object data, Path file) {
        Path target = file.toAbsolutePath();
        Path aside = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.createDirectories(aside.getParent());
            Files.writeString(aside, filled(data));
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Problems.failed(
                    "write page " + file, String.valueOf(e), "The page before it stands; free the place and retry", e);
        }
    }

    /** The whole document. */
    String filled(Object data) {
        Map<String, String> parts = Map.of(
                "css", joined(styles),
                "words", inScript(read("words.json")),
                "data", inScript(json(data)),
                "echarts", Echarts.script(),
                "scripts", joined(scripts));
        return PLACEHOLDER
                .matcher(read(html))
                .replaceAll(place -> Matcher.quoteReplacement(parts.getOrDefault(place.group(1), "")));
    }

    /** The frame and all scripts, as they are written. */
    String code() {
        return read(html) + joined(scripts);
    }

    private static String joined(List<String> names) {
        return names.stream().map(Document::read).collect(Collectors.joining("\n"));
    }

    private static String json(Object data) {
        try {
            return JSON.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> T parse(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JSON that cannot end the script element it stands in: a {@code <} occurs in JSON only inside a text. */
    private static String inScript(String json) {
        return json.replace("<", "\\u003c");
    }

    /** A file on the class path; a name without a slash lies beside this class. */
    static String read(String name) {
        try (InputStream in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InputStream open(String name) {
        InputStream in = Document.class.getResourceAsStream(name);
        if (in == null) {
            throw Problems.failed(
                    "read " + name, "it is not on the class path", "This build is broken; build again", null);
        }
        return in;
    }
}
