package io.siyu.pipelines.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file; {@code rows = landed + bad + skipped + erased}, always.
 *
 * @param erased records that are none without people who were erased
 * @param blanked landed ones that lack what told of such people
 * @param encoding character set, {@code xlsx}, or null when none fits
 * @param reason why no row was taken, {@code empty_file}, that a total is missing or differs; null
 *     otherwise
 */
record Trailer(
        @Nullable String encoding,
        long landed,
        long bad,
        long skipped,
        long erased,
        long blanked,
        List<String> unknownColumns,
        boolean ok,
        @Nullable String reason) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Trailer failed(String reason) {
        return new Trailer(null, 0, 0, 0, 0, 0, List.of(), false, reason);
    }

    String json() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("encoding", encoding);
        fields.put("rows", landed + bad + skipped + erased);
        fields.put("landed", landed);
        fields.put("bad", bad);
        fields.put("skipped", skipped);
        fields.put("erased", erased);
        fields.put("blanked", blanked);
        fields.put("unknown_columns", unknownColumns);
        fields.put("status", ok ? "ok" : "failed");
        fields.put("reason", reason);
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers are always JSON", e);
        }
    }
}
