package io.siyu.pipelines.erase;

import io.siyu.pipelines.privacy.Tokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;

/**
 * A request to be forgotten, as it lands in {@code ods.id_erasure}.
 *
 * @param id {@code E20261120-1a2b3c4d}: its date and a hash of its tombstones, so that the same again is the same
 * @param rows a row per identifier: {@code request_id, id_type, tombstone, tombstone_any, requested_by, reason, requested_on}
 */
public record ErasureRequest(String id, List<List<String>> rows) {
    /** Columns of the rows. */
    public static final List<String> COLUMNS =
            List.of("request_id", "id_type", "tombstone", "tombstone_any", "requested_by", "reason", "requested_on");

    /**
     * Makes a request; no clear value is in it.
     *
     * @param nodes {@code kind|namespace|value}
     * @param date business date of the night that obeys first
     */
    public static ErasureRequest of(Tokens tokens, Collection<String> nodes, String by, String reason, LocalDate date) {
        List<List<String>> stones = new ArrayList<>();
        for (String node : new TreeSet<>(nodes)) {
            stones.add(List.of(
                    node.substring(0, node.indexOf('|')),
                    Tombstones.of(tokens, node),
                    Tombstones.of(tokens, Tombstones.anywhere(node))));
        }
        String id = "E" + date.toString().replace("-", "") + "-" + hash(stones.toString());
        List<List<String>> rows = stones.stream()
                .map(s -> List.of(id, s.get(0), s.get(1), s.get(2), by, reason, date.toString()))
                .toList();
        return new ErasureRequest(id, rows);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("a JDK without SHA-256", e);
        }
    }
}
