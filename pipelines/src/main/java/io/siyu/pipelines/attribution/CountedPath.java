package io.siyu.pipelines.attribution;

import java.math.BigDecimal;
import java.util.List;

/**
 * A path and what came of those who walked it.
 *
 * @param touches channels in the order they were met, at least one
 * @param conversions how many conversions ended it
 * @param value what these were worth together, in the caller's unit (a night: fen); exact; nought without conversions
 * @param nulls how many walked it and did not convert
 */
public record CountedPath(List<String> touches, long conversions, BigDecimal value, long nulls) {
    public CountedPath {
        touches = List.copyOf(touches);
        if (touches.isEmpty() || conversions < 0 || nulls < 0 || (conversions == 0 && value.signum() != 0)) {
            throw new IllegalArgumentException(
                    "a path has touches, no negative count, and no value without conversions: " + touches + " "
                            + conversions + " " + value + " " + nulls);
        }
    }

    /** All who walked it. */
    long journeys() {
        return conversions + nulls;
    }
}
