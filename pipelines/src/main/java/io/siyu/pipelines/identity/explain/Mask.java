package io.siyu.pipelines.identity.explain;

/** Personal values with their middle hidden: enough to tell two apart, too little to use. */
final class Mask {
    private static final String STARS = "****";

    private Mask() {}

    /** {@code 138****5678}; of a value of ten letters or fewer two at each end, of five or fewer the first; of mail the site stays. */
    static String of(String value) {
        int at = value.lastIndexOf('@');
        if (at > 0) {
            return value.charAt(0) + STARS + value.substring(at);
        }
        int[] letters = value.codePoints().toArray();
        int head = letters.length > 10 ? 3 : letters.length > 5 ? 2 : Math.min(1, letters.length);
        int tail = letters.length > 10 ? 4 : letters.length > 5 ? 2 : 0;
        return new String(letters, 0, head) + STARS + new String(letters, letters.length - tail, tail);
    }
}
