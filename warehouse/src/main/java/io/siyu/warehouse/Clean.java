package io.siyu.warehouse;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Repairs of what exports do to a cell. Each leaves a cell it does not recognise as it is. They are applied in the order
 * below, whatever order {@code clean:} lists them in.
 */
public enum Clean {
    /** {@code 6933000011112222333<tab>}: tabs at the end go. */
    TRAILING_TAB(text -> text.endsWith("\t") ? Patterns.TABS.matcher(text).replaceFirst("") : text),
    /** {@code `0.01}: the backtick in front goes. */
    BACKTICK(text -> text.startsWith("`") ? text.substring(1) : text),
    /** {@code ="4417003300112233"}: what stands between the quotes. */
    EXCEL_TEXT_ID(text -> text.startsWith("=") ? inner(Patterns.EXCEL_TEXT, text) : text),
    /** {@code '18600000000}: the apostrophe in front goes. */
    LEADING_APOSTROPHE(text -> text.startsWith("'") ? text.substring(1) : text),
    /** {@code 128.00元}: the number. */
    YUAN_SUFFIX(text -> text.endsWith("元") ? inner(Patterns.YUAN, text) : text),
    /** {@code 1,299.00}: the number without separators. */
    THOUSANDS_SEPARATOR(Clean::joined),
    /** {@code 6.68%}: the ratio, {@code 0.0668}. */
    PERCENT(Clean::ratio);

    private final UnaryOperator<String> repair;

    Clean(UnaryOperator<String> repair) {
        this.repair = repair;
    }

    /** The cell after this repair. */
    public String apply(String cell) {
        return repair.apply(cell);
    }

    /** The word used in {@code feed.yml}: {@code excel_text_id}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String inner(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? matcher.group(1) : text;
    }

    private static String joined(String text) {
        boolean separated = text.indexOf(',') >= 0 || text.indexOf('，') >= 0;
        return separated && Patterns.THOUSANDS.matcher(text).matches()
                ? text.replace(",", "").replace("，", "")
                : text;
    }

    private static String ratio(String text) {
        Matcher matcher = Patterns.PERCENTAGE.matcher(text);
        return text.endsWith("%") && matcher.matches()
                ? new BigDecimal(matcher.group(1)).movePointLeft(2).toPlainString()
                : text;
    }

    /** Enum constants cannot name static fields of their own enum. */
    private static final class Patterns {
        static final Pattern TABS = Pattern.compile("\\t+$");
        static final Pattern EXCEL_TEXT = Pattern.compile("=\"(.*)\"", Pattern.DOTALL);
        static final Pattern YUAN = Pattern.compile("([+-]?[0-9][0-9,，]*(?:\\.[0-9]+)?)\\s*元");
        static final Pattern THOUSANDS = Pattern.compile("[+-]?[0-9]{1,3}(?:[,，][0-9]{3})+(?:\\.[0-9]+)?%?");
        static final Pattern PERCENTAGE = Pattern.compile("([+-]?[0-9]+(?:\\.[0-9]+)?)\\s*%");
    }
}
