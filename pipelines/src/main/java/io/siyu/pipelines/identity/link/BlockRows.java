package io.siyu.pipelines.identity.link;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Makes a row of each block from {@code rule, key, person} sorted by the first two. Of a block that is too large the people are counted
 * and let go.
 */
record BlockRows(int largest) implements MapPartitionsFunction<Row, Row> {
    static final StructType SHAPE = StructType.fromDDL("rule INT, key STRING, n BIGINT, people ARRAY<BINARY>");

    @Override
    public Iterator<Row> call(Iterator<Row> sorted) {
        return new Grouped(sorted);
    }

    private final class Grouped implements Iterator<Row> {
        private final Iterator<Row> sorted;
        private @Nullable Row first;
        private @Nullable Row block;

        Grouped(Iterator<Row> sorted) {
            this.sorted = sorted;
            this.first = following();
            this.block = nextBlock();
        }

        @Override
        public boolean hasNext() {
            return block != null;
        }

        @Override
        public Row next() {
            Row found = block;
            if (found == null) {
                throw new NoSuchElementException("all blocks are told");
            }
            block = nextBlock();
            return found;
        }

        private @Nullable Row nextBlock() {
            Row found = null;
            while (first != null && found == null) {
                found = grouped(first);
            }
            return found;
        }

        /** The block of {@code start} and of all rows like it; null when there is none. */
        private @Nullable Row grouped(Row start) {
            List<byte[]> people = new ArrayList<>();
            long n = 0;
            Row row = start;
            while (row != null && isAlike(start, row)) {
                if (++n <= largest) {
                    people.add(row.getAs(2));
                } else {
                    people.clear();
                }
                row = following();
            }
            first = row;
            return n < 2
                    ? null
                    : RowFactory.create(
                            start.getInt(0),
                            start.getString(1),
                            n,
                            n <= largest ? people.toArray(byte[][]::new) : null);
        }

        private @Nullable Row following() {
            return sorted.hasNext() ? sorted.next() : null;
        }
    }

    private static boolean isAlike(Row a, Row b) {
        return a.getInt(0) == b.getInt(0) && a.getString(1).equals(b.getString(1));
    }
}
