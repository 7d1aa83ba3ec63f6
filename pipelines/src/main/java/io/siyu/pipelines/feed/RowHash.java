package io.siyu.pipelines.feed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 of a row's values: each value that is there, by column name, both with their length in bytes in front. Column
 * order does not matter, and a column added later leaves the hashes of rows without it as they were.
 */
final class RowHash {
    private final MessageDigest digest = sha256();
    private final ByteBuffer length = ByteBuffer.allocate(4);
    private final int[] order;
    private final byte[][] names;

    RowHash(List<String> columns) {
        this.order = IntStream.range(0, columns.size())
                .boxed()
                .sorted(Comparator.comparing(columns::get))
                .mapToInt(Integer::intValue)
                .toArray();
        this.names = columns.stream()
                .map(name -> name.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    /** The hash of values in column order, hexadecimal. */
    String of(@Nullable String[] values) {
        for (int i : order) {
            String value = values[i];
            if (value != null) {
                add(names[i]);
                add(value.getBytes(StandardCharsets.UTF_8));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void add(byte[] bytes) {
        length.clear();
        digest.update(length.putInt(bytes.length).array());
        digest.update(bytes);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
