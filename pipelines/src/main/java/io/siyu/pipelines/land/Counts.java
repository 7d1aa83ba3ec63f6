package io.siyu.pipelines.land;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the files of a run hold together.
 *
 * @param landed good records
 * @param bad those for quarantine
 * @param erased those that are none without people who were erased, or lack what told of them
 * @param failedFiles files that could not be read
 */
record Counts(long landed, long bad, long erased, long failedFiles) {
    static Counts of(Iterable<JsonNode> trailers) {
        long landed = 0;
        long bad = 0;
        long erased = 0;
        long failed = 0;
        for (JsonNode trailer : trailers) {
            landed += trailer.path("landed").asLong();
            bad += trailer.path("bad").asLong();
            erased += trailer.path("erased").asLong() + trailer.path("blanked").asLong();
            failed += trailer.path("status").asText().equals("failed") ? 1 : 0;
        }
        return new Counts(landed, bad, erased, failed);
    }
}
