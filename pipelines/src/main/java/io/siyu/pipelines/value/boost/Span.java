package io.siyu.pipelines.value.boost;

import io.siyu.pipelines.value.clock.Clock;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * Days held out after an origin, and what is to be said of them. Trees are trained one span earlier: on features as of
 * {@code origin - days}, and what came until the origin.
 *
 * @param origin the last day that is seen
 * @param days held out after it
 * @param clock as it was known at the origin
 * @param perDay what a purchase day of a customer is expected to come to
 */
public record Span(LocalDate origin, int days, Clock clock, PerDay perDay) implements Serializable {

    /** Expected fen of a purchase day. */
    @FunctionalInterface
    public interface PerDay extends Serializable {
        /** After so many purchase days with so many fen in all. */
        double after(int days, double fen);
    }

    /** The last day that features of the training see. */
    LocalDate trainedAt() {
        return origin.minusDays(days);
    }

    /** How much longer the days held out are than those of the training, on the season's clock, as a logarithm. */
    double longer() {
        double before = clock.weeks(trainedAt(), origin);
        double after = clock.weeks(origin, origin.plusDays(days));
        return before > 0 && after > 0 ? Math.log(after / before) : 0;
    }
}
