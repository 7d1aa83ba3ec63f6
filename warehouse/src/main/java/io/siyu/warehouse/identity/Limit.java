package io.siyu.warehouse.identity;

import io.siyu.warehouse.Doc;
import java.util.Map;
import java.util.Set;

/**
 * How many are too many.
 *
 * @param most the greatest number that is allowed, 1 or more
 * @param days counted within so many days; 0 for ever
 */
public record Limit(int most, int days) {
    private static final Set<String> KEYS = Set.of("most", "days");

    /** A mapping with {@code most} and perhaps {@code days}, or the number alone. */
    static Limit read(Doc doc) {
        if (!doc.isMapping()) {
            return new Limit(within(doc, 1), 0);
        }
        Map<String, Doc> keys = doc.map(KEYS);
        Doc days = keys.get("days");
        return new Limit(within(Doc.need(keys, "most", doc), 1), days == null ? 0 : within(days, 1));
    }

    static int within(Doc at, int least) {
        if (at.number() < least || at.number() > 1_000_000) {
            throw at.invalid("a number of " + at.number(), least + " to 1000000");
        }
        return (int) at.number();
    }
}
