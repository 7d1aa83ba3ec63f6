package io.siyu.pipelines.identity.decide;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A row of a file of decisions.
 *
 * @param row 1 for the first below the header
 * @param left an identifier as {@code type|namespace|value}, or a OneID
 * @param right another
 * @param decision {@code same} or {@code different}
 * @param by who decided
 * @param reason why; empty when nobody says
 */
public record Decision(int row, String left, String right, String decision, String by, String reason) {
    /** Columns of the file, in any order; {@code reason} may be missing. */
    public static final List<String> COLUMNS = List.of("left_id", "right_id", "decision", "decided_by", "reason");

    /** The same with both identifiers written another way. */
    public Decision of(UnaryOperator<String> id) {
        return new Decision(row, id.apply(left), id.apply(right), decision, by, reason);
    }

    boolean isSame() {
        return decision.equals("same");
    }
}
