package io.siyu.pipelines.extract;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Values of a database as the texts that files have: plain numbers, times of Asia/Shanghai, {@code true} and {@code false}. */
final class CellText {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
            .toFormatter();

    private CellText() {}

    /** Without a value there is no text. */
    static @Nullable String of(@Nullable Object value) {
        if (value == null) {
            return null;
        } else if (value instanceof LocalDateTime time) {
            return TIME.format(time);
        } else if (value instanceof Timestamp time) {
            return of(time.toInstant());
        } else if (value instanceof Instant time) {
            return TIME.format(time.atZone(SHANGHAI));
        } else if (value instanceof BigDecimal number) {
            return number.toPlainString();
        } else if (value instanceof Double || value instanceof Float) {
            return plain(value.toString());
        } else if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
        return value.toString();
    }

    /** {@code 1.299E7} as a shop would write it; what is no number stays. */
    private static String plain(String number) {
        return number.indexOf('E') < 0 ? number : new BigDecimal(number).toPlainString();
    }
}
