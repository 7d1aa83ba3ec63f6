package io.siyu.pipelines.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.siyu.pipelines.feed.Lines.Line;
import io.siyu.warehouse.Feed;
import io.siyu.warehouse.Jdbc;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Records of JSON lines, one object a line, values by column. Blank lines are no records. A row of a source that has no
 * watermark is bad: nobody could tell when it changes.
 */
final class JsonRecords implements RecordSource {
    private final Lines lines;
    private final JsonPaths paths;
    private final Set<String> dropped;
    private final int watermark;
    private final int width;
    private final Set<String> unknown = new TreeSet<>();

    JsonRecords(Lines lines, Feed feed, List<String> columns) {
        this.lines = lines;
        this.dropped = feed.drop();
        List<String> read = new ArrayList<>(columns.stream()
                .map(column -> feed.fields().getOrDefault(column, column))
                .toList());
        this.width = read.size();
        this.watermark = watermark(read, feed.jdbc());
        this.paths = new JsonPaths(read);
    }

    /** Where the watermark of a source is among what is read, behind it when no column is read from it; else -1. */
    private static int watermark(List<String> read, @Nullable Jdbc jdbc) {
        if (jdbc == null) {
            return -1;
        }
        String name = jdbc.watermark().column();
        if (!read.contains(name)) {
            read.add(name);
        }
        return read.indexOf(name);
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
            @Nullable String[] values = paths.read(line.text(), unknown);
            return watermark >= 0 && values[watermark] == null
                    ? RawRecord.bad(line.text(), "no_watermark")
                    : RawRecord.of(line.text(), values.length == width ? values : Arrays.copyOf(values, width));
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
