package io.siyu.pipelines.identity.link;

import java.util.List;

/** Codes that are typed or scanned sign by sign: identity numbers, card numbers, post codes, house numbers. */
final class CodeMeasure implements Measure {
    @Override
    public List<String> labels() {
        return List.of("differs", "two slips", "one slip", "same");
    }

    @Override
    public int level(String a, String b) {
        if (a.equals(b)) {
            return 3;
        }
        int longest = Math.max(a.length(), b.length());
        int slips = Likeness.slips(a, b);
        return slips == 1 && longest >= 3 ? 2 : slips == 2 && longest >= 6 ? 1 : 0;
    }

    @Override
    public int alike() {
        return 3;
    }
}
