package io.siyu.pipelines.attribution;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;

/** Another way to tell a path: which of its touches count. Touches in, at least one touch out. */
@FunctionalInterface
public interface PathTransform {
    /** The touches that count. */
    List<String> of(List<String> touches);

    /** As it was walked. */
    static PathTransform all() {
        return touches -> touches;
    }

    /** Touches of one channel in a row are one: D A B B C D C C becomes D A B C D C. */
    static PathTransform exposure() {
        return touches -> {
            List<String> kept = new ArrayList<>();
            for (String touch : touches) {
                if (kept.isEmpty() || !kept.get(kept.size() - 1).equals(touch)) {
                    kept.add(touch);
                }
            }
            return kept;
        };
    }

    /** Every channel once, where it was first met: D A B B C D C C becomes D A B C. */
    static PathTransform first() {
        return touches -> List.copyOf(new LinkedHashSet<>(touches));
    }

    /** The set of channels, without an order: D A B B C D C C becomes A B C D. */
    static PathTransform unique() {
        return touches -> List.copyOf(new TreeSet<>(touches));
    }

    /** Without touches of a channel at the end, unless there are no others: of direct visits, those that only close. */
    static PathTransform removeIfLast(String channel) {
        return touches -> {
            int end = touches.size();
            while (end > 0 && touches.get(end - 1).equals(channel)) {
                end--;
            }
            return end == 0 ? touches : touches.subList(0, end);
        };
    }

    /** Without any touch of a channel, unless there are no others. */
    static PathTransform remove(String channel) {
        return touches -> {
            List<String> kept =
                    touches.stream().filter(touch -> !touch.equals(channel)).toList();
            return kept.isEmpty() ? touches : kept;
        };
    }

    /** The last {@code n} touches, n at least 1. */
    static PathTransform newest(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("a path keeps at least one touch, not " + n);
        }
        return touches -> touches.subList(Math.max(0, touches.size() - n), touches.size());
    }
}
