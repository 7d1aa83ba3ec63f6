package io.siyu.pipelines.identity.link;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values as they are compared: full-width signs made narrow, lower case, one blank between words, words that mean nothing gone. */
final class NormalForm {
    /** What people and exports write for no value. */
    private static final Set<String> NOTHING =
            Set.of("", "null", "none", "nan", "n/a", "na", "unknown", "-", "--", "未知", "无", "不详");

    private static final Pattern YEAR_FIRST =
            Pattern.compile("((?:1[89]|20)\\d\\d)\\D*(\\d\\d?)\\D+(\\d\\d?)\\D*(?:[ t].*)?");
    private static final Pattern EIGHT = Pattern.compile("((?:1[89]|20)\\d\\d)(\\d\\d)(\\d\\d)");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d\\d?)\\D+(\\d\\d?)\\D+((?:1[89]|20)\\d\\d)");

    /** Where a number meets Chinese: 世纪大道100号 is three words. */
    private static final Pattern BETWEEN = Pattern.compile("(?<=\\p{IsHan})(?=[0-9])|(?<=[0-9])(?=\\p{IsHan})");

    private static final Pattern NO_SIGN = Pattern.compile("[^\\p{L}\\p{N}*]+");
    private static final Pattern APOSTROPHE = Pattern.compile("['’`]");
    private static final Pattern NO_DIGIT = Pattern.compile("\\D+");
    private static final Pattern NO_DIGIT_NOR_STAR = Pattern.compile("[^0-9*]+");
    private static final Pattern CHINESE_MOBILE = Pattern.compile("(00)?86[1*].{10}");
    private static final Pattern STARS = Pattern.compile("\\*+");

    private NormalForm() {}

    static @Nullable String of(Kind kind, @Nullable String value) {
        if (value == null) {
            return null;
        }
        String text = Normalizer.normalize(value, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip();
        if (NOTHING.contains(text)) {
            return null;
        }
        String normal = switch (kind) {
            case GIVEN, SURNAME, NAME, PLACE -> words(text);
            case DATE -> date(text);
            case PHONE -> phone(NO_DIGIT_NOR_STAR.matcher(text).replaceAll(""));
            case EMAIL -> text.replace(" ", "");
            case CODE, NUMBER -> NO_SIGN.matcher(text).replaceAll("");
            case ADDRESS, TEXT -> text(text);
            case EXACT -> text;
        };
        return NOTHING.contains(normal)
                        || normal.equals("|")
                        || STARS.matcher(normal).matches()
                ? null
                : normal;
    }

    private static String words(String text) {
        String whole = APOSTROPHE.matcher(text).replaceAll("");
        return NO_SIGN.matcher(whole).replaceAll(" ").strip();
    }

    /** {@code yyyyMMdd} when the text is a date, whichever way it is written; else its digits. */
    private static String date(String text) {
        Matcher eight = EIGHT.matcher(text);
        if (eight.matches()) {
            return text;
        }
        Matcher first = YEAR_FIRST.matcher(text);
        if (first.matches()) {
            return first.group(1) + two(first.group(2)) + two(first.group(3));
        }
        Matcher last = YEAR_LAST.matcher(text);
        if (last.matches()) {
            boolean dayFirst = Integer.parseInt(last.group(2)) <= 12;
            return last.group(3) + two(last.group(dayFirst ? 2 : 1)) + two(last.group(dayFirst ? 1 : 2));
        }
        return NO_DIGIT.matcher(text).replaceAll("");
    }

    private static String two(String number) {
        return number.length() == 1 ? "0" + number : number;
    }

    /** Without the country code and the zeros of an international call before a Chinese mobile. */
    private static String phone(String digits) {
        return CHINESE_MOBILE.matcher(digits).matches() ? digits.substring(digits.length() - 11) : digits;
    }

    /** Words, a bar, numbers. */
    private static String text(String text) {
        StringBuilder words = new StringBuilder();
        StringBuilder numbers = new StringBuilder();
        String apart = BETWEEN.matcher(text).replaceAll(" ");
        for (String word : words(apart).split(" ", -1)) {
            boolean number = !word.isEmpty() && Character.isDigit(word.charAt(0));
            StringBuilder to = number ? numbers : words;
            to.append(to.isEmpty() ? "" : " ").append(word);
        }
        return words.append(TextMeasure.BAR).append(numbers).toString();
    }
}
