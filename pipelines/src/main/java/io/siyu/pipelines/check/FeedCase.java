package io.siyu.pipelines.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.siyu.pipelines.feed.FeedParser;
import io.siyu.pipelines.feed.Landing;
import io.siyu.warehouse.Feed;
import io.siyu.warehouse.FeedReader;
import io.siyu.warehouse.LandedColumns;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Table;
import io.siyu.warehouse.Words;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * A fact about a feed, as a folder whose name is the sentence: files as they land, below {@code <yyyy-MM-dd>/}, and
 * {@code expect.json} with what must come of them, in any order: rows with the columns it cares for, {@code {"_reason":
 * ...}} for each row in quarantine, {@code {"_file_reason": ...}} for each file of which something is to be told.
 */
public record FeedCase(Table table, Path folder) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REASON = "_reason";
    private static final String FILE_REASON = "_file_reason";

    /** All cases of a landed table, sorted by sentence. */
    public static List<FeedCase> of(Table table) {
        return GoldenCase.folders(table).stream()
                .map(folder -> new FeedCase(table, folder))
                .toList();
    }

    /** The sentence, with spaces. */
    public String sentence() {
        return GoldenCase.sentence(folder);
    }

    /** Lands the files; the answer says what is missing and what was not expected, or is empty when all is well. */
    public Optional<String> run(SparkSession spark) {
        Feed feed = FeedReader.read(table);
        Path file = folder.resolve("expect.json");
        List<JsonNode> wanted = GoldenCase.lines(file).stream()
                .map(line -> GoldenCase.json(file, line))
                .toList();
        TreeSet<String> columns = new TreeSet<>();
        wanted.forEach(row -> row.fieldNames().forEachRemaining(columns::add));
        columns.remove(REASON);
        columns.remove(FILE_REASON);
        for (String column : columns) {
            if (table.column(column).isEmpty()) {
                throw Problems.invalid(
                        "case",
                        Words.path(file),
                        "'" + column + "' is no column of " + table.name()
                                + Words.didYouMean(column, table.columnNames()),
                        "its columns, '" + REASON + "' or '" + FILE_REASON + "'");
            }
        }
        List<String> found = new ArrayList<>();
        FeedParser.parse(spark, table, feed, folder, new Landing(folder).files(feed, LocalDate.MAX))
                .collectAsList()
                .forEach(row -> told(row, columns).ifPresent(found::add));
        List<String> expected =
                wanted.stream().map(row -> whole(row, columns).toString()).toList();
        return GoldenCase.difference(table.name() + ": " + sentence(), expected, found);
    }

    private static Optional<String> told(Row row, TreeSet<String> columns) {
        ObjectNode told = JSON.createObjectNode();
        switch (String.valueOf(row.<String>getAs(FeedParser.KIND))) {
            case FeedParser.ROW -> columns.forEach(column -> told.put(column, text(row.getAs(column))));
            case FeedParser.BAD -> told.put(REASON, row.<String>getAs(FeedParser.REASON));
            default -> {
                String trailer = row.getAs(LandedColumns.RAW);
                JsonNode reason = GoldenCase.json(Path.of(row.<String>getAs(LandedColumns.FILE)), trailer)
                        .path("reason");
                if (reason.isTextual()) {
                    told.put(FILE_REASON, reason.asText());
                }
            }
        }
        return told.isEmpty() ? Optional.empty() : Optional.of(told.toString());
    }

    /** An expected row with every column that is cared for, in one order. */
    private static JsonNode whole(JsonNode row, TreeSet<String> columns) {
        if (row.has(REASON) || row.has(FILE_REASON)) {
            return row;
        }
        ObjectNode whole = JSON.createObjectNode();
        columns.forEach(column -> whole.put(
                column, row.path(column).isTextual() ? row.path(column).asText() : null));
        return whole;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
