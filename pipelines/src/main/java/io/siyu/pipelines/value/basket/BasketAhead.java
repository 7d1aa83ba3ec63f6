package io.siyu.pipelines.value.basket;

import io.siyu.pipelines.value.clock.Clock;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How large the baskets of coming days are expected to be, by those of the origin: as they were 52 weeks before them, by how much those
 * of the origin have grown since. Where that is not known yet they stay as they are.
 *
 * @param steps of every 30 days after the origin
 */
public record BasketAhead(List<Double> steps) implements Serializable {
    /** Baskets stay as they are. */
    public static final BasketAhead LEVEL = new BasketAhead(List.of(1.0));

    /** Days of a step. */
    public static final int STEP = 30;

    /** A year, and the quarter by which a silent customer is looked at later. */
    private static final int STEPS = 16;

    private static final int WEEKS_52 = 364;

    /**
     * What is known at an origin.
     *
     * @param levels by day, as {@link BasketDays#levels} gives them of this origin
     * @param clock a day on which twice as much is bought counts twice
     */
    public static BasketAhead of(SortedMap<LocalDate, Double> levels, LocalDate origin, Clock clock) {
        if (levels.isEmpty()) {
            return LEVEL;
        }
        Double[] steps = new Double[STEPS];
        for (int step = 0; step < STEPS; step++) {
            double days = 0;
            double sum = 0;
            for (int day = step * STEP + 1; day <= (step + 1) * STEP; day++) {
                double weight = clock.weight(origin.plusDays(day));
                days += weight;
                sum += weight * share(levels, origin, origin.plusDays(day));
            }
            steps[step] = days > 0 ? sum / days : 1;
        }
        return new BasketAhead(List.of(steps));
    }

    private static double share(SortedMap<LocalDate, Double> levels, LocalDate origin, LocalDate day) {
        LocalDate then = day.minusDays(WEEKS_52);
        if (then.isBefore(levels.firstKey())) {
            return 1;
        }
        LocalDate last = then.isAfter(origin) ? origin : then;
        LocalDate before = origin.minusDays(WEEKS_52);
        LocalDate since = before.isBefore(levels.firstKey()) ? origin : before;
        return levels.getOrDefault(last, 1.0) / levels.getOrDefault(since, 1.0);
    }

    /** Of the days of a step, counted from 0; beyond all steps as in the last. */
    public double step(int step) {
        return steps.get(Math.min(step, steps.size() - 1));
    }

    /**
     * Of the purchases within some days after the origin.
     *
     * @param expected purchase days until so many days after it
     */
    public double share(int days, IntToDoubleFunction expected) {
        double before = 0;
        double sum = 0;
        for (int step = 0; step * STEP < days; step++) {
            double to = Math.max(before, expected.applyAsDouble(Math.min(days, (step + 1) * STEP)));
            sum += (to - before) * step(step);
            before = to;
        }
        return before > 0 ? sum / before : step(0);
    }

    /** Whether the baskets of all steps within some days are alike. */
    public boolean isLevel(int days) {
        return IntStream.range(0, (days + STEP - 1) / STEP).allMatch(step -> step(step) == step(0));
    }
}
