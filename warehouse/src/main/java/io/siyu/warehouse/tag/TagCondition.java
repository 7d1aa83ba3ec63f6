package io.siyu.warehouse.tag;

import io.siyu.warehouse.Doc;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.SiyuException;
import io.siyu.warehouse.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * A condition over the tags of one customer, checked without an engine: names, functions, and what each tag is compared with.
 *
 * @param text the condition over columns of {@code dws.customer_tag}; names of other conditions are replaced by those
 * @param tags the tags whose columns it names, itself or through other conditions
 */
public record TagCondition(String text, Set<Tag> tags) {
    private static final Set<String> COMPARISONS = Set.of("=", "<>", "!=", "<", "<=", ">", ">=");
    private static final Set<String> BEFORE = Set.of("", "and", "or", "not", "(");
    private static final Set<String> AFTER = Set.of("", "and", "or", ")");

    /**
     * Reads and checks a condition that stands in no file.
     *
     * @throws SiyuException.InvalidDefinition naming the condition, what is wrong with it and what may stand there
     */
    public static TagCondition given(TagCatalog catalog, String text, Map<String, TagCondition> named) {
        BiFunction<String, String, SiyuException.InvalidDefinition> wrong =
                (found, allowed) -> Problems.invalid("condition", '"' + text + '"', found, allowed);
        return read(catalog, wrong, "it", text, named);
    }

    /**
     * Reads and checks a condition.
     *
     * @param at where it stands
     * @param what the field, for messages: {@code 'who' of audience 'win_back'}
     * @param named other conditions that a text may name
     * @throws SiyuException.InvalidDefinition naming file, field, what stands there and what may
     */
    public static TagCondition of(
            TagCatalog catalog, Doc at, String what, String text, Map<String, TagCondition> named) {
        return read(catalog, at::invalid, what, text, named);
    }

    private static TagCondition read(
            TagCatalog catalog,
            BiFunction<String, String, SiyuException.InvalidDefinition> wrong,
            String what,
            String text,
            Map<String, TagCondition> named) {
        Expression words;
        try {
            words = Expression.of(text);
        } catch (IllegalArgumentException e) {
            throw wrong.apply(what + " " + e.getMessage(), "an SQL condition over tags");
        }
        words.fault().ifPresent(fault -> {
            throw wrong.apply(what + " " + fault, "an SQL condition over tags");
        });
        for (String function : words.functions()) {
            if (!Expression.SCALARS.contains(function)) {
                throw wrong.apply(
                        what + " calls " + function + "()" + Words.didYouMean(function, Expression.SCALARS),
                        "functions among " + Words.list(Expression.SCALARS));
            }
        }
        return new Reading(catalog, wrong, what, words, named).condition();
    }

    /** The condition as SQL; {@code :business_date} stands in it for today. */
    public String sql() {
        return new TagWords("", "").sql(text);
    }

    /** Whether all tags it names are computed. */
    public boolean isComputed(TagCatalog catalog) {
        return tags.stream().allMatch(catalog::isActive);
    }

    private record Reading(
            TagCatalog catalog,
            BiFunction<String, String, SiyuException.InvalidDefinition> wrong,
            String what,
            Expression words,
            Map<String, TagCondition> named) {

        TagCondition condition() {
            Set<Tag> tags = new LinkedHashSet<>();
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < words.words().size(); i++) {
                String word = words.words().get(i);
                TagCondition other = words.isName(i) ? named.get(word) : null;
                if (other != null) {
                    tags.addAll(other.tags());
                    Expression.append(text, "(" + other.text() + ")");
                    continue;
                }
                if (i > 0 && words.isCall(i - 1)) {
                    text.append(word);
                } else {
                    Expression.append(text, word);
                }
                if (words.isName(i)) {
                    Tag tag = tag(word);
                    tags.add(tag);
                    typed(tag, i);
                }
            }
            return new TagCondition(text.toString(), tags);
        }

        private Tag tag(String name) {
            Set<String> known = new TreeSet<>(catalog.columnNames());
            known.addAll(named.keySet());
            if (!catalog.columnNames().contains(name)) {
                throw wrong.apply(
                        what + " names '" + name + "'" + Words.didYouMean(name, known),
                        "columns of tags (bin/siyu tag list)" + (named.isEmpty() ? "" : " or audiences"));
            }
            return catalog.tag(name);
        }

        private void typed(Tag tag, int i) {
            String next = word(i + 1);
            boolean isArgument = i > 1 && words.isCall(i - 2);
            boolean isAlone = !isArgument && BEFORE.contains(word(i - 1)) && AFTER.contains(next);
            if (isAlone && !tag.type().equals("boolean")) {
                throw wrong.apply(
                        what + " has '" + word(i) + "' alone, which is " + tag.type(),
                        "a comparison of it, e.g. " + word(i) + " = …");
            }
            if (COMPARISONS.contains(next)) {
                compared(tag, i + 2, AFTER);
            }
            int in = next.equals("not") ? i + 2 : i + 1;
            if (word(in).equals("in")) {
                for (int j = in + 2; j < words.words().size() && !word(j).equals(")"); j += 2) {
                    compared(tag, j, Set.of(",", ")"));
                }
            }
        }

        /** A literal that is compared with a tag must be one of its values. */
        private void compared(Tag tag, int i, Set<String> after) {
            String word = i < words.words().size() ? words.words().get(i) : "";
            boolean isLiteral = word.matches("'.*'|[0-9.]+|(?i)true|false") && after.contains(word(i + 1));
            String value = word.startsWith("'") ? word.substring(1, word.length() - 1) : word;
            boolean isText = List.of("string", "date").contains(tag.type());
            if (isLiteral && (isText != word.startsWith("'") || !isValue(tag, value))) {
                throw wrong.apply(
                        what + " compares '" + tag.id() + "' with " + word + Words.didYouMean(value, tag.domain()),
                        tag.domain().isEmpty()
                                ? "a value of type " + tag.type()
                                : "one of " + Words.list(tag.domain()));
            }
        }

        private static boolean isValue(Tag tag, String value) {
            boolean isNumber = List.of("int", "bigint", "double").contains(tag.type());
            return isNumber ? value.matches("[0-9]+(\\.[0-9]+)?") : TagChecks.fits(tag, value);
        }

        private String word(int i) {
            return i < 0 || i >= words.words().size()
                    ? ""
                    : words.words().get(i).toLowerCase(Locale.ROOT);
        }
    }
}
