package io.siyu.pipelines.identity.link;

import java.util.List;

/** Mail addresses in lower case. */
final class EmailMeasure implements Measure {
    private static final double CLOSE = 0.92;
    private static final double LIKE = 0.85;

    @Override
    public List<String> labels() {
        return List.of("differs", "like (Jaro-Winkler 0.85)", "close, or same before the @", "same");
    }

    @Override
    public int level(String a, String b) {
        if (a.equals(b)) {
            return 3;
        }
        int user = a.indexOf('@');
        if (user > 2 && user == b.indexOf('@') && a.regionMatches(0, b, 0, user)) {
            return 2;
        }
        double likeness = Likeness.jaroWinkler(a, b);
        return likeness >= CLOSE || Likeness.slips(a, b) <= 2 ? 2 : likeness >= LIKE ? 1 : 0;
    }

    @Override
    public int alike() {
        return 3;
    }
}
