package io.siyu.pipelines.identity.link;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Texts of several words: addresses, names of organisations. Their normal form is the words in their order, a bar, the numbers in
 * their order. A house number decides: a street with another number is another address however alike the texts look.
 */
final class TextMeasure implements Measure {
    /** Between the words and the numbers of a text's normal form. */
    static final char BAR = '|';

    private static final double CLOSE = 0.9;
    private static final double HALF = 0.5;

    @Override
    public List<String> labels() {
        return List.of(
                "differs", "alike, numbers differ", "half the words", "close, numbers agree", "same words", "same");
    }

    @Override
    public int level(String a, String b) {
        if (a.equals(b)) {
            return 5;
        }
        int ends = a.lastIndexOf(BAR);
        int endsToo = b.lastIndexOf(BAR);
        String words = a.substring(0, ends);
        String wordsToo = b.substring(0, endsToo);
        boolean agree = a.substring(ends).equals(b.substring(endsToo));
        double shared = shared(words, wordsToo);
        if (agree && shared == 1) {
            return 4;
        }
        boolean close = Likeness.jaroWinkler(words, wordsToo) >= CLOSE || shared >= 0.75;
        if (close) {
            return agree ? 3 : 1;
        }
        return agree && shared >= HALF ? 2 : 0;
    }

    @Override
    public int alike() {
        return 3;
    }

    /** Words in both over words in either (Jaccard). */
    private static double shared(String a, String b) {
        Set<String> words = new HashSet<>(Arrays.asList(a.split(" ", -1)));
        Set<String> wordsToo = new HashSet<>(Arrays.asList(b.split(" ", -1)));
        int all = words.size() + wordsToo.size();
        words.retainAll(wordsToo);
        return words.isEmpty() ? 0 : (double) words.size() / (all - words.size());
    }
}
