package io.siyu.quality;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The SQL boolean that is true, never null, for a row that a DQDL rule has nothing against; rules about the set of rows
 * have none. It finds the rows to show; whether the rule passed is Deequ's word.
 */
final class GoodRow {
    private static final String LITERAL = "-?\\d+(?:\\.\\d+)?|\"[^\"\\\\]*\"";
    private static final Pattern COMPARE = Pattern.compile("(>=|<=|!=|>|<|=)\\s*(" + LITERAL + ")");
    private static final Pattern BETWEEN =
            Pattern.compile("(not )?between (" + LITERAL + ") (?:and|AND) (" + LITERAL + ")");
    private static final Pattern IN =
            Pattern.compile("(not )?in\\s*\\[((?:" + LITERAL + ")(?:\\s*,\\s*(?:" + LITERAL + "))*)]");
    private static final Pattern MATCHES = Pattern.compile("matches \"([^\"]*)\"");

    private GoodRow() {}

    static Optional<String> of(DqdlRule rule) {
        if (rule.counted().isPresent()) {
            return rule.condition().matches("=\\s*0")
                    ? rule.counted().map(bad -> "coalesce(not (" + bad + "), true)")
                    : Optional.empty();
        }
        return one(rule)
                .map(good -> rule.where()
                        .map(where -> "coalesce(not (" + where + "), true) or " + good)
                        .orElse(good));
    }

    private static Optional<String> one(DqdlRule rule) {
        if (rule.columns().size() != 1) {
            return Optional.empty();
        }
        String column = "`" + rule.columns().get(0) + "`";
        if (rule.type().equals("IsComplete")) {
            return Optional.of(column + " is not null");
        }
        return rule.type().equals("ColumnValues") ? compared(column, rule.condition()) : Optional.empty();
    }

    private static Optional<String> compared(String column, String condition) {
        Matcher compare = COMPARE.matcher(condition);
        if (compare.matches()) {
            return good(column + " " + condition, compare.group(1).equals("!="));
        }
        Matcher in = IN.matcher(condition);
        if (in.matches()) {
            boolean not = in.group(1) != null;
            return good(column + (not ? " not" : "") + " in (" + in.group(2) + ")", not);
        }
        Matcher between = BETWEEN.matcher(condition);
        if (between.matches()) {
            String inside = column + " > " + between.group(2) + " and " + column + " < " + between.group(3);
            return good(between.group(1) == null ? inside : "not (" + inside + ")", false);
        }
        Matcher matches = MATCHES.matcher(condition);
        return matches.matches()
                ? good(column + " rlike \"^" + matches.group(1).replace("\\", "\\\\") + "$\"", false)
                : Optional.empty();
    }

    private static Optional<String> good(String condition, boolean whenNull) {
        return Optional.of("coalesce(" + condition + ", " + whenNull + ")");
    }
}
