package io.siyu.pipelines.tag;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Writes rows as CSV files (UTF-8, quoted, a header, in the order given) and last {@code manifest.json}, which says what they
 * are, with rows and SHA-256 of each: who reads the manifest reads whole files.
 */
public final class Export {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path folder;
    private final Map<String, Object> manifest;
    private final List<Map<String, Object>> files = new ArrayList<>();

    /** @param about what the manifest says beside its files */
    public Export(Path folder, Map<String, Object> about) {
        this.folder = folder;
        this.manifest = new LinkedHashMap<>(about);
        manifest.put("files", files);
    }

    /** Writes one file aside and puts it in its place; the answer is how many rows it has. */
    public long write(String name, Dataset<Row> rows) {
        MessageDigest digest = sha256();
        long count = 0;
        Path part = folder.resolve(name + ".part");
        try {
            Files.createDirectories(folder);
            try (var out = new java.security.DigestOutputStream(
                    new java.io.BufferedOutputStream(Files.newOutputStream(part)), digest)) {
                out.write(line(List.of(rows.columns())));
                for (Iterator<Row> each = rows.toLocalIterator(); each.hasNext(); count++) {
                    out.write(line(cells(each.next())));
                }
            }
            put(part, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("file", name);
        file.put("rows", count);
        file.put("sha256", HexFormat.of().formatHex(digest.digest()));
        files.add(file);
        return count;
    }

    /** Writes the manifest. */
    public void finish() {
        Path part = folder.resolve("manifest.json.part");
        try {
            Files.writeString(part, JSON.writeValueAsString(manifest) + "\n");
            put(part, "manifest.json");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers are JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(Path part, String name) throws IOException {
        Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.length(); i++) {
            cells.add(row.isNullAt(i) ? "" : String.valueOf(row.get(i)));
        }
        return cells;
    }

    private static byte[] line(List<String> cells) {
        String text = String.join(
                ",",
                cells.stream()
                        .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                        .toList());
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
