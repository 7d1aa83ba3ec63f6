package io.siyu.pipelines.value.table;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * When the next purchase comes. The logarithm of no purchase falls almost evenly with the days, so that a straight line tells where to
 * look next; every other look halves what is left. What one level was looked up for is known to the next.
 */
final class NextPurchase {
    private final IntToDoubleFunction none;
    private final int longest;

    /** Minus the logarithm of the probability of no purchase, by days. */
    private final NavigableMap<Integer, Double> fallen = new TreeMap<>();

    /**
     * @param longest days beyond which nobody asks
     * @param noneAtAll probability of no purchase within them
     * @param none the same within fewer days; falls with them
     */
    NextPurchase(int longest, double noneAtAll, IntToDoubleFunction none) {
        this.longest = longest;
        this.none = none;
        fallen.put(0, 0.0);
        fallen.put(longest, -Math.log(noneAtAll));
    }

    /** The least whole days within which a purchase comes with this probability; null when the longest are not enough. */
    @Nullable
    Integer within(double level) {
        double goal = -Math.log1p(-level);
        if (at(longest) < goal) {
            return null;
        }
        int high = fallen.entrySet().stream()
                .filter(known -> known.getValue() >= goal)
                .mapToInt(Map.Entry::getKey)
                .min()
                .orElseThrow();
        int low = fallen.lowerKey(high);
        for (boolean halves = false; high - low > 1; halves = !halves) {
            double share = halves ? 0.5 : (goal - at(low)) / (at(high) - at(low));
            int look = Math.max(low + 1, Math.min(high - 1, low + (int) Math.round(share * (high - low))));
            if (at(look) < goal) {
                low = look;
            } else {
                high = look;
            }
        }
        return high;
    }

    private double at(int days) {
        return fallen.computeIfAbsent(days, d -> -Math.log(none.applyAsDouble(d)));
    }
}
