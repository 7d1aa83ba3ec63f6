package io.siyu.pipelines.sample.trade;

import io.siyu.pipelines.sample.chance.Dates;
import java.time.DayOfWeek;
import java.time.LocalDate;

/** How much more or less is bought on a day than on an average one. */
public final class Season {
    private static final int SPAN = 520;
    private final double[] factors = new double[2 * SPAN];
    private final boolean[] festive = new boolean[2 * SPAN];
    private final int[] months = new int[2 * SPAN];

    public Season(Dates dates) {
        for (int i = 0; i < factors.length; i++) {
            LocalDate day = dates.localDate(i - SPAN);
            double festival = festival(day);
            factors[i] = (isWeekend(day) ? 1.25 : 0.9) * festival;
            festive[i] = festival > 1.5;
            months[i] = day.getMonthValue();
        }
    }

    /** About 1 on average, up to 5 on 11 November. */
    public double factor(int day) {
        return factors[day + SPAN];
    }

    /** The highest factor there is. */
    public static double highest() {
        return 6.5;
    }

    boolean isFestive(int day) {
        return festive[day + SPAN];
    }

    int month(int day) {
        return months[day + SPAN];
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static double festival(LocalDate day) {
        int md = day.getMonthValue() * 100 + day.getDayOfMonth();
        if (md == 1111) {
            return 5;
        }
        if (md >= 1031 && md <= 1110) {
            return 1.6;
        }
        if (md == 618) {
            return 3.5;
        }
        if ((md >= 601 && md <= 617) || md == 1212 || md == 308) {
            return md < 618 && md > 500 ? 1.4 : 2;
        }
        long toSpring = day.toEpochDay() - springFestival(day.getYear()).toEpochDay();
        if (toSpring >= -21 && toSpring <= -3) {
            return 1.7;
        }
        return toSpring >= -1 && toSpring <= 6 ? 0.35 : 0.92;
    }

    /** The first day of the Chinese year. */
    private static LocalDate springFestival(int year) {
        return switch (year) {
            case 2025 -> LocalDate.of(2025, 1, 29);
            case 2026 -> LocalDate.of(2026, 2, 17);
            case 2027 -> LocalDate.of(2027, 2, 6);
            case 2024 -> LocalDate.of(2024, 2, 10);
            default -> LocalDate.of(year, 2, 4);
        };
    }
}
