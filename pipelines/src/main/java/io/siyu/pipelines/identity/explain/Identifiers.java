package io.siyu.pipelines.identity.explain;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import io.siyu.pipelines.identity.NodeTokens;
import io.siyu.pipelines.privacy.TokenFunction;
import io.siyu.pipelines.privacy.Tokens;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Words;
import io.siyu.warehouse.identity.IdModel;
import io.siyu.warehouse.identity.IdType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;

/**
 * Finds what a person typed among the identifiers of a release: a OneID, {@code kind:value}, {@code kind:namespace:value}, a
 * node key with bars, or a bare value. Values are cleaned as identity.yml says of their kind.
 */
record Identifiers(Published published, IdModel model, NodeTokens tokens) {
    private static final String EVERYWHERE = "*";

    Identifiers(Published published, IdModel model) {
        this(published, model, new NodeTokens(model, TokenFunction.tokens(published.spark())));
    }

    /** One reading of what was typed, clean, and as tables have it; any namespace when there is none. */
    private record Reading(IdType type, String namespace, String clean, String value) {
        boolean isOf(Node node) {
            return node.type().equals(type.id())
                    && node.value().equals(value)
                    && (namespace.isEmpty()
                            || type.isShared()
                            || node.namespace().equals(namespace));
        }
    }

    /**
     * The identifier or customer.
     *
     * @throws io.siyu.warehouse.SiyuException.InvalidDefinition when nobody has it, it is nobody's, or it may be several
     */
    Subject find(String asked) {
        String text = asked.strip();
        List<Reading> readings = readings(text);
        List<String> values = readings.stream().map(Reading::value).distinct().toList();
        String base = "regexp_replace(node, '@[0-9]{4}-[0-9]{2}-[0-9]{2}$', '')";
        Map<String, String> rows = new TreeMap<>();
        List<Row> found = published
                .held()
                .where(col("oneid")
                        .equalTo(text)
                        .or(expr("substring(" + base + ", length(substring_index(node, '|', 2)) + 2)")
                                .isInCollection(values)))
                .collectAsList();
        found.forEach(row -> rows.put(row.getString(0), row.getString(1)));
        if (rows.containsValue(text)) {
            rows.values().removeIf(oneid -> !oneid.equals(text));
            return new Subject(text, true, new TreeMap<>(rows));
        }
        rows.keySet().removeIf(key -> readings.stream().noneMatch(r -> r.isOf(Node.of(key))));
        TreeSet<String> typed = new TreeSet<>();
        rows.keySet().forEach(key -> typed.add(Node.of(key).typed()));
        if (typed.size() > 1) {
            throw Problems.cannot(
                    "tell which identifier " + text + " is",
                    "it may be " + String.join(" or ", typed),
                    "Nothing was looked at. Write one of these");
        }
        if (rows.isEmpty()) {
            throw unknown(text, readings);
        }
        return new Subject(text, false, new TreeMap<>(rows));
    }

    private List<Reading> readings(String text) {
        List<Reading> readings = new ArrayList<>();
        String separator = text.contains("|") ? "|" : ":";
        int colon = text.indexOf(separator);
        IdType named = colon < 0 ? null : model.type(text.substring(0, colon)).orElse(null);
        if (named == null) {
            model.types().stream()
                    .filter(type -> colon < 0 || type.shape().cleaned(text).equals(text))
                    .forEach(type -> read(readings, type, "", text));
            return readings;
        }
        String rest = text.substring(colon + 1);
        read(readings, named, "", rest);
        for (int at = rest.indexOf(separator); at >= 0; at = rest.indexOf(separator, at + 1)) {
            String namespace = rest.substring(0, at);
            if (!named.isShared() || namespace.equals(EVERYWHERE)) {
                read(readings, named, namespace, rest.substring(at + 1));
            }
        }
        if (readings.isEmpty()) {
            throw Problems.invalid(
                    "identifier",
                    "'" + text + "'",
                    "'" + named.shape().cleaned(rest) + "' is no " + named.id(),
                    "what matches " + named.shape().pattern());
        }
        return readings;
    }

    private void read(List<Reading> readings, IdType type, String namespace, String value) {
        boolean isToken = type.isPersonal() && Tokens.isToken(value);
        String clean = isToken ? value : type.shape().cleaned(value);
        if (isToken || type.shape().fits(clean)) {
            readings.add(new Reading(type, namespace, clean, tokens.value(type, clean)));
        }
    }

    private RuntimeException unknown(String text, List<Reading> readings) {
        List<String> refused = readings.stream()
                .filter(r -> r.type().shape().isNobodys(r.clean()))
                .map(r -> r.type().id())
                .distinct()
                .toList();
        String title = published.title();
        if (!refused.isEmpty()) {
            return Problems.cannot(
                    "explain " + text,
                    "identity.yml refuses it as nobody's " + Words.list(refused) + ": a test value or a placeholder",
                    "It ties nobody to anybody. Ask about another identifier");
        }
        String kind = text.contains(":") ? text.substring(0, text.indexOf(':')) : "";
        String near = kind.isEmpty() || model.type(kind).isPresent()
                ? ""
                : Words.didYouMean(kind, model.types().stream().map(IdType::id).toList());
        return Problems.cannot(
                "find " + text,
                title + ", knows no such identifier or OneID" + near,
                "All are told by: bin/siyu sql \"select * from dim.identity\"");
    }
}
