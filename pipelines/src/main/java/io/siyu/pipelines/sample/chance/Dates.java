package io.siyu.pipelines.sample.chance;

import java.time.LocalDate;

/**
 * Time in the world: seconds since 00:00 (+08:00) of the first drop folder's date, negative before it; days likewise. Texts
 * are made from a table, so that no time zone or locale of the machine has a say.
 */
public final class Dates {
    public static final long DAY = 86_400;

    /** No time: it never happened. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final int SPAN = 500;
    private final LocalDate first;
    private final long epoch;
    private final String[] texts = new String[2 * SPAN];

    public Dates(LocalDate first) {
        this.first = first;
        this.epoch = first.toEpochDay() * DAY - 8 * 3600;
        for (int i = 0; i < texts.length; i++) {
            texts[i] = first.plusDays(i - SPAN).toString();
        }
    }

    public static int day(long at) {
        return (int) Math.floorDiv(at, DAY);
    }

    public LocalDate localDate(int day) {
        return first.plusDays(day);
    }

    /** {@code 2026-11-20} */
    public String date(int day) {
        int i = day + SPAN;
        return i >= 0 && i < texts.length ? texts[i] : first.plusDays(day).toString();
    }

    /** {@code 20261120} */
    public String digits(int day) {
        String text = date(day);
        return text.substring(0, 4) + text.substring(5, 7) + text.substring(8);
    }

    /** {@code 2026-11-20 21:05:09} */
    public String time(long at) {
        return date(day(at)) + ' ' + clock((int) Math.floorMod(at, DAY));
    }

    /** {@code 2026/11/3 9:02}, as a spreadsheet saves it again. */
    public String saved(long at) {
        LocalDate d = localDate(day(at));
        int s = (int) Math.floorMod(at, DAY);
        return d.getYear() + "/" + d.getMonthValue() + "/" + d.getDayOfMonth() + " " + s / 3600 + ":"
                + two(s / 60 % 60);
    }

    /** Seconds since 1970 in UTC. */
    public long epoch(long at) {
        return epoch + at;
    }

    private static String clock(int s) {
        return two(s / 3600) + ':' + two(s / 60 % 60) + ':' + two(s % 60);
    }

    private static String two(int n) {
        return n < 10 ? "0" + n : Integer.toString(n);
    }
}
