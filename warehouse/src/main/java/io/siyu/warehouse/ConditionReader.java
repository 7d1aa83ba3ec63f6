package io.siyu.warehouse;

import io.siyu.warehouse.CellTest.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the sentences of {@code reject:} and {@code skip:}. The grammar is closed: one form per line below. */
final class ConditionReader {
    private record Form(String shown, Pattern pattern, Function<MatchResult, CellTest> test) {}

    private static final List<Form> FORMS = List.of(
            form("is empty", "is empty", m -> new CellTest.Empty()),
            shape("is in scientific notation", Shape.SCIENTIFIC, false),
            shape("is not a number", Shape.NUMBER, true),
            shape("is not a whole number", Shape.WHOLE, true),
            shape("is not a date", Shape.DATE, true),
            shape("is not a time", Shape.TIME, true),
            shape("is not a phone", Shape.PHONE, true),
            form("is negative", "is negative", m -> new CellTest.Negative()),
            form("is one of a, b", "is one of (.+)", m -> new CellTest.OneOf(texts(m.group(2)), false)),
            form("is not one of a, b", "is not one of (.+)", m -> new CellTest.OneOf(texts(m.group(2)), true)),
            form(
                    "does not match /regex/",
                    "does not match /(.+)/",
                    m -> new CellTest.NotMatching(Pattern.compile(m.group(2)))),
            form(
                    "is longer than 64",
                    "is longer than ([0-9]{1,9})",
                    m -> new CellTest.LongerThan(Integer.parseInt(m.group(2)))),
            form("is 'text'", "is ('[^']*'|[^\\s']+)", m -> new CellTest.OneOf(Set.of(unquoted(m.group(2))), false)));

    private static final List<String> BARE = List.of("empty", "negative");

    private ConditionReader() {}

    /** The condition at {@code doc}, whose column must be one of {@code columns}. */
    static Condition read(Doc doc, List<String> columns) {
        String sentence = doc.text().trim();
        for (Form form : FORMS) {
            Matcher matcher = form.pattern().matcher(sentence);
            if (matcher.matches()) {
                String column = matcher.group(1);
                if (!columns.contains(column)) {
                    throw doc.invalid(
                            "condition '" + sentence + "' names no column '" + column + "'"
                                    + Words.didYouMean(column, columns),
                            "a column of this table");
                }
                return new Condition(sentence, column, test(doc, sentence, form, matcher));
            }
        }
        throw doc.invalid("condition '" + sentence + "' is not understood", allowed());
    }

    private static CellTest test(Doc doc, String sentence, Form form, Matcher matcher) {
        if (form == FORMS.get(FORMS.size() - 1)) {
            String hint = Words.didYouMean(matcher.group(2), BARE);
            if (!hint.isEmpty()) {
                throw doc.invalid("condition '" + sentence + "' is not understood" + hint, allowed());
            }
        }
        try {
            return form.test().apply(matcher);
        } catch (PatternSyntaxException e) {
            throw doc.invalid(
                    "condition '" + sentence + "' has a broken regular expression (" + e.getDescription() + ")",
                    "a Java regular expression between slashes");
        }
    }

    private static String allowed() {
        return "one of " + FORMS.stream().map(f -> "<column> " + f.shown()).collect(Collectors.joining("; "));
    }

    private static Form form(String shown, String regex, Function<MatchResult, CellTest> test) {
        return new Form(shown, Pattern.compile("(\\S+) " + regex), test);
    }

    private static Form shape(String sentence, Shape shape, boolean negated) {
        return form(sentence, sentence, m -> new CellTest.Shaped(shape, negated));
    }

    private static Set<String> texts(String list) {
        List<String> texts = new ArrayList<>();
        Stream.of(list.split("[,，]", -1)).map(String::trim).forEach(t -> texts.add(unquoted(t)));
        return Set.copyOf(texts);
    }

    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("'") && text.endsWith("'")
                ? text.substring(1, text.length() - 1)
                : text;
    }
}
