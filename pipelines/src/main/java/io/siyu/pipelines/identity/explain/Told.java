package io.siyu.pipelines.identity.explain;

import java.util.Locale;

/** Numbers in sentences. */
final class Told {
    private Told() {}

    /** {@code 1 record}, {@code 1,234 records}; of words whose plural ends in s. */
    static String count(long number, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
    }
}
