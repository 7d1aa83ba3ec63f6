package io.siyu.pipelines.land;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The list of one drop date.
 *
 * @param file path of its first file
 * @param entries different keys in it
 * @param isDamaged whether a record of it could not be read, so that an entry it lacks may have been in it
 * @param isBroken whether a file of it could not be read at all
 * @param isAgain whether all of it landed before, and it is compared again because of a list before it
 * @param take 1, or more when it is compared again
 */
record DayList(
        LocalDate date, String file, long entries, boolean isDamaged, boolean isBroken, boolean isAgain, int take) {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** With another file of the same list. */
    DayList with(DayList other) {
        return new DayList(
                date,
                file,
                entries + other.entries,
                isDamaged || other.isDamaged,
                isBroken || other.isBroken,
                isAgain && other.isAgain,
                take);
    }

    /** With these numbers. */
    DayList counted(long differentKeys, int takes) {
        return new DayList(date, file, differentKeys, isDamaged, isBroken, isAgain, takes);
    }

    String sqlDate() {
        return "date '" + date + "'";
    }

    /** Nominal time of landing, epoch seconds. */
    String sqlEndOfDay() {
        return date.plusDays(1).atStartOfDay(SHANGHAI).toEpochSecond() + "L";
    }
}
