package io.siyu.pipelines.feed;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/**
 * What a spreadsheet cell says, as text. Dates become {@code yyyy-MM-dd HH:mm:ss}. Numbers lose the noise of their binary
 * form, except whole numbers beyond 2^53 and those stored with an exponent: they have lost digits already and come out in
 * scientific notation, where a feed's reject rule sees them.
 */
final class XlsxCell {
    private static final BigInteger EXACT = BigInteger.ONE.shiftLeft(53);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.");

    private XlsxCell() {}

    static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getValue() == null) {
            return "";
        }
        Object value = cell.getValue();
        if (value instanceof BigDecimal number) {
            return isDate(cell) ? date(cell) : number(number, cell.getRawValue());
        }
        return value instanceof Boolean flag ? flag.toString() : cell.getText();
    }

    /** {@code raw} is the number as the file has it. */
    static String number(BigDecimal number, String raw) {
        boolean exponent = raw.indexOf('E') >= 0 || raw.indexOf('e') >= 0;
        if (number.abs().compareTo(BigDecimal.ONE) >= 0 && exponent) {
            return raw;
        }
        if (number.toBigInteger().abs().compareTo(EXACT) > 0) {
            return scientific(number);
        }
        BigDecimal plain = BigDecimal.valueOf(number.doubleValue()).stripTrailingZeros();
        return plain.signum() == 0 ? "0" : plain.toPlainString();
    }

    private static String scientific(BigDecimal number) {
        BigDecimal digits = number.stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        return digits.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "E+" + exponent;
    }

    private static String date(Cell cell) {
        LocalDateTime at = cell.asDate();
        return at.plusNanos(500_000_000).format(TIME);
    }

    /** Built-in date formats, those of Chinese spreadsheets among them, and written ones that show a day or an hour. */
    private static boolean isDate(Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id == null) {
            return false;
        }
        if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)) {
            return true;
        }
        String format = cell.getDataFormatString();
        if (id < 164 || format == null) {
            return false;
        }
        String letters = QUOTED.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
        return letters.chars().anyMatch(c -> "ydhs".indexOf(c) >= 0);
    }
}
