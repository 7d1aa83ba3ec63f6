package io.siyu.warehouse.identity;

import io.siyu.warehouse.Doc;
import io.siyu.warehouse.Words;
import io.siyu.warehouse.identity.IdType.OverLimit;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one entry of {@code types:}. */
final class IdTypeReader {
    private static final Set<String> KEYS = new LinkedHashSet<>(List.of(
            "description",
            "label",
            "shape",
            "namespace",
            "personal",
            "strength",
            "priority",
            "parent",
            "values_per_oneid",
            "oneids_per_value",
            "records_per_value",
            "over_limit",
            "silent_days"));
    private static final List<String> POLICIES = Arrays.stream(OverLimit.values())
            .map(o -> o.name().toLowerCase(Locale.ROOT))
            .toList();

    private final String id;
    private final Doc doc;
    private final Map<String, Doc> keys;

    private IdTypeReader(String id, Doc doc) {
        this.id = id;
        this.doc = doc;
        this.keys = doc.map(KEYS);
    }

    static IdType read(String id, Doc doc, Map<String, Shape> shapes) {
        return new IdTypeReader(id, doc).type(shapes);
    }

    private IdType type(Map<String, Shape> shapes) {
        if (!id.matches("[a-z][a-z0-9_]*")) {
            throw doc.invalid("type '" + id + "'", "lower-case snake_case");
        }
        if (Doc.need(keys, "description", doc).text().isBlank()) {
            throw doc.invalid("type '" + id + "' has an empty description", "where it comes from and what pollutes it");
        }
        Strength strength = Strength.valueOf(Doc.need(keys, "strength", doc).oneOf(Strength.names()));
        Limit values = limit("values_per_oneid");
        Limit oneids = limit("oneids_per_value");
        Limit records = limit("records_per_value");
        Doc policy = keys.get("over_limit");
        if (policy == null && (values != null || oneids != null || records != null)) {
            throw doc.invalid(
                    "type '" + id + "' has a limit and no 'over_limit'",
                    "'over_limit', one of " + Words.list(POLICIES));
        }
        return new IdType(
                id,
                keys.containsKey("label") ? keys.get("label").text() : id,
                shape(shapes),
                keys.containsKey("namespace")
                        && keys.get("namespace").oneOf(List.of("own", "shared")).equals("shared"),
                keys.containsKey("personal") && keys.get("personal").flag(),
                strength,
                priority(),
                Optional.ofNullable(keys.get("parent")).map(Doc::text),
                values,
                oneids,
                records,
                policy == null
                        ? OverLimit.REJECT_EDGE
                        : OverLimit.valueOf(policy.oneOf(POLICIES).toUpperCase(Locale.ROOT)),
                keys.containsKey("silent_days") ? Limit.within(keys.get("silent_days"), 1) : 0);
    }

    private Shape shape(Map<String, Shape> shapes) {
        Doc at = Doc.need(keys, "shape", doc);
        Shape shape = shapes.get(at.text());
        if (shape == null) {
            throw at.invalid(
                    "shape '" + at.text() + "' is not there" + Words.didYouMean(at.text(), shapes.keySet()),
                    "one of " + Words.list(shapes.keySet()));
        }
        return shape;
    }

    private int priority() {
        Doc at = keys.get("priority");
        if (at == null) {
            return 0;
        }
        if (at.number() < 0 || at.number() > 100) {
            throw at.invalid("'priority' is " + at.number(), "0 to 100");
        }
        return (int) at.number();
    }

    private @Nullable Limit limit(String key) {
        Doc at = keys.get(key);
        return at == null ? null : Limit.read(at);
    }
}
