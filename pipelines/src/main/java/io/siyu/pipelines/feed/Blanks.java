package io.siyu.pipelines.feed;

/**
 * What counts as blank around a cell: white space, and the wide, unbreakable and invisible blanks of Chinese exports.
 * Tabs are not trimmed: a feed that has them says {@code trailing_tab}.
 */
final class Blanks {
    private Blanks() {}

    /** The text without blanks at either end. */
    static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Whether nothing but blanks is there. */
    static boolean only(String text) {
        return text.chars().allMatch(c -> c == '\t' || isBlank((char) c));
    }

    private static boolean isBlank(char c) {
        return (c <= ' ' && c != '\t') || c == '\u00A0' || c == '\u3000' || c == '\uFEFF' || c == '\u200B';
    }
}
