package io.siyu.warehouse.tag;

import io.siyu.warehouse.tag.ConditionTree.Both;
import io.siyu.warehouse.tag.ConditionTree.Compared;
import io.siyu.warehouse.tag.ConditionTree.Comparison;
import io.siyu.warehouse.tag.ConditionTree.Either;
import io.siyu.warehouse.tag.ConditionTree.Holds;
import io.siyu.warehouse.tag.ConditionTree.Not;
import io.siyu.warehouse.tag.ConditionTree.Unknown;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the words of a condition from left to right into a tree: or binds less than and, and less than not. */
final class ConditionReader {
    private static final Set<String> COMPARISONS = Set.of("=", "<>", "!=", "<", "<=", ">", ">=");

    private final TagCatalog catalog;
    private final Expression words;
    private int at;

    /** Words that make no tree of sets. */
    private static final class NoTree extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** A column, and whether it is counted in days back from the business date. */
    private record Side(Tag tag, String column, boolean isDaysBack) {}

    ConditionReader(TagCatalog catalog, Expression words) {
        this.catalog = catalog;
        this.words = words;
    }

    Optional<ConditionTree> read() {
        try {
            ConditionTree tree = either();
            return at == words.words().size() ? Optional.of(tree) : Optional.empty();
        } catch (NoTree e) {
            return Optional.empty();
        }
    }

    private ConditionTree either() {
        ConditionTree tree = both();
        while (skip("or")) {
            tree = new Either(tree, both());
        }
        return tree;
    }

    private ConditionTree both() {
        ConditionTree tree = not();
        while (skip("and")) {
            tree = new Both(tree, not());
        }
        return tree;
    }

    private ConditionTree not() {
        if (skip("not")) {
            return new Not(not());
        }
        if (skip("(")) {
            ConditionTree tree = either();
            need(")");
            return tree;
        }
        return predicate();
    }

    private ConditionTree predicate() {
        Side side = side();
        if (skip("is")) {
            boolean isNot = skip("not");
            need("null");
            return turned(new Unknown(side.column()), isNot);
        }
        boolean isNot = skip("not");
        if (skip("in")) {
            need("(");
            ConditionTree tree = compared(side, "=", literal());
            while (skip(",")) {
                tree = new Either(tree, compared(side, "=", literal()));
            }
            need(")");
            return turned(tree, isNot);
        }
        if (skip("between")) {
            String low = literal();
            need("and");
            return turned(new Both(compared(side, ">=", low), compared(side, "<=", literal())), isNot);
        }
        if (isNot) {
            throw new NoTree();
        }
        if (COMPARISONS.contains(word())) {
            return compared(side, next(), literal());
        }
        if (!side.tag().type().equals("boolean")) {
            throw new NoTree();
        }
        return new Holds(side.column());
    }

    private Side side() {
        boolean isDaysBack = skip("days_since");
        if (isDaysBack) {
            need("(");
        }
        if (at >= words.words().size() || !words.isName(at)) {
            throw new NoTree();
        }
        String column = next();
        if (isDaysBack) {
            need(")");
        }
        Tag tag = catalog.find(column).orElseThrow(NoTree::new);
        return new Side(tag, column, isDaysBack);
    }

    private ConditionTree compared(Side side, String how, String literal) {
        String type = side.tag().type();
        boolean isText = literal.startsWith("'");
        String value = isText ? literal.substring(1, literal.length() - 1) : literal;
        if (type.equals("boolean") && Set.of("=", "<>", "!=").contains(how) && value.matches("(?i)true|false")) {
            return turned(new Holds(side.column()), how.equals("=") != Boolean.parseBoolean(value));
        }
        if (side.isDaysBack() && type.equals("date") && value.matches("-?[0-9]+")) {
            return turnedBack(side.column(), how, "D-" + value);
        }
        boolean isOrdered = type.equals("date") ? isText : value.matches("-?[0-9]{1,18}") && !isText;
        boolean fits = !side.isDaysBack()
                && switch (type) {
                    case "string" -> isText && Set.of("=", "<>", "!=").contains(how) && !value.contains("\\");
                    case "int", "bigint", "date" -> isOrdered;
                    default -> false;
                };
        if (!fits) {
            throw new NoTree();
        }
        return ordered(side.column(), type, how, value);
    }

    /** The more days since a date, the earlier it is. */
    private static ConditionTree turnedBack(String column, String how, String value) {
        String turned = how.startsWith("<") && !how.equals("<>")
                ? how.replace('<', '>')
                : how.startsWith(">") ? how.replace('>', '<') : how;
        return ordered(column, "date", turned, value);
    }

    private static ConditionTree ordered(String column, String type, String how, String value) {
        Comparison comparison = switch (how) {
            case "<", ">=" -> Comparison.LESS;
            case ">", "<=" -> Comparison.GREATER;
            default -> Comparison.EQUAL;
        };
        return turned(
                new Compared(column, type, comparison, value),
                Set.of(">=", "<=", "<>", "!=").contains(how));
    }

    private static ConditionTree turned(ConditionTree tree, boolean isNot) {
        return isNot ? new Not(tree) : tree;
    }

    private String literal() {
        boolean isNegative = skip("-");
        String word = next();
        if (!word.matches("'.*'|[0-9.]+|(?i)true|false")) {
            throw new NoTree();
        }
        return isNegative ? "-" + word : word;
    }

    private String word() {
        return at < words.words().size() ? words.words().get(at).toLowerCase(Locale.ROOT) : "";
    }

    private String next() {
        if (at >= words.words().size()) {
            throw new NoTree();
        }
        return words.words().get(at++);
    }

    private boolean skip(String word) {
        boolean is = word().equals(word);
        at += is ? 1 : 0;
        return is;
    }

    private void need(String word) {
        if (!skip(word)) {
            throw new NoTree();
        }
    }
}
