package io.siyu.warehouse.tag;

import io.siyu.warehouse.Doc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a tag must say of a customer of whom some rows are known.
 *
 * @param given rows of the table the tag is drawn from, or tags of the customer (the first) and of the others; column to text,
 *     where {@code D} is the business date, {@code D-3} three days before it and {@code null} nothing
 * @param expect window suffix, or nothing for every window, to the value as text
 */
public record TagExample(List<Map<String, String>> given, Map<String, String> expect) {
    /** How a missing value is written. */
    public static final String NULL = "null";

    private static final Set<String> KEYS = Set.of("given", "expect");

    /** The example that stands there. */
    public static TagExample read(Doc doc) {
        Map<String, Doc> keys = doc.map(KEYS);
        Doc given = Doc.need(keys, "given", doc);
        List<Map<String, String>> rows = new ArrayList<>();
        if (given.isMapping()) {
            rows.add(texts(given));
        } else {
            given.items().forEach(item -> rows.add(texts(item)));
        }
        Doc expect = Doc.need(keys, "expect", doc);
        Map<String, String> values = new LinkedHashMap<>();
        if (expect.isMapping()) {
            expect.map(Set.of()).forEach((window, value) -> values.put("_" + window, value.text()));
        } else {
            values.put("", expect.text());
        }
        return new TagExample(List.copyOf(rows), values);
    }

    /** The value expected of a window. */
    public String expected(String suffix) {
        return expect.getOrDefault(suffix, expect.getOrDefault("", NULL));
    }

    private static Map<String, String> texts(Doc doc) {
        Map<String, String> texts = new LinkedHashMap<>();
        doc.map(Set.of()).forEach((name, value) -> texts.put(name, value.text()));
        return texts;
    }
}
