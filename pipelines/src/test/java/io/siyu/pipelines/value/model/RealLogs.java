package io.siyu.pipelines.value.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Purchase days and what was spent on them, by customer, of a shared log. */
record RealLogs(TreeMap<String, TreeMap<LocalDate, Double>> days) {
    static RealLogs read(String file, int customer, int date, int fromEnd, Predicate<String[]> counts) {
        TreeMap<String, TreeMap<LocalDate, Double>> days = new TreeMap<>();
        for (String[] row : SharedData.rows(file)) {
            if (counts.test(row)) {
                days.computeIfAbsent(row[customer], c -> new TreeMap<>())
                        .merge(LocalDate.parse(row[date]), Double.parseDouble(row[row.length - fromEnd]), Double::sum);
            }
        }
        return new RealLogs(days);
    }

    /** History in weeks of each customer who bought by then. */
    TreeMap<String, History> histories(LocalDate until) {
        TreeMap<String, History> histories = new TreeMap<>();
        days.forEach((customer, all) -> {
            NavigableMap<LocalDate, Double> seen = all.headMap(until, true);
            if (!seen.isEmpty()) {
                LocalDate first = seen.firstKey();
                histories.put(
                        customer, new History(seen.size() - 1, weeks(first, seen.lastKey()), weeks(first, until)));
            }
        });
        return histories;
    }

    /** What repeaters spent on purchase days after the first one. */
    List<SpendCells.Spend> spends(LocalDate until) {
        List<SpendCells.Spend> spends = new ArrayList<>();
        days.forEach((customer, all) -> {
            NavigableMap<LocalDate, Double> seen = all.headMap(until, true);
            if (seen.size() > 1) {
                double sum = seen.tailMap(seen.firstKey(), false).values().stream()
                        .mapToDouble(d -> d)
                        .sum();
                spends.add(new SpendCells.Spend(seen.size() - 1, sum / (seen.size() - 1)));
            }
        });
        return spends;
    }

    private static double weeks(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to) / 7.0;
    }
}
