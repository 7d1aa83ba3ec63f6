package io.siyu.warehouse;

import io.siyu.warehouse.Feed.Format;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads {@code header:} and {@code fields:}, which say where in a record each column stands. */
final class HeaderReader {
    private final Map<String, Doc> keys;
    private final List<String> columns;

    HeaderReader(Doc feed, @Nullable Doc header, List<String> columns, Format format) {
        this.columns = columns;
        if (format == Format.JSONL) {
            this.keys = header == null ? Map.of() : header.map(FeedReader.keys("drop"));
            return;
        }
        if (header == null) {
            throw feed.invalid("key 'header' is missing", "'header: {match: name}'");
        }
        this.keys = header.map(FeedReader.keys("match", "aliases", "drop", "optional", "comment", "footer"));
        Doc.need(keys, "match", header).oneOf(List.of("name"));
    }

    /** The text of a key, or nothing. */
    String text(String key) {
        Doc at = keys.get(key);
        if (at == null) {
            return "";
        }
        if (at.text().isBlank()) {
            throw at.invalid("'" + key + "' is blank", "the text that such a line begins with");
        }
        return at.text();
    }

    /** Every column with the header names it may have; its own name comes last. */
    Map<String, List<String>> aliases() {
        Map<String, List<String>> aliases = new LinkedHashMap<>();
        Map<String, String> owners = new HashMap<>();
        Doc at = keys.get("aliases");
        Map<String, Doc> given = at == null ? Map.of() : at.map(Set.of());
        given.forEach((column, names) -> {
            checkColumn(names, "aliases", column);
            for (Doc name : names.items()) {
                checkPattern(name);
                String other = owners.put(name.text(), column);
                if (other != null) {
                    throw name.invalid(
                            "header name '" + name.text() + "' stands for '" + other + "' and '" + column + "'",
                            "each header name once");
                }
            }
        });
        for (String column : columns) {
            List<String> names = new ArrayList<>(
                    given.containsKey(column) ? given.get(column).texts() : List.of());
            if (!owners.containsKey(column)) {
                names.add(column);
            }
            aliases.put(column, List.copyOf(names));
        }
        return aliases;
    }

    Set<String> drop() {
        Doc at = keys.get("drop");
        if (at == null) {
            return Set.of();
        }
        Map<String, List<String>> aliases = aliases();
        for (Doc item : at.items()) {
            aliases.forEach((column, names) -> {
                if (names.contains(item.text())) {
                    throw item.invalid(
                            "'drop' names '" + item.text() + "', which column '" + column + "' is read from",
                            "names no column is read from");
                }
            });
        }
        return Set.copyOf(at.texts());
    }

    Set<String> optional() {
        Doc at = keys.get("optional");
        if (at == null) {
            return Set.of();
        }
        at.items().forEach(item -> checkColumn(item, "optional", item.text()));
        return Set.copyOf(at.texts());
    }

    /** Every column with its path in a JSON record. */
    Map<String, String> fields(@Nullable Doc at) {
        Map<String, String> paths = new LinkedHashMap<>();
        columns.forEach(column -> paths.put(column, column));
        if (at != null) {
            at.map(Set.of()).forEach((column, path) -> {
                checkColumn(path, "fields", column);
                if (path.text().isBlank() || path.text().matches("\\..*|.*\\.|.*\\.\\..*")) {
                    throw path.invalid("path '" + path.text() + "'", "keys joined by dots, like order.tid");
                }
                paths.put(column, path.text());
            });
            checkOnce(at, paths);
        }
        return paths;
    }

    private static void checkOnce(Doc at, Map<String, String> paths) {
        Map<String, String> owners = new HashMap<>();
        paths.forEach((column, path) -> {
            String other = owners.put(path, column);
            if (other != null) {
                throw at.invalid(
                        "path '" + path + "' is read by '" + other + "' and '" + column + "'", "each path once");
            }
        });
    }

    private static void checkPattern(Doc name) {
        try {
            Feed.pattern(name.text()).ifPresent(Pattern::pattern);
        } catch (PatternSyntaxException e) {
            throw name.invalid(
                    "header name '" + name.text() + "' is a broken regular expression (" + e.getDescription() + ")",
                    "a Java regular expression between slashes");
        }
    }

    private void checkColumn(Doc at, String key, String column) {
        if (!columns.contains(column)) {
            throw at.invalid(
                    "'" + key + "' names no column '" + column + "'" + Words.didYouMean(column, columns),
                    "columns of this table");
        }
    }
}
