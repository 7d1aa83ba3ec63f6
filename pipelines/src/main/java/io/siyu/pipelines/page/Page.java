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
 * Writes the executive page: one HTML document with its data, styles, words and scripts inside, so that it opens from a
 * mail, a share or a disk without a network. Equal data gives an equal file, byte for byte.
 */
public final class Page {
    /** Scripts in the order they run; each may use what stands before it. */
    static final List<String> SCRIPTS =
            List.of("format.js", "sums.js", "draw.js", "tiles.js", "charts.js", "tables.js", "trust.js", "page.js");

    private static final Pattern PLACEHOLDER = Pattern.compile("@(css|words|data|echarts|scripts)@");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private Page() {}

    /** Writes the page aside and renames it over {@code file}, so that a reader never opens half of it. */
    public static void write(PageData data, Path file) {
        Path target = file.toAbsolutePath();
        Path aside = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.createDirectories(aside.getParent());
            Files.writeString(aside, html(data));
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Problems.failed(
                    "write page " + file, String.valueOf(e), "The page before it stands; free the place and retry", e);
        }
    }

    /** The whole document. */
    static String html(PageData data) {
        Map<String, String> parts = Map.of(
                "css", read("page.css"),
                "words", inScript(read("words.json")),
                "data", inScript(json(data)),
                "echarts", Echarts.script(),
                "scripts", SCRIPTS.stream().map(Page::read).collect(Collectors.joining("\n")));
        return PLACEHOLDER
                .matcher(read("page.html"))
                .replaceAll(place -> Matcher.quoteReplacement(parts.getOrDefault(place.group(1), "")));
    }

    static String json(PageData data) {
        try {
            return JSON.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PageData parse(String json) {
        try {
            return JSON.readValue(json, PageData.class);
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
        InputStream in = Page.class.getResourceAsStream(name);
        if (in == null) {
            throw Problems.failed(
                    "read " + name, "it is not on the class path", "This build is broken; build again", null);
        }
        return in;
    }
}
