package io.siyu.pipelines.tag.audience;

import io.siyu.warehouse.tag.ConditionTree.Comparison;
import java.util.HashMap;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/** The slices of one column, those of all blocks put together; {@link BlockSlices} says what they mean. */
final class ColumnSets {
    private final Map<String, RoaringBitmap> slices = new HashMap<>();

    /** Adds a block's part of a slice. */
    void add(String slice, RoaringBitmap part) {
        of(slice).or(part);
    }

    /** Of whom it is not null. */
    RoaringBitmap known() {
        return of(BlockSlices.KNOWN);
    }

    /** Whether it has more values than sets are kept of. */
    boolean isOpen() {
        return slices.containsKey(BlockSlices.MANY);
    }

    /** Of whom it is this value. */
    RoaringBitmap value(String value) {
        return of(BlockSlices.valueName(value));
    }

    /**
     * Of whom a number or date stands so to another: from the highest bit down, those still equal part into below, above and
     * equal (O'Neil and Quass, "Improved query performance with variant indexes", SIGMOD 1997).
     */
    RoaringBitmap ordered(Comparison how, long literal) {
        long bits = BlockSlices.ordered(literal);
        RoaringBitmap equal = known().clone();
        RoaringBitmap found = new RoaringBitmap();
        for (int bit = Long.SIZE - 1; bit >= 0; bit--) {
            RoaringBitmap slice = of(BlockSlices.bitName(bit));
            boolean isSet = (bits >>> bit & 1) == 1;
            if (isSet && how == Comparison.LESS) {
                found.or(RoaringBitmap.andNot(equal, slice));
            } else if (!isSet && how == Comparison.GREATER) {
                found.or(RoaringBitmap.and(equal, slice));
            }
            if (isSet) {
                equal.and(slice);
            } else {
                equal.andNot(slice);
            }
        }
        return how == Comparison.EQUAL ? equal : found;
    }

    private RoaringBitmap of(String slice) {
        return slices.computeIfAbsent(slice, any -> new RoaringBitmap());
    }
}
