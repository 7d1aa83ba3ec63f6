package io.siyu.pipelines.identity.link;

import java.util.List;

/** Dates in the form {@code yyyyMMdd}. */
final class DateMeasure implements Measure {
    /** Days of a month and months of a year as they count here: enough to say near or far. */
    private static final int MONTH = 31;

    private static final int YEAR = 12 * MONTH;

    @Override
    public List<String> labels() {
        return List.of(
                "differs",
                "within a year",
                "two digits or within a month",
                "one slip, or day and month changed",
                "same");
    }

    @Override
    public int level(String a, String b) {
        if (a.equals(b)) {
            return 4;
        }
        if (a.length() != 8 || b.length() != 8) {
            return Likeness.slips(a, b) <= 1 ? 3 : 0;
        }
        int digits = 0;
        for (int i = 0; i < 8; i++) {
            digits += a.charAt(i) == b.charAt(i) ? 0 : 1;
        }
        if (digits == 1 || (digits == 2 && Likeness.swapped(a, b)) || dayForMonth(a, b)) {
            return 3;
        }
        int apart = Math.abs(days(a) - days(b));
        return digits == 2 || apart <= MONTH ? 2 : apart <= YEAR ? 1 : 0;
    }

    @Override
    public int alike() {
        return 4;
    }

    private static boolean dayForMonth(String a, String b) {
        return a.regionMatches(0, b, 0, 4) && a.regionMatches(4, b, 6, 2) && a.regionMatches(6, b, 4, 2);
    }

    private static int days(String date) {
        int year = number(date, 0, 4);
        return year * YEAR + number(date, 4, 6) * MONTH + number(date, 6, 8);
    }

    private static int number(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + (text.charAt(i) - '0');
        }
        return value;
    }
}
