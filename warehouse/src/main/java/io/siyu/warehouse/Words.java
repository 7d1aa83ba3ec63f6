package io.siyu.warehouse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Small pieces of the sentences that errors are made of. */
public final class Words {
    private Words() {}

    /** {@code a, b, c}. */
    public static String list(Iterable<String> words) {
        return String.join(", ", words);
    }

    /** How many of something, {@code 1 tag}, {@code 2 tags}. */
    public static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** A path as a person would type it: relative to the working directory when it lies below it. */
    public static String path(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path full = file.toAbsolutePath().normalize();
        return (full.startsWith(here) ? here.relativize(full) : full).toString();
    }

    /** {@code ; did you mean 'x'?} when some candidate is close to {@code word}, else nothing. */
    public static String didYouMean(String word, Iterable<String> candidates) {
        return closest(word, candidates).map(c -> "; did you mean '" + c + "'?").orElse("");
    }

    private static Optional<String> closest(String word, Iterable<String> candidates) {
        List<String> near = new ArrayList<>();
        int best = Math.max(2, word.length() / 3) + 1;
        for (String candidate : candidates) {
            int distance = distance(word, candidate);
            if (distance < best) {
                best = distance;
                near.clear();
            }
            if (distance == best && near.isEmpty() && distance <= Math.max(2, word.length() / 3)) {
                near.add(candidate);
            }
        }
        return near.stream().findFirst();
    }

    /** Levenshtein distance, two rows at a time. */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int swap = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(swap, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
