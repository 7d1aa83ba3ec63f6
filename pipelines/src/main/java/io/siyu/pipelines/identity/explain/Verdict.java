package io.siyu.pipelines.identity.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why two identifiers are not one customer. */
sealed interface Verdict {
    /** They are. */
    record One(String oneid) implements Verdict {}

    /**
     * Edges connect them, and a limit refused some.
     *
     * @param path from one to the other over as few refused ties as there are
     * @param refusals those of the path that were refused, in its order
     */
    record Refused(List<Tie> path, List<Refusal> refusals) implements Verdict {}

    /**
     * A value was theirs one after the other (号码回收).
     *
     * @param earlier node of the earlier owner
     * @param later node of the later one, with the day
     */
    record Recycled(String earlier, String later) implements Verdict {}

    /** Edges that would connect them merge nobody. */
    record Dropped(List<Lost> edges) implements Verdict {}

    /** No identifier was seen with both. */
    record Nothing() implements Verdict {}

    /**
     * An edge that was not admitted.
     *
     * @param limitKey type and namespace of which a customer would have too many values
     * @param limitLeft the first such value on one side
     * @param limitRight the first on the other
     */
    record Refusal(Tie tie, String limitKey, String limitLeft, String limitRight) {}

    /**
     * An edge of {@code dwd.id_edge} that may not merge.
     *
     * @param strength S, M or W
     * @param evidence {@code source|record}
     * @param lastSeen date, ISO
     * @param retractedOn date, ISO; null while it holds
     * @param retractedBy unbound or erased
     * @param bad the end that is a bad value, of two the left one
     * @param reason of the bad value, as {@code dim.id_bad_value} names it
     * @param shown what shows it
     */
    record Lost(
            String left,
            String right,
            String strength,
            String sources,
            String evidence,
            @Nullable String lastSeen,
            @Nullable String retractedOn,
            @Nullable String retractedBy,
            @Nullable String bad,
            @Nullable String reason,
            @Nullable String shown) {}
}
