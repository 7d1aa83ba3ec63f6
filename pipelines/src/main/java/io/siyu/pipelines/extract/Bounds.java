package io.siyu.pipelines.extract;

import io.siyu.warehouse.Jdbc;
import io.siyu.warehouse.Watermark;
import io.siyu.warehouse.Watermark.Kind;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From where to where an extract goes. Times are Asia/Shanghai's, {@code from} is within and {@code to} is not, so that the
 * last bound of a date is its end; of whole numbers {@code to} is within and {@code from} is not.
 *
 * @param from as a file name has it; empty from the beginning
 * @param to as a file name has it: {@code 20261121T000000} or {@code 81234}
 */
record Bounds(Kind kind, String from, String to) {
    private static final DateTimeFormatter NAMED = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final DateTimeFormatter SQL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private record Extract(LocalDate date, String to) {}

    /**
     * The bounds of a date's extract: up from the last one before it, less the overlap. They follow from what landed, so
     * that the same date has the same bounds whenever it is asked for.
     *
     * @param landed paths of this feed's files
     * @param greatest the greatest number in the source, for a date that has no extract of numbers yet
     */
    static Bounds of(Jdbc jdbc, LocalDate date, Collection<String> landed, Supplier<BigInteger> greatest) {
        Watermark watermark = jdbc.watermark();
        List<Extract> extracts = extracts(jdbc, landed);
        String from = extracts.stream()
                .filter(e -> e.date().isBefore(date))
                .max(Comparator.comparing(Extract::date).thenComparing(Extract::to, order(watermark.kind())))
                .map(e -> less(watermark, e.to()))
                .orElse("");
        Optional<String> again = extracts.stream()
                .filter(e -> e.date().equals(date))
                .map(Extract::to)
                .max(order(watermark.kind()));
        String to = watermark.kind() == Kind.TIMESTAMP
                ? date.plusDays(1).atStartOfDay().format(NAMED)
                : again.orElseGet(() -> greatest.get().toString());
        return new Bounds(watermark.kind(), from, to);
    }

    /** {@code 20261119T234500..20261121T000000}. */
    String named() {
        return from + ".." + to;
    }

    /**
     * What holds for the rows within.
     *
     * @param column quoted
     * @param zoned whether its times have a zone of their own
     */
    String condition(String column, boolean zoned) {
        if (kind == Kind.INTEGER) {
            return (from.isEmpty() ? "" : column + " > " + from + " and ") + column + " <= " + to;
        }
        return (from.isEmpty() ? "" : column + " >= " + time(from, zoned) + " and ") + column + " < " + time(to, zoned);
    }

    private static List<Extract> extracts(Jdbc jdbc, Collection<String> landed) {
        String bound = jdbc.watermark().kind() == Kind.TIMESTAMP ? "[0-9]{8}T[0-9]{6}" : "-?[0-9]+";
        Pattern name = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})/" + Pattern.quote(jdbc.path()) + "(?:" + bound
                + ")?\\.\\.(" + bound + ")\\.jsonl(?:\\.gz)?");
        return landed.stream()
                .map(name::matcher)
                .filter(Matcher::matches)
                .map(m -> new Extract(LocalDate.parse(m.group(1)), m.group(2)))
                .toList();
    }

    private static Comparator<String> order(Kind kind) {
        return kind == Kind.TIMESTAMP ? Comparator.naturalOrder() : Comparator.comparing(BigInteger::new);
    }

    private static String less(Watermark watermark, String to) {
        return watermark.kind() == Kind.TIMESTAMP
                ? LocalDateTime.parse(to, NAMED)
                        .minusSeconds(watermark.overlap())
                        .format(NAMED)
                : new BigInteger(to)
                        .subtract(BigInteger.valueOf(watermark.overlap()))
                        .toString();
    }

    private static String time(String bound, boolean zoned) {
        String text = LocalDateTime.parse(bound, NAMED).format(SQL);
        return zoned ? "timestamp with time zone '" + text + "+08:00'" : "{ts '" + text + "'}";
    }
}
