package io.siyu.pipelines.feed;

import org.jspecify.annotations.Nullable;

/**
 * One record of a file.
 *
 * @param raw its text as it stands in the file
 * @param values its cells, by position or by column as the source says; null when it has none
 * @param problem why it has no values: a quarantine reason; null for a record that says nothing (blank cells, a total)
 * @param last whether the file ends within it, without a line end
 * @param total whether it is a total row: its values are no data, and what the rows above must add up to
 */
record RawRecord(
        String raw,
        @Nullable String @Nullable [] values,
        @Nullable String problem,
        boolean last,
        boolean total) {

    static RawRecord of(String raw, @Nullable String[] values) {
        return new RawRecord(raw, values, null, false, false);
    }

    static RawRecord bad(String raw, String problem) {
        return new RawRecord(raw, null, problem, false, false);
    }

    static RawRecord nothing(String raw) {
        return new RawRecord(raw, null, null, false, false);
    }

    static RawRecord total(String raw, @Nullable String[] values) {
        return new RawRecord(raw, values, null, false, true);
    }
}
