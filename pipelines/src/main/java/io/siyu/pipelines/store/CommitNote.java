package io.siyu.pipelines.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What every Delta commit of the engine says of itself, as JSON in {@code commitInfo.userMetadata}: enough for a killed
 * night to know what it had done, for the next night to know what changed, and for a person to read the history.
 *
 * @param run the run that wrote it: {@code night-2026-11-11-1}
 * @param step the table
 * @param date business date, ISO
 * @param jar version of the engine
 * @param definition fingerprint of the texts the rows follow from; when it differs, the table is built anew
 * @param inputs versions of the tables read
 * @param dates dates that changed rows touch, ISO; null stands for all dates
 * @param rows rows written
 * @param rules what the judge said, in a few words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CommitNote(
        String run,
        String step,
        String date,
        String jar,
        String definition,
        SortedMap<String, Long> inputs,
        @Nullable SortedSet<String> dates,
        long rows,
        String rules) {
    private static final ObjectMapper JSON = new ObjectMapper()
            .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    public CommitNote {
        inputs = new TreeMap<>(inputs);
        dates = dates == null ? null : new TreeSet<>(dates);
    }

    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The note in a commit's user metadata, unless somebody else wrote that commit. */
    public static Optional<CommitNote> parse(@Nullable String userMetadata) {
        if (userMetadata == null || !userMetadata.startsWith("{")) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(userMetadata, CommitNote.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The dates all of these commits touched together; empty when one of them touched all, or is not ours. */
    public static Optional<SortedSet<String>> datesOf(List<Optional<CommitNote>> notes) {
        SortedSet<String> all = new TreeSet<>();
        for (Optional<CommitNote> note : notes) {
            SortedSet<String> dates = note.map(CommitNote::dates).orElse(null);
            if (dates == null) {
                return Optional.empty();
            }
            all.addAll(dates);
        }
        return Optional.of(all);
    }

    /** Whether this commit is the one that {@code run} made in {@code step}. */
    public boolean isOf(String runId, String stepId) {
        return run.equals(runId) && step.equals(stepId);
    }

    /** Version of each input, as read. */
    public Map<String, Long> versionsRead() {
        return inputs;
    }
}
