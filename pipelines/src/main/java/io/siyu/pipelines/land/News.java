package io.siyu.pipelines.land;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import com.fasterxml.jackson.databind.JsonNode;
import io.siyu.pipelines.feed.FeedParser;
import io.siyu.warehouse.LandedColumns;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Table;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What of parsed rows is news, to be appended, and what is bad, for quarantine.
 *
 * @param count how many rows are news
 * @param bad the bad ones of files that are new: drop date, file, row number, reason, raw text
 * @param badCount how many
 * @param known per file, how many of its rows say what was known
 * @param twice per file, how many of its rows contradict an earlier one of the same list
 * @param reasons dates of lists that are not believed about what they lack, and why
 * @param told the same for an operator, or empty
 */
record News(
        Dataset<Row> rows,
        long count,
        Dataset<Row> bad,
        long badCount,
        Map<String, Long> known,
        Map<String, Long> twice,
        Map<LocalDate, String> reasons,
        String told) {
    private static final String TWICE = "duplicate_key";
    private static final String[] BAD = {
        LandedColumns.DROP_DATE, LandedColumns.FILE, LandedColumns.ROW_NO, FeedParser.REASON, LandedColumns.RAW
    };

    /** Every row, as it was parsed. */
    static News all(Dataset<Row> parsed, long landed, long bad) {
        Dataset<Row> rows =
                parsed.where(col(FeedParser.KIND).equalTo(FeedParser.ROW)).drop(FeedParser.KIND, FeedParser.REASON);
        return new News(rows, landed, bad(parsed), bad, Map.of(), Map.of(), Map.of(), "");
    }

    /** The differences of lists. Every entry of a file is landed, known or bad; anything else stops the step. */
    static News of(
            Table table,
            ListChanges changes,
            Dataset<Row> parsed,
            List<FileList.Entry> files,
            SortedMap<String, JsonNode> trailers) {
        Dataset<Row> compared = changes.of(parsed, lists(files, trailers));
        Map<String, Map<String, Long>> counts = new HashMap<>();
        compared.groupBy(FeedParser.KIND, LandedColumns.FILE)
                .count()
                .collectAsList()
                .forEach(row -> counts.computeIfAbsent(row.getString(0), kind -> new HashMap<>())
                        .put(row.getString(1), row.getLong(2)));
        Map<String, Long> known = counts.getOrDefault(ListDiff.KNOWN, Map.of());
        Map<String, Long> twice = counts.getOrDefault(FeedParser.BAD, Map.of());
        Map<String, Long> landed = counts.getOrDefault(FeedParser.ROW, Map.of());
        trailers.forEach((file, trailer) -> {
            long entries = Stream.of(known, twice, landed)
                    .mapToLong(of -> of.getOrDefault(file, 0L))
                    .sum();
            if (entries != trailer.path("landed").asLong()) {
                throw Problems.failed(
                        "land " + table.name(),
                        entries + " entries of " + file + " were compared and it holds "
                                + trailer.path("landed").asLong(),
                        "Nothing was landed; run again",
                        null);
            }
        });
        Dataset<Row> rows = compared.where(col(FeedParser.KIND).isin(FeedParser.ROW, ListDiff.END));
        Dataset<Row> contradicting = bad(compared.withColumn(FeedParser.REASON, lit(TWICE)));
        Dataset<Row> bad = sum(twice) == 0 ? bad(parsed) : bad(parsed).unionByName(contradicting);
        List<String> news = files.stream()
                .filter(file -> !file.status().equals("again"))
                .map(FileList.Entry::path)
                .toList();
        return new News(
                rows.drop(FeedParser.KIND),
                sum(landed) + sum(counts.getOrDefault(ListDiff.END, Map.of())),
                bad.where(col(LandedColumns.FILE).isInCollection(news)),
                news.stream()
                        .filter(trailers::containsKey)
                        .mapToLong(file -> Objects.requireNonNull(trailers.get(file))
                                        .path("bad")
                                        .asLong()
                                + twice.getOrDefault(file, 0L))
                        .sum(),
                known,
                twice,
                changes.reasons(),
                changes.told());
    }

    private static Dataset<Row> bad(Dataset<Row> rows) {
        return rows.where(col(FeedParser.KIND).equalTo(FeedParser.BAD))
                .select(Arrays.stream(BAD).map(name -> col(name)).toArray(Column[]::new));
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static SortedMap<LocalDate, DayList> lists(
            List<FileList.Entry> files, SortedMap<String, JsonNode> trailers) {
        SortedMap<LocalDate, DayList> lists = new TreeMap<>();
        for (FileList.Entry file : files) {
            JsonNode trailer = trailers.get(file.path());
            if (trailer != null) {
                boolean isBroken = trailer.path("status").asText().equals("failed");
                LocalDate date = LocalDate.parse(file.dropDate());
                boolean isDamaged = trailer.path("bad").asLong() > 0;
                boolean isAgain = file.status().equals("again");
                DayList list = new DayList(date, file.path(), 0, isDamaged, isBroken, isAgain, 0);
                lists.merge(date, list, DayList::with);
            }
        }
        return lists;
    }
}
