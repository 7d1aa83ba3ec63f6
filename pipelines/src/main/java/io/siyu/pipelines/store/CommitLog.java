package io.siyu.pipelines.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;

/**
 * Reads the notes in a Delta table's log straight from its commit files ({@code _delta_log/<20 digits>.json}, as the Delta
 * protocol lays them out): no Spark job, a few milliseconds a commit.
 */
final class CommitLog {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path log;
    private final Configuration configuration;

    CommitLog(String tablePath, Configuration configuration) {
        this.log = new Path(tablePath, "_delta_log");
        this.configuration = configuration;
    }

    /** One commit that changed rows: its version and, when it is ours, its note. */
    record Entry(long version, Optional<CommitNote> note) {}

    /**
     * Commits after {@code from} up to {@code to} that changed rows, oldest first. A commit whose file is gone counts as a
     * change by somebody unknown.
     */
    List<Entry> after(long from, long to) {
        List<Entry> entries = new ArrayList<>();
        for (long version = from + 1; version <= to; version++) {
            read(version).ifPresent(entries::add);
        }
        return entries;
    }

    /** The last commit up to {@code version} that changed rows. */
    Optional<Entry> last(long version) {
        for (long v = version; v >= 0; v--) {
            Optional<Entry> entry = read(v);
            if (entry.isPresent()) {
                return entry;
            }
        }
        return Optional.empty();
    }

    private Optional<Entry> read(long version) {
        Path file = new Path(log, String.format(java.util.Locale.ROOT, "%020d.json", version));
        String metadata = null;
        boolean changed = false;
        try (FSDataInputStream in = file.getFileSystem(configuration).open(file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine();
                    line != null && !(changed && metadata != null);
                    line = lines.readLine()) {
                if (line.startsWith("{\"commitInfo\"")) {
                    JsonNode info = JSON.readTree(line).get("commitInfo");
                    metadata = info.path("userMetadata").asText(null);
                    changed |= metadata != null;
                } else {
                    changed |= line.contains("\"dataChange\":true");
                }
            }
        } catch (FileNotFoundException e) {
            return Optional.of(new Entry(version, Optional.empty()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return changed ? Optional.of(new Entry(version, CommitNote.parse(metadata))) : Optional.empty();
    }
}
