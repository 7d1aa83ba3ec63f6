package io.siyu.pipelines.sample.chance;

/** Opaque identifiers, and numbers of fixed width. */
public final class Codes {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private Codes() {}

    /** A text of {@code length} letters that belongs to a place alone. */
    public static String letters(long seed, long purpose, long number, int length) {
        Draw draw = Draw.at(seed, purpose, number);
        char[] text = new char[length];
        long bits = 0;
        for (int i = 0; i < length; i++) {
            if (i % 10 == 0) {
                bits = draw.next();
            }
            text[i] = LETTERS.charAt((int) (bits & 63));
            bits >>>= 6;
        }
        return new String(text);
    }

    /** The number with zeros in front. */
    public static String padded(long number, int width) {
        String text = Long.toString(number);
        return "0".repeat(Math.max(0, width - text.length())) + text;
    }
}
