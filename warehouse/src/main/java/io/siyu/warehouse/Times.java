package io.siyu.warehouse;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways landed files write dates and times. */
final class Times {
    private static final String DAY = "([0-9]{4})(?:-([0-9]{2})-([0-9]{2})|/([0-9]{1,2})/([0-9]{1,2}))";
    private static final Pattern DATE = Pattern.compile(DAY + "|([0-9]{4})([0-9]{2})([0-9]{2})");
    private static final Pattern TIME =
            Pattern.compile(DAY + "[ T]([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\\.[0-9]{1,6})?)?");
    private static final Pattern EPOCH = Pattern.compile("[0-9]{10}|[0-9]{13}");

    private Times() {}

    static boolean isDate(String text) {
        Matcher m = DATE.matcher(text);
        if (!m.matches()) {
            return false;
        }
        return m.group(6) == null ? isDay(m) : exists(m.group(6), m.group(7), m.group(8));
    }

    static boolean isTime(String text) {
        Matcher m = TIME.matcher(text);
        if (!m.matches()) {
            return EPOCH.matcher(text).matches();
        }
        return isDay(m) && isClock(m.group(6), m.group(7), m.group(8) == null ? "0" : m.group(8));
    }

    private static boolean isDay(Matcher m) {
        boolean dashes = m.group(2) != null;
        return exists(m.group(1), m.group(dashes ? 2 : 4), m.group(dashes ? 3 : 5));
    }

    private static boolean exists(String year, String month, String day) {
        try {
            LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isClock(String hour, String minute, String second) {
        try {
            LocalTime.of(Integer.parseInt(hour), Integer.parseInt(minute), Integer.parseInt(second));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
