package io.siyu.pipelines.privacy;

import java.util.regex.Pattern;

/** Tokens as golden cases write them, {@code <phone 13800001111>}, so that people can read whose they are. */
public final class CaseTokens {
    private static final Pattern WRITTEN = Pattern.compile("<(phone|phone_masked|tb_nick|email) ([^<>]+)>");

    private CaseTokens() {}

    /** The line with each of them in its place, under the key of cases. */
    public static String written(String line) {
        Tokens tokens = KeySource.TEST.tokens();
        return WRITTEN.matcher(line).replaceAll(found -> tokens.of(found.group(1), found.group(2)));
    }
}
