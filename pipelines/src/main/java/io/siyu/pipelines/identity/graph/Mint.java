package io.siyu.pipelines.identity.graph;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Ids from content: U and twelve signs of Crockford's base 32 (no I, L, O, U), the first 60 bits of SHA-256 over a node key and
 * a number. Node keys must not be guessable values in clear: whoever can guess one can tell its id.
 */
final class Mint {
    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 12;

    private Mint() {}

    /** @param attempt 1, or more when the ids before are taken */
    static String id(String node, int attempt) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((node + "\n" + attempt).getBytes(StandardCharsets.UTF_8));
            long bits = ByteBuffer.wrap(hash).getLong();
            StringBuilder id = new StringBuilder("U");
            for (int i = 0; i < LENGTH; i++) {
                id.append(SIGNS.charAt((int) (bits >>> (Long.SIZE - 5))));
                bits <<= 5;
            }
            return id.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("a JDK without SHA-256", e);
        }
    }
}
