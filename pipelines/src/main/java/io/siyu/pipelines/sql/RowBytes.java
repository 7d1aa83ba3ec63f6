package io.siyu.pipelines.sql;

import java.util.Arrays;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.unsafe.Platform;

/** Rows of one width one after the other, each behind its length: as Spark keeps them, so nothing is converted. */
final class RowBytes {
    private static final int LENGTH = Long.BYTES;

    private byte[] bytes;
    private int size;

    RowBytes() {
        this(new byte[0]);
    }

    /** @param bytes as {@link #bytes} gave them; kept, not copied */
    RowBytes(byte[] bytes) {
        this.bytes = bytes;
        this.size = bytes.length;
    }

    /** @throws ArithmeticException beyond 2 GiB */
    void add(UnsafeRow row) {
        int length = row.getSizeInBytes();
        makeRoom(LENGTH + length);
        Platform.putLong(bytes, Platform.BYTE_ARRAY_OFFSET + size, length);
        row.writeToMemory(bytes, Platform.BYTE_ARRAY_OFFSET + size + LENGTH);
        size += LENGTH + length;
    }

    /** @param others not used any more: their bytes may become these */
    void add(RowBytes others) {
        if (size == 0) {
            bytes = others.bytes;
            size = others.size;
            return;
        }
        makeRoom(others.size);
        System.arraycopy(others.bytes, 0, bytes, size, others.size);
        size += others.size;
    }

    byte[] bytes() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }

    /** Shows each row to {@code folded}: one object for all of them, whose texts stand as long as these bytes. */
    void foldInto(FoldedRows folded, int fields) {
        UnsafeRow row = new UnsafeRow(fields);
        int at = 0;
        while (at < size) {
            int length = (int) Platform.getLong(bytes, Platform.BYTE_ARRAY_OFFSET + at);
            row.pointTo(bytes, Platform.BYTE_ARRAY_OFFSET + at + LENGTH, length);
            folded.add(row);
            at += LENGTH + length;
        }
    }

    private void makeRoom(int more) {
        int needed = Math.addExact(size, more);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, size == 0 ? needed : Math.max(needed, (int) Math.min(2L * size, 1L << 30)));
        }
    }
}
