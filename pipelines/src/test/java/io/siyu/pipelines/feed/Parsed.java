package io.siyu.pipelines.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** What a test wants to know of the rows of one file. */
record Parsed(List<String> columns, List<Row> rows) {

    /** Values of the landed rows in file order, joined by {@code |}, null as {@code ~}. */
    List<String> landed() {
        return of(FeedParser.ROW).stream()
                .map(row -> columns.stream()
                        .map(c -> row.isNullAt(columns.indexOf(c)) ? "~" : row.getString(columns.indexOf(c)))
                        .collect(Collectors.joining("|")))
                .toList();
    }

    /** {@code row number:reason} of the bad rows in file order. */
    List<String> bad() {
        return of(FeedParser.BAD).stream()
                .map(row -> rowNo(row) + ":" + reason(row))
                .toList();
    }

    /** Raw texts of rows of a kind, in file order. */
    List<String> raw(String kind) {
        return of(kind).stream().map(row -> row.getString(columns.size() + 3)).toList();
    }

    /** Hashes of the landed rows. */
    List<String> hashes() {
        return of(FeedParser.ROW).stream()
                .map(row -> row.getString(columns.size() + 4))
                .toList();
    }

    /** The trailer, which must be the last row and the only one. */
    JsonNode trailer() {
        Row last = rows.get(rows.size() - 1);
        if (of(FeedParser.FILE).size() != 1 || !kind(last).equals(FeedParser.FILE)) {
            throw new AssertionError("no single trailer at the end: " + rows);
        }
        try {
            return new ObjectMapper().readTree(last.getString(columns.size() + 3));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    List<Row> of(String kind) {
        return rows.stream().filter(row -> kind(row).equals(kind)).toList();
    }

    long rowNo(Row row) {
        return row.getLong(columns.size() + 2);
    }

    private String reason(Row row) {
        return row.getString(columns.size() + 7);
    }

    private String kind(Row row) {
        return row.getString(columns.size() + 6);
    }
}
