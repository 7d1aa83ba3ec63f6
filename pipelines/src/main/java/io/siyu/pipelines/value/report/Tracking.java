package io.siyu.pipelines.value.report;

import io.siyu.pipelines.value.OrderModels;
import io.siyu.pipelines.value.Valuation;
import io.siyu.pipelines.value.log.Split;
import io.siyu.pipelines.value.log.Split.Person;
import io.siyu.pipelines.value.model.OrderModel;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Repeat purchase days of all customers together, period by period from the first of them on, as they were and as the model expects
 * them of customers who began when these did.
 *
 * @param ends last day of each period
 * @param actual in a period; NaN beyond the log
 * @param expected in a period
 */
record Tracking(List<LocalDate> ends, List<Double> actual, List<Double> expected) {
    private static final int MOST = 120;

    static Tracking of(Valuation valuation) {
        Split split = valuation.split();
        OrderModels.ByTraits each = valuation.models().byTraits();
        Map<OrderModel, TreeMap<LocalDate, Integer>> begins = new LinkedHashMap<>();
        TreeMap<LocalDate, Integer> repeats = new TreeMap<>();
        for (Person person : split.persons()) {
            begins.computeIfAbsent(each.of(person), model -> new TreeMap<>()).merge(person.first(), 1, Integer::sum);
            person.repeats().forEach(day -> repeats.merge(day, 1, Integer::sum));
        }
        LocalDate first = split.persons().stream()
                .map(Person::first)
                .min(LocalDate::compareTo)
                .orElseThrow();
        LocalDate last = split.origin().plusDays(split.days());
        long weeks = ChronoUnit.DAYS.between(first, last) / 7 + 1;
        long step = 7 * ((weeks + MOST - 1) / MOST);
        List<LocalDate> ends = new ArrayList<>();
        List<Double> actual = new ArrayList<>();
        List<Double> expected = new ArrayList<>();
        double before = 0;
        LocalDate begin = first;
        for (LocalDate end = first.plusDays(step - 1); !end.isAfter(last); end = end.plusDays(step)) {
            double reached = 0;
            for (var group : begins.entrySet()) {
                for (var cohort : group.getValue().headMap(end, true).entrySet()) {
                    reached += cohort.getValue()
                            * group.getKey().expected(split.clock().weeks(cohort.getKey(), end));
                }
            }
            boolean known = !end.isAfter(split.last());
            double seen = repeats.subMap(begin, true, end, true).values().stream()
                    .mapToInt(n -> n)
                    .sum();
            ends.add(end);
            actual.add(known ? seen : Double.NaN);
            expected.add(reached - before);
            before = reached;
            begin = end.plusDays(1);
        }
        return new Tracking(ends, actual, expected);
    }
}
