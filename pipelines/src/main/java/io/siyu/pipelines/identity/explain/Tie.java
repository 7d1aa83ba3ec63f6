package io.siyu.pipelines.identity.explain;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Two identifiers that a source saw together, as {@code dim.id_link} has them: an edge that may merge; or
 * a likely link (L) between two that no source saw together, as {@code dim.link_review} has it.
 *
 * @param left node key {@code type|namespace|value}, from the second owner of a value on with {@code @date}
 * @param right the other
 * @param strength S, M or L
 * @param priority 0 to 100, the greater is believed first; of a likely link its weight in bits
 * @param sources who says so, by comma
 * @param evidence {@code source|record} that shows it; of a likely link what each comparison adds
 * @param sightings how many records say so
 * @param firstSeen date, ISO; null when no source knows
 * @param lastSeen date, ISO
 */
public record Tie(
        String left,
        String right,
        String strength,
        int priority,
        String sources,
        String evidence,
        long sightings,
        @Nullable String firstSeen,
        @Nullable String lastSeen) {

    /** By what it is worth alone: S before M before L, then the greater priority. Different ties may be worth the same. */
    static final Comparator<Tie> WORTH = Comparator.comparingInt(Tie::worth).reversed();

    /** The most telling first, then by content: a total order. */
    static final Comparator<Tie> ORDER = WORTH.thenComparing(
                    Comparator.comparingLong(Tie::sightings).reversed())
            .thenComparing(t -> t.lastSeen == null ? "" : t.lastSeen, Comparator.reverseOrder())
            .thenComparing(Tie::left)
            .thenComparing(Tie::right);

    /** 1 to 101 for L, 102 to 202 for M, 203 to 303 for S. */
    int worth() {
        return 1
                + priority
                + switch (strength) {
                    case "S" -> 202;
                    case "M" -> 101;
                    default -> 0;
                };
    }

    /** The end that is not this one. */
    String other(String node) {
        return node.equals(left) ? right : left;
    }

    boolean isLikely() {
        return strength.equals(Likely.STRENGTH);
    }

    boolean touches(String node) {
        return node.equals(left) || node.equals(right);
    }
}
