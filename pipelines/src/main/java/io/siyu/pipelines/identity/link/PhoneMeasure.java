package io.siyu.pipelines.identity.link;

import java.util.List;

/** Telephone numbers as digits; stars stand for digits that a platform hid. */
final class PhoneMeasure implements Measure {
    /** Digits of a number without its area and country. */
    private static final int LOCAL = 7;

    @Override
    public List<String> labels() {
        return List.of("differs", "mask fits", "one slip", "same without area code", "same");
    }

    @Override
    public int level(String a, String b) {
        if (a.indexOf('*') >= 0 || b.indexOf('*') >= 0) {
            return Likeness.masks(a, b) ? 1 : 0;
        }
        if (a.equals(b)) {
            return 4;
        }
        if (a.length() != b.length()
                && a.length() >= LOCAL
                && b.length() >= LOCAL
                && (a.endsWith(b) || b.endsWith(a))) {
            return 3;
        }
        return Likeness.slips(a, b) == 1 ? 2 : 0;
    }

    @Override
    public int alike() {
        return 3;
    }
}
