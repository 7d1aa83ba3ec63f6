package io.siyu.warehouse.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An SQL expression as words, so that it is known what it reads and calls before any engine sees it. */
record Expression(List<String> words) {
    private static final Pattern WORD = Pattern.compile(
            "\\s*('(?:[^'\\\\]|\\\\.)*'|[0-9]+(?:\\.[0-9]+)?|[A-Za-z_][A-Za-z_0-9]*|<=|>=|<>|!=|[-+*/%(),<>=])\\s*");
    private static final Set<String> KEYWORDS = Set.of(
            "and", "or", "not", "in", "is", "null", "between", "like", "rlike", "case", "when", "then", "else", "end",
            "true", "false", "as", "int", "bigint", "double", "string", "date");

    /** Functions over rows. */
    static final Set<String> AGGREGATES = new TreeSet<>(List.of(
            "sum",
            "count",
            "min",
            "max",
            "avg",
            "min_by",
            "max_by",
            "count_if",
            "bool_or",
            "bool_and",
            "distinct",
            "favourite"));
    /** Functions over all customers. */
    static final Set<String> RANKS = Set.of("percent_rank");
    /** Functions of one value or a few. */
    static final Set<String> SCALARS = new TreeSet<>(List.of(
            "abs",
            "cast",
            "ceil",
            "coalesce",
            "concat",
            "datediff",
            "date_add",
            "date_sub",
            "dayofmonth",
            "dayofweek",
            "days_since",
            "floor",
            "greatest",
            "hour",
            "if",
            "least",
            "length",
            "make_date",
            "month",
            "months_ago",
            "months_between",
            "nullif",
            "round",
            "struct",
            "substring",
            "today",
            "weekday",
            "year"));

    /**
     * The words of a text.
     *
     * @throws IllegalArgumentException naming the first character that begins none
     */
    static Expression of(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new IllegalArgumentException("has '" + text.charAt(at) + "' at place " + (at + 1));
            }
            words.add(matcher.group(1));
            at = matcher.end();
        }
        return new Expression(List.copyOf(words));
    }

    /** Puts a word behind others, with a blank between them except within brackets and before a comma. */
    static void append(StringBuilder out, String word) {
        boolean isTight = out.isEmpty() || word.equals(")") || word.equals(",") || out.charAt(out.length() - 1) == '(';
        out.append(isTight ? "" : " ").append(word);
    }

    /** Names that are read: columns or tags. */
    Set<String> names() {
        return new TreeSet<>(names(0, words.size()));
    }

    /** Names that stand in no aggregate. */
    Set<String> namesOutsideAggregates() {
        Set<String> names = new TreeSet<>();
        int i = 0;
        while (i < words.size()) {
            if (isCall(i) && AGGREGATES.contains(lower(i))) {
                i = close(i + 1);
            } else if (isName(i)) {
                names.add(words.get(i));
            }
            i++;
        }
        return names;
    }

    private List<String> names(int from, int to) {
        List<String> names = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (isName(i)) {
                names.add(words.get(i));
            }
        }
        return names;
    }

    /** Functions that are called, in lower case. */
    Set<String> functions() {
        Set<String> functions = new TreeSet<>();
        for (int i = 0; i < words.size(); i++) {
            if (isCall(i)) {
                functions.add(lower(i));
            }
        }
        return functions;
    }

    /** Whether rows are put together in it. */
    boolean isAggregate() {
        return functions().stream().anyMatch(AGGREGATES::contains);
    }

    /** What is wrong with brackets, if anything. */
    Optional<String> fault() {
        int depth = 0;
        for (String word : words) {
            depth += word.equals("(") ? 1 : word.equals(")") ? -1 : 0;
            if (depth < 0) {
                break;
            }
        }
        return depth == 0 ? Optional.empty() : Optional.of("has brackets that do not close");
    }

    boolean isName(int i) {
        char first = words.get(i).charAt(0);
        boolean isWord = Character.isLetter(first) || first == '_';
        return isWord && !KEYWORDS.contains(lower(i)) && !isCall(i);
    }

    boolean isCall(int i) {
        return Character.isLetter(words.get(i).charAt(0))
                && !KEYWORDS.contains(lower(i))
                && i + 1 < words.size()
                && words.get(i + 1).equals("(");
    }

    String lower(int i) {
        return words.get(i).toLowerCase(Locale.ROOT);
    }

    /** Places of the commas between two places that stand in no brackets there. */
    List<Integer> commas(int from, int to) {
        List<Integer> commas = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (words.get(i).equals("(")) {
                i = close(i);
            } else if (words.get(i).equals(",")) {
                commas.add(i);
            }
        }
        return commas;
    }

    /** Place of the bracket that closes the one at {@code open}. */
    int close(int open) {
        int depth = 0;
        for (int i = open; i < words.size(); i++) {
            depth += words.get(i).equals("(") ? 1 : words.get(i).equals(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("has brackets that do not close");
    }
}
