package io.siyu.pipelines.erase;

import io.siyu.pipelines.privacy.TokenFunction;
import io.siyu.warehouse.Column;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Table;
import io.siyu.warehouse.Words;
import io.siyu.warehouse.identity.IdModel;
import io.siyu.warehouse.identity.IdType;
import io.siyu.warehouse.identity.Shape;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A kind of identifier that a column may hold, and where its values are unique.
 *
 * @param kind of {@code identity.yml}; {@code node} for values that are written as nodes
 * @param space namespace; {@code {column}} is that column's value, {@code {column:default}} the default when it is empty
 * @param isExact whether the row says the namespace
 * @param isPersonal whether nodes have the token of the value
 * @param priority the greater is believed first when a row has several
 * @param shape how values are cleaned and recognised; null for nodes
 */
record IdPlace(
        String kind,
        String space,
        boolean isExact,
        boolean isPersonal,
        int priority,
        @Nullable Shape shape) implements Serializable {
    private static final String NODE = "node";
    private static final Pattern COLUMN = Pattern.compile("\\{([a-z0-9_]+)(?::([^}]*))?}");
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    /**
     * The places that a contract's column says; none in a house that has no kinds at all.
     *
     * @throws io.siyu.warehouse.SiyuException.InvalidDefinition when a kind or a column is none of the house
     */
    static List<IdPlace> of(Table table, Column column, List<String> texts, IdModel kinds) {
        return kinds.types().isEmpty()
                ? List.of()
                : texts.stream().map(text -> of(table, column, text, kinds)).toList();
    }

    private static IdPlace of(Table table, Column column, String text, IdModel kinds) {
        if (text.equals(NODE)) {
            return new IdPlace(NODE, "", true, false, 100, null);
        }
        String kind = text.substring(0, text.indexOf('|'));
        String space = text.substring(kind.length() + 1);
        IdType type = kinds.type(kind)
                .orElseThrow(() -> wrong(
                        table,
                        column,
                        kind + ", which is no kind of identity.yml",
                        Words.list(kinds.types().stream().map(IdType::id).toList())));
        Matcher named = COLUMN.matcher(space);
        while (named.find()) {
            if (table.column(named.group(1)).isEmpty()) {
                throw wrong(
                        table, column, text + ", and there is no column " + named.group(1), "a column of the table");
            }
        }
        boolean isAnywhere = space.equals("*") && !type.isShared();
        return new IdPlace(
                kind,
                type.isShared() ? "*" : isAnywhere ? Tombstones.ANY : space,
                !isAnywhere,
                type.isPersonal(),
                type.priority(),
                type.shape());
    }

    private static RuntimeException wrong(Table table, Column column, String found, String allowed) {
        return Problems.invalid(
                "contract", Words.path(table.contractFile()), "column '" + column.name() + "' names " + found, allowed);
    }

    /** The same place of a row that does not say the namespace. */
    IdPlace anywhere() {
        return shape == null || space.equals("*")
                ? this
                : new IdPlace(kind, Tombstones.ANY, false, isPersonal, priority, shape);
    }

    /** The node that a text is, null when it is no value of this kind or nobody's. */
    @Nullable
    String node(String text, Function<String, @Nullable String> row, TokenFunction tokens) {
        if (shape == null) {
            return text;
        }
        String clean = matches(shape.pattern(), text) && isPlain(text) ? text : shape.cleaned(text);
        if (!matches(shape.pattern(), clean) || matches(shape.refuse(), clean)) {
            return null;
        }
        String value = isPersonal ? tokens.call(kind, clean) : clean;
        return kind + "|" + COLUMN.matcher(space).replaceAll(m -> Matcher.quoteReplacement(named(m, row))) + "|"
                + value;
    }

    private static String named(java.util.regex.MatchResult column, Function<String, @Nullable String> row) {
        String value = row.apply(column.group(1));
        String otherwise = column.group(2);
        return value != null ? value : otherwise == null ? "" : otherwise;
    }

    /** Digits need no cleaning, which most values are spared by. */
    private static boolean isPlain(String text) {
        return !text.startsWith("0") && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean matches(String pattern, String text) {
        return PATTERNS.computeIfAbsent(pattern, Pattern::compile).matcher(text).matches();
    }
}
