package io.siyu.pipelines.identity.link;

import java.util.List;

/** Names of persons and places, Chinese or Latin, whole, masked or cut to an initial. */
final class NameMeasure implements Measure {
    private static final double CLOSE = 0.92;
    private static final double LIKE = 0.82;

    @Override
    public List<String> labels() {
        return List.of(
                "differs",
                "mask or initial fits",
                "like (Jaro-Winkler 0.82, or one sign)",
                "close (Jaro-Winkler 0.92)",
                "same");
    }

    @Override
    public int level(String a, String b) {
        if (a.indexOf('*') >= 0 || b.indexOf('*') >= 0) {
            return Likeness.masks(a, b) ? 1 : 0;
        }
        if (a.equals(b)) {
            return 4;
        }
        if (initial(a, b)) {
            return 1;
        }
        double likeness = Likeness.jaroWinkler(a, b);
        return likeness >= CLOSE ? 3 : likeness >= LIKE || oneSign(a, b) ? 2 : 0;
    }

    @Override
    public int alike() {
        return 2;
    }

    /** Chinese names are so short that one wrong sign of three makes them unlike. */
    private static boolean oneSign(String a, String b) {
        return a.length() == b.length() && a.length() >= 3 && Likeness.slips(a, b) == 1;
    }

    private static boolean initial(String a, String b) {
        boolean one = a.length() == 1 || b.length() == 1;
        return one && a.charAt(0) == b.charAt(0) && a.charAt(0) < '\u0250';
    }
}
