package io.siyu.pipelines.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.siyu.pipelines.feed.Lines.Line;
import io.siyu.warehouse.Feed;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Records of JSON lines, one object a line, values by column. Blank lines are no records. */
final class JsonRecords implements RecordSource {
    private final Lines lines;
    private final JsonPaths paths;
    private final Set<String> dropped;
    private final Set<String> unknown = new TreeSet<>();

    JsonRecords(Lines lines, Feed feed, List<String> columns) {
        this.lines = lines;
        this.dropped = feed.drop();
        this.paths = new JsonPaths(columns.stream()
                .map(column -> feed.fields().getOrDefault(column, column))
                .toList());
    }

    @Override
    public @Nullable RawRecord next() throws IOException {
        Line line = lines.next();
        while (line != null && line.text().isBlank()) {
            line = lines.next();
        }
        if (line == null) {
            return null;
        }
        if (line.cut()) {
            return RawRecord.bad(line.text(), "record_too_long");
        }
        try {
            return RawRecord.of(line.text(), paths.read(line.text(), unknown));
        } catch (JsonEOFException e) {
            return RawRecord.bad(line.text(), line.isOpen() ? "truncated_row" : "invalid_json");
        } catch (JsonProcessingException e) {
            return RawRecord.bad(line.text(), "invalid_json");
        }
    }

    @Override
    public List<String> unknownColumns() {
        return unknown.stream().filter(name -> !dropped.contains(name)).toList();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
