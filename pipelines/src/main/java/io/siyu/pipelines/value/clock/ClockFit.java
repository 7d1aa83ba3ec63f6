package io.siyu.pipelines.value.clock;

import io.siyu.pipelines.value.clock.DayNames.Name;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A clock estimated from counts. Expected repeat purchase days of a day are those of customers of each age (days since the first
 * purchase, a rate for each span of ages, so that leaving and unequal customers are no season), times a level that
 * moves slowly (better and worse customers come with the months, which is no season: it is left out of the clock), times the weekday and the
 * name of the day. Each factor in turn is set to what makes its days come true (Poisson), drawn towards 1, or a name towards others of its
 * kind, as if {@value #DRAWN} purchases more had been as expected; more of them where days scatter more than chance.
 *
 * @param clock until the horizon ends
 * @param weekdays factors from Monday on, 1 on average
 * @param named factors by name
 * @param scatter variance of a day's count by its expectation, 1 and more
 */
public record ClockFit(Clock clock, List<Double> weekdays, Map<Name, Double> named, double scatter) {
    /** With fewer repeat purchase days all days are alike. */
    public static final int LEAST_REPEATS = 100;

    private static final double DRAWN = 5;
    private static final int ROUNDS = 25;
    private static final int WEEK = 7;
    private static final double LEVEL_DRAWN = 20;

    /**
     * Estimates.
     *
     * @param origin the last day that is seen
     * @param days how far the clock must reach beyond it
     */
    public static ClockFit of(CohortDays counts, DayNames names, LocalDate origin, int days) {
        CohortDays.Seen seen = counts.until(origin);
        if (seen == null || Arrays.stream(seen.byDay()).sum() < LEAST_REPEATS) {
            return new ClockFit(Clock.EVEN, List.of(1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0), new TreeMap<>(), 1);
        }
        Search search = new Search(seen, names);
        for (int round = 0; round < ROUNDS; round++) {
            search.round();
        }
        return search.fit(origin, days);
    }

    private static final class Search {
        private final CohortDays.Seen seen;
        private final DayNames names;
        private final int[] weekday;
        private final Map<Name, List<Integer>> places = new TreeMap<>();
        private final double[] week = ones(WEEK);
        private final Map<Name, Double> named = new TreeMap<>();
        private double[] base = new double[0];
        private double scatter = 1;

        Search(CohortDays.Seen seen, DayNames names) {
            this.seen = seen;
            this.names = names;
            this.weekday = new int[seen.byDay().length];
            for (int day = 0; day < weekday.length; day++) {
                LocalDate date = seen.from().plusDays(day);
                weekday[day] = date.getDayOfWeek().getValue() - 1;
                Name name = names.names().get(date);
                if (name != null) {
                    places.computeIfAbsent(name, none -> new ArrayList<>()).add(day);
                    named.put(name, 1.0);
                }
            }
        }

        void round() {
            base = levelled(Ages.expected(seen, weights()), weights());
            double[] expected = expected();
            scatter = scatter(expected);
            double[] had = new double[WEEK];
            double[] should = new double[WEEK];
            for (int day = 1; day < weekday.length; day++) {
                had[weekday[day]] += seen.byDay()[day];
                should[weekday[day]] += expected[day];
            }
            for (int i = 0; i < WEEK; i++) {
                week[i] = drawn(had[i], should[i] / week[i], 1, DRAWN);
            }
            double[] next = expected();
            Map<Name, Double> priors = new TreeMap<>();
            places.keySet().forEach(name -> priors.put(name, kind(name)));
            places.forEach((name, days) -> {
                double count =
                        days.stream().mapToDouble(day -> seen.byDay()[day]).sum();
                double sum = days.stream().mapToDouble(day -> next[day]).sum();
                named.put(name, drawn(count, sum / factor(name), priors.getOrDefault(name, 1.0), DRAWN));
            });
        }

        /** A factor: counted by expected, drawn towards its prior. */
        private double drawn(double count, double expected, double prior, double by) {
            double more = by * scatter;
            return (count + more * prior) / (expected + more);
        }

        private double factor(Name name) {
            return named.getOrDefault(name, 1.0);
        }

        /** What is expected of a name by the others of its kind: their mean, of logarithms, with one more that is 1. */
        private double kind(Name name) {
            double sum = 0;
            int others = 0;
            for (Map.Entry<Name, Double> other : named.entrySet()) {
                if (other.getKey().kind().equals(name.kind()) && !other.getKey().equals(name)) {
                    sum += Math.log(other.getValue());
                    others++;
                }
            }
            return Math.exp(sum / (others + 1));
        }

        /** Times the level of each day: counted by expected within weeks of it, the nearer weighing the more. */
        private double[] levelled(double[] base, double[] weights) {
            double[] expected = new double[base.length];
            for (int day = 0; day < base.length; day++) {
                expected[day] = base[day] * weights[day];
            }
            double[] had = Ages.nearby(seen.byDay());
            double[] should = Ages.nearby(expected);
            double[] levelled = new double[base.length];
            for (int day = 0; day < base.length; day++) {
                levelled[day] = base[day] * drawn(had[day], should[day], 1, LEVEL_DRAWN);
            }
            return levelled;
        }

        private double scatter(double[] expected) {
            double sum = 0;
            int days = 0;
            for (int day = 0; day < expected.length; day++) {
                if (expected[day] > 0.5) {
                    sum += Math.pow(seen.byDay()[day] - expected[day], 2) / expected[day];
                    days++;
                }
            }
            return Math.max(1, days == 0 ? 1 : sum / days);
        }

        private double[] weights() {
            double[] weights = new double[weekday.length];
            for (int day = 0; day < weights.length; day++) {
                weights[day] = week[weekday[day]];
            }
            places.forEach((name, days) -> days.forEach(day -> weights[day] *= factor(name)));
            return weights;
        }

        private double[] expected() {
            double[] expected = weights();
            for (int day = 0; day < expected.length; day++) {
                expected[day] *= base[day];
            }
            return expected;
        }

        ClockFit fit(LocalDate origin, int days) {
            double[] all = Arrays.copyOf(weights(), weekday.length + days);
            for (int ahead = 1; ahead <= days; ahead++) {
                LocalDate date = origin.plusDays(ahead);
                Name name = names.names().get(date);
                double factor = name == null ? 1 : named.containsKey(name) ? factor(name) : kind(name);
                all[weekday.length - 1 + ahead] =
                        factor * week[date.getDayOfWeek().getValue() - 1];
            }
            double mean = Arrays.stream(all, 0, weekday.length).average().orElse(1);
            for (int i = 0; i < all.length; i++) {
                all[i] /= mean;
            }
            double usual = Arrays.stream(week).average().orElse(1);
            List<Double> weekdays =
                    Arrays.stream(week).map(factor -> factor / usual).boxed().toList();
            return new ClockFit(Clock.of(seen.from(), all), weekdays, named, scatter);
        }

        private static double[] ones(int length) {
            double[] ones = new double[length];
            Arrays.fill(ones, 1);
            return ones;
        }
    }
}
