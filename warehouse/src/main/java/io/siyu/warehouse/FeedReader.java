package io.siyu.warehouse;

import io.siyu.warehouse.Feed.Format;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one {@code feed.yml} and checks it against its table's contract. */
public final class FeedReader {
    private static final Set<String> KEYS = keys(
            "files",
            "format",
            "encoding",
            "delimiter",
            "header",
            "fields",
            "sheet",
            "clean",
            "null_tokens",
            "reject",
            "skip",
            "totals",
            "resends",
            "expect",
            "snapshot",
            "jdbc");
    private static final List<String> OF_FILES =
            List.of("files", "format", "encoding", "delimiter", "header", "sheet", "totals");

    private final Table table;
    private final Doc doc;
    private final Map<String, Doc> keys;
    private final List<String> columns;
    private final Format format;
    private final @Nullable Jdbc jdbc;

    private FeedReader(Table table) {
        this.table = table;
        this.doc = Doc.read("feed", table.feedFile());
        this.keys = doc.map(KEYS);
        this.columns = LandedColumns.business(table);
        Doc source = keys.get("jdbc");
        this.jdbc = source == null ? null : Jdbc.read(source);
        this.format = source == null ? format() : Format.JSONL;
    }

    private Format format() {
        return Format.valueOf(Doc.need(keys, "format", doc)
                .oneOf(Arrays.stream(Format.values())
                        .map(f -> f.name().toLowerCase(Locale.ROOT))
                        .toList())
                .toUpperCase(Locale.ROOT));
    }

    /** Whether the files of a table with this {@code feed.yml} are lists of all there is. */
    static boolean isSnapshot(Path feedFile) {
        return Files.exists(feedFile) && Doc.read("feed", feedFile).map(KEYS).containsKey("snapshot");
    }

    /** The feed of a landed table; a wrong text is an {@link SiyuException.InvalidDefinition} naming file and line. */
    public static Feed read(Table table) {
        return new FeedReader(table).feed();
    }

    private Feed feed() {
        onlyFor("fields", Format.JSONL);
        OF_FILES.stream().filter(key -> jdbc != null && keys.containsKey(key)).forEach(key -> {
            throw Doc.need(keys, key, doc).invalid("'" + key + "' in a feed with 'jdbc'", "no '" + key + "'");
        });
        onlyFor("sheet", Format.XLSX);
        onlyFor("delimiter", Format.CSV, Format.TSV);
        onlyFor("totals", Format.CSV, Format.TSV, Format.XLSX);
        onlyFor("encoding", Format.CSV, Format.TSV, Format.JSONL);
        RowRuleReader rows = new RowRuleReader(keys, columns);
        HeaderReader header = new HeaderReader(doc, keys.get("header"), columns, format);
        Map<String, String> fields = header.fields(keys.get("fields"));
        Doc source = keys.get("jdbc");
        return new Feed(
                table.name(),
                jdbc == null ? files() : List.of(jdbc.path() + "*.jsonl"),
                format,
                encodings(),
                delimiter(),
                header.text("comment"),
                header.text("footer"),
                header.aliases(),
                jdbc == null ? header.drop() : jdbc.beside(fields.values()),
                source == null ? header.optional() : Jdbc.optional(source, columns),
                jdbc == null ? fields : columns(fields),
                keys.containsKey("sheet") ? keys.get("sheet").text() : "",
                rows.clean(),
                rows.nullTokens(),
                rows.reject(),
                rows.skip(),
                rows.totals(),
                keys.containsKey("resends") ? keys.get("resends").text() : "",
                Feed.Expect.read(keys.get("expect")),
                snapshot(),
                jdbc);
    }

    private @Nullable Snapshot snapshot() {
        Doc at = keys.get("snapshot");
        if (at == null) {
            return null;
        }
        return jdbc == null ? Snapshot.read(at, table) : Snapshot.ofChanges(at, table);
    }

    /** A column of a source stands at its top: there are no paths. */
    private Map<String, String> columns(Map<String, String> fields) {
        Doc at = keys.get("fields");
        if (at != null) {
            at.map(Set.of()).values().forEach(Jdbc::name);
        }
        return fields;
    }

    private void onlyFor(String key, Format... formats) {
        Doc at = keys.get(key);
        if (at != null && !List.of(formats).contains(format)) {
            throw at.invalid(
                    "'" + key + "' in a feed of format " + format.name().toLowerCase(Locale.ROOT), "no '" + key + "'");
        }
    }

    private List<String> files() {
        List<Doc> items = Doc.need(keys, "files", doc).items();
        for (Doc item : items) {
            String glob = item.text();
            if (glob.isBlank() || glob.startsWith("/") || glob.contains("..")) {
                throw item.invalid(
                        "file pattern '" + glob + "'", "a pattern below a drop folder, like tmall/Export*.csv");
            }
        }
        if (items.isEmpty()) {
            throw Doc.need(keys, "files", doc).invalid("no file pattern", "at least one");
        }
        return items.stream().map(Doc::text).toList();
    }

    private List<String> encodings() {
        Doc at = keys.get("encoding");
        if (at == null) {
            return List.of("utf-8");
        }
        List<String> names = new ArrayList<>();
        for (Doc item : at.items()) {
            String name = item.text().toLowerCase(Locale.ROOT);
            try {
                Charset.forName(name);
            } catch (IllegalArgumentException e) {
                throw item.invalid("encoding '" + item.text() + "'", "a character set like utf-8 or gb18030");
            }
            names.add(name);
        }
        return List.copyOf(names);
    }

    private char delimiter() {
        Doc at = keys.get("delimiter");
        if (at == null) {
            return format == Format.TSV ? '\t' : ',';
        }
        String text = at.text().equals("\\t") ? "\t" : at.text();
        if (text.length() != 1 || text.equals("\"") || text.equals("\n")) {
            throw at.invalid("delimiter '" + text + "'", "one character that is no quote");
        }
        return text.charAt(0);
    }

    static Set<String> keys(String... names) {
        return new LinkedHashSet<>(List.of(names));
    }
}
