package io.siyu.pipelines.identity.link;

import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** String distances that several measures need, over Apache Commons Text. */
final class Likeness {
    private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();
    private static final LevenshteinDistance UP_TO_TWO = new LevenshteinDistance(2);

    private Likeness() {}

    /** Jaro and Winkler's similarity, 0 to 1; it does not depend on the order of its arguments. */
    static double jaroWinkler(String a, String b) {
        boolean ordered = a.length() < b.length() || (a.length() == b.length() && a.compareTo(b) <= 0);
        return ordered ? JARO_WINKLER.apply(a, b) : JARO_WINKLER.apply(b, a);
    }

    /** Slips of the pen between two texts, 0 to 2, or 3 for more; two neighbours in each other's place are one slip. */
    static int slips(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 2) {
            return 3;
        }
        int distance = UP_TO_TWO.apply(a, b);
        if (distance < 0) {
            return 3;
        }
        return distance == 2 && swapped(a, b) ? 1 : distance;
    }

    /** Whether the texts differ in two neighbours that changed places, and in nothing else. */
    static boolean swapped(String a, String b) {
        if (a.length() != b.length()) {
            return false;
        }
        int first = 0;
        while (first < a.length() && a.charAt(first) == b.charAt(first)) {
            first++;
        }
        return first + 1 < a.length()
                && a.charAt(first) == b.charAt(first + 1)
                && a.charAt(first + 1) == b.charAt(first)
                && a.regionMatches(first + 2, b, first + 2, a.length() - first - 2);
    }

    /**
     * Whether one text is a mask of the other: {@code 李**} of 李小明, {@code 138****1234} of a number, {@code t***8} of a
     * nickname. What stands before and after the stars must agree; a run of stars stands for any run of at least one sign.
     */
    static boolean masks(String a, String b) {
        int star = a.indexOf('*');
        int starToo = b.indexOf('*');
        if (star < 0 && starToo < 0) {
            return false;
        }
        int head = Math.min(star < 0 ? starToo : star, starToo < 0 ? star : starToo);
        int tail = Math.min(star < 0 ? tail(b) : tail(a), starToo < 0 ? tail(a) : tail(b));
        return head + tail > 0
                && longer(a, star < 0 ? head + tail : 0)
                && longer(b, starToo < 0 ? head + tail : 0)
                && a.regionMatches(0, b, 0, head)
                && a.regionMatches(a.length() - tail, b, b.length() - tail, tail);
    }

    private static boolean longer(String text, int shown) {
        return text.length() > shown;
    }

    private static int tail(String mask) {
        return mask.length() - mask.lastIndexOf('*') - 1;
    }
}
