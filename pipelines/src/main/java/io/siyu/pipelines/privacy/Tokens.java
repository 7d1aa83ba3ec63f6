package io.siyu.pipelines.privacy;

import io.siyu.warehouse.Problems;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens under one key: {@code tk} and the first 16 bytes, in 32 hexadecimal digits, of HMAC-SHA-256 (RFC 2104; truncated as its
 * section 5 allows) over the kind of value, a zero byte and the value in UTF-8. Equal values of a kind have equal tokens; without
 * the key nobody can try values out. The key is never printed, and no message names it.
 */
public final class Tokens {
    /** What marks a token; a value that looks so is one. */
    public static final String PREFIX = "tk";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;
    private static final int FINGERPRINT = 8;
    private static final Pattern TOKEN = Pattern.compile(PREFIX + "[0-9a-f]{" + 2 * BYTES + "}");

    private final ThreadLocal<Mac> macs;
    private final String fingerprint;

    /** @param key any number of bytes; {@link KeySource} holds keys of installations to a least length */
    public Tokens(byte[] key) {
        SecretKeySpec secret = new SecretKeySpec(key, ALGORITHM);
        this.macs = ThreadLocal.withInitial(() -> mac(secret));
        this.fingerprint =
                HexFormat.of().formatHex(code("siyu: which key".getBytes(StandardCharsets.UTF_8)), 0, FINGERPRINT);
    }

    /** The token of a clean value; a token stays what it is. */
    public String of(String kind, String value) {
        if (isToken(value)) {
            return value;
        }
        byte[] code = code((kind + '\0' + value).getBytes(StandardCharsets.UTF_8));
        return PREFIX + HexFormat.of().formatHex(Arrays.copyOf(code, BYTES));
    }

    /** HMAC-SHA-256 of a message, 32 bytes. */
    byte[] code(byte[] message) {
        return macs.get().doFinal(message);
    }

    /** Tells keys apart and gives none away: eight bytes of the code of a fixed text, in hexadecimal. */
    public String fingerprint() {
        return fingerprint;
    }

    /** Whether a value is a token already. */
    public static boolean isToken(String value) {
        return value.length() == PREFIX.length() + 2 * BYTES
                && TOKEN.matcher(value).matches();
    }

    private static Mac mac(SecretKeySpec secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac;
        } catch (GeneralSecurityException e) {
            throw Problems.failed(
                    "make tokens", "this Java has no " + ALGORITHM, "Nothing was written. Run it on a JDK 17", null);
        }
    }
}
