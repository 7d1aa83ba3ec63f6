package io.siyu.pipelines.identity.link;

import java.util.List;
import java.util.stream.IntStream;

/** Telephone numbers as digits; stars stand for digits that a platform hid. */
final class PhoneMeasure implements Measure {
    /** Digits of a number without its area and country. */
    private static final int LOCAL = 7;

    /** Digits that most masks leave at the end. */
    private static final int TAIL = 4;

    @Override
    public List<String> labels() {
        return List.of(
                "differs",
                "mask fits, up to three digits",
                "mask fits, four to six digits",
                "mask fits, seven digits",
                "one slip",
                "same without area code",
                "same");
    }

    @Override
    public int level(String a, String b) {
        if (a.indexOf('*') >= 0 || b.indexOf('*') >= 0) {
            return Likeness.masks(a, b) ? masked(shown(a, b)) : 0;
        }
        if (a.equals(b)) {
            return 6;
        }
        if (a.length() != b.length()
                && a.length() >= LOCAL
                && b.length() >= LOCAL
                && (a.endsWith(b) || b.endsWith(a))) {
            return 5;
        }
        return Likeness.slips(a, b) == 1 ? 4 : 0;
    }

    @Override
    public int alike() {
        return 5;
    }

    private static int masked(int digits) {
        return digits >= LOCAL ? 3 : digits >= TAIL ? 2 : 1;
    }

    /** Digits that both show at the same place. */
    private static int shown(String a, String b) {
        return (int) IntStream.range(0, Math.min(a.length(), b.length()))
                .filter(i -> a.charAt(i) != '*' && a.charAt(i) == b.charAt(i))
                .count();
    }
}
