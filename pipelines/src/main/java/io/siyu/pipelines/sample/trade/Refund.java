package io.siyu.pipelines.sample.trade;

/**
 * Money that goes back, for one line.
 *
 * @param line the line's place in its order, from 0
 * @param succeededAt {@link io.siyu.pipelines.sample.chance.Dates#NEVER} for a refund that was withdrawn
 */
public record Refund(String id, int line, int quantity, long fen, long appliedAt, long succeededAt) {
    public boolean hasSucceededBy(long at) {
        return succeededAt <= at;
    }
}
