package io.siyu.pipelines.value.table;

import java.util.Comparator;

/**
 * Where and when a customer first bought.
 *
 * @param domain private, public or referral
 * @param month {@code 2026-10}; {@code earlier} before the twelve months ahead of the month of a date
 */
record Cohort(String domain, String month) implements Comparable<Cohort> {
    private static final Comparator<Cohort> ORDER =
            Comparator.comparing(Cohort::domain).thenComparing(Cohort::month);

    /** Months of first purchases that stand alone; customers won before them are one. */
    private static final int MONTHS = 13;

    /**
     * The month of a history, in SQL.
     *
     * @param asOf the date by which months are earlier, in SQL
     */
    static String month(String asOf) {
        String first = "date_sub(origin_date, age_days)";
        return "if(months_between(trunc(%s, 'month'), trunc(%s, 'month')) < %d, date_format(%s, 'yyyy-MM'), 'earlier')"
                .formatted(asOf, first, MONTHS, first);
    }

    @Override
    public int compareTo(Cohort other) {
        return ORDER.compare(this, other);
    }
}
