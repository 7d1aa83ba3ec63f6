package io.siyu.pipelines.tag.audience;

import java.nio.ByteBuffer;
import java.sql.Date;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.roaringbitmap.RoaringBitmap;

/**
 * The slices of one block of customers. Of every column: {@link #KNOWN}, of whom it is not null; of a truth value
 * {@code =true}; of a text {@code =<value>} for each of its values, or {@link #MANY} alone when there are too many; of a
 * whole number or a date (days since 1970) {@code #<bit>}, who has this bit, the sign turned so that bits order as values do.
 */
final class BlockSlices {
    static final String KNOWN = "known";
    static final String MANY = "many";

    private static final int MOST_VALUES = 64;

    private final StructType columns;
    private final int from;
    private final int width;
    private final RoaringBitmap[] known;
    private final RoaringBitmap[][] bits;
    private final List<Map<String, RoaringBitmap>> values = new ArrayList<>();
    private int added;

    /** @param from number of the first customer */
    BlockSlices(StructType columns, int from, int width) {
        this.columns = columns;
        this.from = from;
        this.width = width;
        this.known = new RoaringBitmap[columns.length()];
        this.bits = new RoaringBitmap[columns.length()][];
        for (int i = 0; i < columns.length(); i++) {
            known[i] = new RoaringBitmap();
            bits[i] = isOrdered(columns.apply(i).dataType()) ? slices() : new RoaringBitmap[0];
            values.add(new TreeMap<>());
        }
    }

    /** Whether a column has slices: floating-point numbers have none. */
    private static boolean isSliced(DataType type) {
        return type.equals(DataTypes.StringType) || type.equals(DataTypes.BooleanType) || isOrdered(type);
    }

    private static boolean isOrdered(DataType type) {
        return type.equals(DataTypes.IntegerType) || type.equals(DataTypes.LongType) || type.equals(DataTypes.DateType);
    }

    /** Adds the next customer; columns beyond the table's own are not looked at. */
    void add(Row row) {
        if (added == width) {
            throw new IllegalStateException("more than " + width + " customers have one hash");
        }
        int customer = from + added++;
        for (int i = 0; i < columns.length(); i++) {
            if (!row.isNullAt(i) && isSliced(columns.apply(i).dataType())) {
                known[i].add(customer);
                add(i, row.get(i), customer);
            }
        }
    }

    private void add(int column, Object value, int customer) {
        if (bits[column].length > 0) {
            long ordered = ordered(value);
            while (ordered != 0) {
                bits[column][Long.numberOfTrailingZeros(ordered)].add(customer);
                ordered &= ordered - 1;
            }
            return;
        }
        Map<String, RoaringBitmap> of = values.get(column);
        if (of.size() <= MOST_VALUES && !Boolean.FALSE.equals(value)) {
            of.computeIfAbsent(value.toString(), any -> new RoaringBitmap()).add(customer);
        }
    }

    /** A value as bits that order, read as an unsigned number, as the values do. */
    private static long ordered(Object value) {
        return ordered(value instanceof Date date ? date.toLocalDate().toEpochDay() : ((Number) value).longValue());
    }

    /** A whole number as bits that order, read as an unsigned number, as the numbers do. */
    static long ordered(long value) {
        return value ^ Long.MIN_VALUE;
    }

    /** Its rows, by column and slice; empty sets have none. */
    Iterator<Row> rows(int block) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < columns.length(); i++) {
            String tag = columns.apply(i).name();
            add(rows, tag, KNOWN, block, known[i]);
            for (int bit = 0; bit < bits[i].length; bit++) {
                add(rows, tag, bitName(bit), block, bits[i][bit]);
            }
            if (values.get(i).size() > MOST_VALUES) {
                add(rows, tag, MANY, block, known[i]);
            } else {
                values.get(i).forEach((value, set) -> add(rows, tag, valueName(value), block, set));
            }
        }
        return rows.iterator();
    }

    static String bitName(int bit) {
        return "#" + bit;
    }

    static String valueName(String value) {
        return "=" + value;
    }

    private static void add(List<Row> rows, String tag, String slice, int block, RoaringBitmap set) {
        if (set.isEmpty()) {
            return;
        }
        set.runOptimize();
        ByteBuffer bytes = ByteBuffer.allocate(set.serializedSizeInBytes());
        set.serialize(bytes);
        rows.add(RowFactory.create(tag, slice, block, set.getCardinality(), bytes.array()));
    }

    private static RoaringBitmap[] slices() {
        RoaringBitmap[] slices = new RoaringBitmap[Long.SIZE];
        Arrays.setAll(slices, bit -> new RoaringBitmap());
        return slices;
    }
}
