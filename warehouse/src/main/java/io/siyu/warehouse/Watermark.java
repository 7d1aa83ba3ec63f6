package io.siyu.warehouse;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The column by which a source says what changed since it was read last: {@code watermark:} in {@code feed.yml}.
 *
 * @param column its name in the source
 * @param overlap how far before the last bound is read once more, for rows that were committed late: seconds of a timestamp,
 *     or numbers
 */
public record Watermark(String column, Kind kind, long overlap) implements Serializable {
    private static final Pattern SPAN = Pattern.compile("([0-9]{1,6}) (second|minute|hour|day)s?");
    private static final Map<String, Integer> SECONDS = Map.of("second", 1, "minute", 60, "hour", 3_600, "day", 86_400);

    /** What the column holds. */
    public enum Kind {
        /** A time; without a zone of its own it is Asia/Shanghai's. */
        TIMESTAMP,
        /** A whole number that grows: a row number, a version. */
        INTEGER
    }

    static Watermark read(Doc doc) {
        Map<String, Doc> keys = doc.map(FeedReader.keys("column", "type", "overlap"));
        boolean isTime = Doc.need(keys, "type", doc)
                .oneOf(List.of("timestamp", "integer"))
                .equals("timestamp");
        Doc overlap = Doc.need(keys, "overlap", doc);
        return new Watermark(
                Jdbc.name(Doc.need(keys, "column", doc)),
                isTime ? Kind.TIMESTAMP : Kind.INTEGER,
                isTime ? seconds(overlap) : numbers(overlap));
    }

    private static long seconds(Doc at) {
        Matcher span = SPAN.matcher(at.text());
        if (!span.matches()) {
            throw at.invalid("'overlap' is '" + at.text() + "'", "a span like '15 minutes' or '2 days' of a timestamp");
        }
        return Long.parseLong(span.group(1)) * SECONDS.getOrDefault(span.group(2), 1);
    }

    private static long numbers(Doc at) {
        if (!at.text().matches("[0-9_]{1,18}")) {
            throw at.invalid("'overlap' is '" + at.text() + "'", "a whole number from 0 on, like 1000, of an integer");
        }
        return at.number();
    }
}
