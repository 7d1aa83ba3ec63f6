package io.siyu.warehouse.tag;

import io.siyu.warehouse.Doc;
import io.siyu.warehouse.Words;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one {@code tags/<theme>.yml}. What stands beside {@code tags:} holds for each tag that does not say otherwise. */
final class TagReader {
    private static final Set<String> SHARED = new LinkedHashSet<>(List.of(
            "pack", "from", "owner", "version", "status", "effective_from", "expires_on", "sensitivity", "consent"));
    private static final Set<String> OWN = new LinkedHashSet<>(List.of(
            "id",
            "name",
            "definition",
            "kind",
            "type",
            "unit",
            "domain",
            "value",
            "layers",
            "where",
            "window",
            "default",
            "null_means",
            "examples",
            "never"));
    private static final List<String> TYPES = List.of("int", "bigint", "double", "boolean", "string", "date");
    private static final List<String> STATUSES = List.of("draft", "trial", "live", "frozen", "retired");
    private static final List<String> SENSITIVITIES = List.of("none", "personal", "sensitive");
    private static final List<String> CONSENTS = List.of("none", "marketing");

    private final String theme;
    private final Map<String, Doc> shared;

    private TagReader(String theme, Map<String, Doc> shared) {
        this.theme = theme;
        this.shared = shared;
    }

    /** The tags of a file in the order written. */
    static List<Tag> read(Path file) {
        Doc doc = Doc.read("tag", file);
        Set<String> keys = new LinkedHashSet<>(List.of("theme", "tags"));
        keys.addAll(SHARED);
        Map<String, Doc> entries = doc.map(keys);
        TagReader reader = new TagReader(Doc.need(entries, "theme", doc).text(), entries);
        List<Tag> tags = new ArrayList<>();
        Doc.need(entries, "tags", doc).items().forEach(item -> tags.add(reader.tag(item)));
        return tags;
    }

    private Tag tag(Doc doc) {
        Set<String> allowed = new LinkedHashSet<>(OWN);
        allowed.addAll(SHARED);
        Map<String, Doc> keys = new LinkedHashMap<>(shared);
        keys.putAll(doc.map(allowed));
        String id = Doc.need(keys, "id", doc).text();
        if (!id.matches("[a-z][a-z0-9_]*")) {
            throw doc.invalid("'id' is '" + id + "'", "lower-case snake_case");
        }
        Doc nameAt = Doc.need(keys, "name", doc);
        Map<String, Doc> name = nameAt.map(Set.of("zh", "en"));
        Tag.Kind kind = Tag.Kind.valueOf(Doc.need(keys, "kind", doc)
                .oneOf(List.of("attribute", "statistic", "rule", "composite"))
                .toUpperCase(Locale.ROOT));
        return new Tag(
                id,
                full(Doc.need(name, "zh", nameAt)),
                full(Doc.need(name, "en", nameAt)),
                full(Doc.need(keys, "definition", doc)),
                theme,
                text(keys, "pack"),
                kind,
                Doc.need(keys, "type", doc).oneOf(TYPES),
                text(keys, "unit"),
                domain(keys),
                kind.isDrawnFromRows() ? Optional.of(Doc.need(keys, "from", doc).text()) : Optional.empty(),
                text(keys, "value"),
                layers(keys),
                text(keys, "where"),
                windows(keys),
                text(keys, "default"),
                text(keys, "null_means"),
                Doc.need(keys, "owner", doc).text(),
                version(Doc.need(keys, "version", doc)),
                Doc.need(keys, "status", doc).oneOf(STATUSES),
                date(Doc.need(keys, "effective_from", doc)),
                date(Doc.need(keys, "expires_on", doc)),
                Doc.need(keys, "sensitivity", doc).oneOf(SENSITIVITIES),
                Doc.need(keys, "consent", doc).oneOf(CONSENTS),
                Doc.need(keys, "examples", doc).items().stream()
                        .map(TagExample::read)
                        .toList(),
                keys.containsKey("never") ? Doc.need(keys, "never", doc).texts() : List.of(),
                doc);
    }

    /** The values that a text may have: those written, or those that its layers and its default give. */
    private static List<String> domain(Map<String, Doc> keys) {
        Doc written = keys.get("domain");
        if (written != null) {
            return written.texts();
        }
        List<Tag.Layer> layers = layers(keys);
        Set<String> values = new LinkedHashSet<>();
        if (!layers.isEmpty() && text(keys, "type").filter("string"::equals).isPresent()) {
            layers.forEach(layer -> values.add(layer.then()));
            text(keys, "default").ifPresent(values::add);
            values.remove(TagExample.NULL);
        }
        return List.copyOf(values);
    }

    private static List<Tag.Layer> layers(Map<String, Doc> keys) {
        List<Tag.Layer> layers = new ArrayList<>();
        if (keys.containsKey("layers")) {
            for (Doc item : Doc.need(keys, "layers", keys.get("layers")).items()) {
                Map<String, Doc> layer = item.map(Set.of("when", "then", "else"));
                boolean isLast = layer.containsKey("else");
                if (isLast == layer.containsKey("when") || isLast == layer.containsKey("then")) {
                    throw item.invalid(
                            "a layer of 'layers' has keys " + Words.list(layer.keySet()), "when and then, or else");
                }
                layers.add(new Tag.Layer(
                        text(layer, "when"),
                        text(layer, isLast ? "else" : "then").orElse("")));
            }
        }
        return layers;
    }

    private static List<Integer> windows(Map<String, Doc> keys) {
        Doc at = keys.get("window");
        List<Integer> days = new ArrayList<>();
        if (at != null) {
            for (Doc item : at.items()) {
                if (!item.text().matches("[1-9][0-9]{0,3}d") || days.contains(days(item))) {
                    throw item.invalid(
                            "'window' has '" + item.text() + "'",
                            "each window once, in days, e.g. [7d, 30d, 90d, 365d]");
                }
                days.add(days(item));
            }
        }
        return List.copyOf(days);
    }

    private static Integer days(Doc item) {
        return Integer.valueOf(item.text().substring(0, item.text().length() - 1));
    }

    private static String version(Doc at) {
        if (!at.text().matches("[0-9]+\\.[0-9]+\\.[0-9]+")) {
            throw at.invalid("'version' is '" + at.text() + "'", "major.minor.patch, e.g. 1.0.0");
        }
        return at.text();
    }

    private static LocalDate date(Doc at) {
        try {
            return LocalDate.parse(at.text());
        } catch (DateTimeParseException e) {
            throw at.invalid("the date is '" + at.text() + "'", "a date, e.g. 2027-12-31");
        }
    }

    private static String full(Doc at) {
        if (at.text().isBlank()) {
            throw at.invalid("an empty text", "words that are understood alone");
        }
        return at.text();
    }

    private static Optional<String> text(Map<String, Doc> keys, String key) {
        return Optional.ofNullable(keys.get(key)).map(Doc::text);
    }
}
