package io.siyu.warehouse;

import io.siyu.warehouse.Feed.Reject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads what a feed says of its cells and rows: {@code clean:}, {@code null_tokens:}, {@code reject:}, {@code skip:},
 * {@code totals:}.
 */
final class RowRuleReader {
    private final Map<String, Doc> keys;
    private final List<String> columns;

    RowRuleReader(Map<String, Doc> keys, List<String> columns) {
        this.keys = keys;
        this.columns = columns;
    }

    /** The repairs, in the order they are applied in. */
    List<Clean> clean() {
        List<String> ids = Arrays.stream(Clean.values()).map(Clean::id).toList();
        Set<String> chosen = new LinkedHashSet<>();
        list("clean").forEach(item -> chosen.add(item.oneOf(ids)));
        return Arrays.stream(Clean.values())
                .filter(c -> chosen.contains(c.id()))
                .toList();
    }

    Set<String> nullTokens() {
        Doc at = keys.get("null_tokens");
        return at == null ? Set.of("") : Set.copyOf(at.texts());
    }

    List<Reject> reject() {
        List<Reject> rejects = new ArrayList<>();
        for (Doc item : list("reject")) {
            Map<String, Doc> entry = entry(item, FeedReader.keys("when", "reason"));
            Doc reason = Doc.need(entry, "reason", item);
            if (!reason.text().matches("[a-z][a-z0-9_]*")) {
                throw reason.invalid("reason '" + reason.text() + "'", "lower-case snake_case");
            }
            rejects.add(new Reject(ConditionReader.read(Doc.need(entry, "when", item), columns), reason.text()));
        }
        return List.copyOf(rejects);
    }

    List<Condition> skip() {
        List<Condition> skips = new ArrayList<>();
        for (Doc item : list("skip")) {
            Map<String, Doc> entry = entry(item, FeedReader.keys("when"));
            skips.add(ConditionReader.read(Doc.need(entry, "when", item), columns));
        }
        return List.copyOf(skips);
    }

    List<String> totals() {
        for (Doc item : list("totals")) {
            if (!columns.contains(item.text())) {
                throw item.invalid(
                        "'totals' names no column '" + item.text() + "'" + Words.didYouMean(item.text(), columns),
                        "columns of this table");
            }
        }
        return list("totals").stream().map(Doc::text).toList();
    }

    /** Within braces YAML ends a text at a comma, so that a list in a sentence falls apart: that is said as such. */
    private static Map<String, Doc> entry(Doc item, Set<String> allowed) {
        Map<String, Doc> any = item.map(Set.of());
        Doc when = any.get("when");
        if (when != null && when.text().contains(" one of ") && !allowed.containsAll(any.keySet())) {
            throw when.invalid(
                    "condition '" + when.text() + "' is cut at its comma", "quotes around the whole sentence");
        }
        return item.map(allowed);
    }

    private List<Doc> list(String key) {
        Doc at = keys.get(key);
        return at == null ? List.of() : at.items();
    }
}
