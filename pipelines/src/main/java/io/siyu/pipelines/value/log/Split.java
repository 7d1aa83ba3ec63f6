package io.siyu.pipelines.value.log;

import io.siyu.pipelines.value.clock.Clock;
import io.siyu.pipelines.value.clock.CohortDays;
import io.siyu.pipelines.value.model.Cells;
import io.siyu.pipelines.value.model.History;
import io.siyu.pipelines.value.model.SpendCells;
import io.siyu.warehouse.Problems;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;

/**
 * Customers at a date: what a model may see of them, and what they did afterwards. Time is in weeks of seven days; one purchase is all
 * that a customer bought on a day. Weeks are those of a clock, on which days need not be alike.
 *
 * @param origin the last day that is seen
 * @param days days after the origin that are held out
 * @param persons customers who bought until the origin, in the order of their names
 * @param last the last purchase day of the log
 * @param clock reaches to the end of the days held out
 * @param isFirstCounted whether spend is that of all purchase days; else of repeats, as models of spend are used to have it
 */
public record Split(
        LocalDate origin, int days, List<Person> persons, LocalDate last, Clock clock, boolean isFirstCounted) {
    /**
     * A customer.
     *
     * @param first his first purchase day
     * @param firstPaid value of the first purchase day after refunds, 0 when it has none that is positive
     * @param counted purchase days whose spend counts
     * @param mean value of one of these after refunds, 0 when it has none that is positive
     * @param later purchase days within the days held out
     * @param laterSpend their value after refunds
     */
    public record Person(
            String id,
            LocalDate first,
            History history,
            double firstPaid,
            int counted,
            double mean,
            List<LocalDate> repeats,
            int later,
            double laterSpend) {}

    /** Splits on a clock of days that are alike. */
    public static Split at(List<Customer> customers, LocalDate origin, int days) {
        return at(customers, origin, days, Clock.EVEN, false);
    }

    /** Splits; there must be a customer with a purchase until the origin. */
    public static Split at(List<Customer> customers, LocalDate origin, int days, Clock clock, boolean isFirstCounted) {
        List<Person> persons = new ArrayList<>();
        LocalDate last = LocalDate.MIN;
        LocalDate first = LocalDate.MAX;
        for (Customer customer : customers) {
            if (customer.purchases().isEmpty()) {
                continue;
            }
            LocalDate begins = customer.purchases().firstKey();
            LocalDate ends = customer.purchases().lastKey();
            last = ends.isAfter(last) ? ends : last;
            first = begins.isBefore(first) ? begins : first;
            if (!begins.isAfter(origin)) {
                persons.add(person(customer, origin, days, clock, isFirstCounted));
            }
        }
        if (persons.isEmpty()) {
            String span = last.equals(LocalDate.MIN) ? "it has none" : "they are from " + first + " to " + last;
            throw Problems.cannot(
                    "fit purchases until " + origin,
                    "there are none; " + span,
                    "Nothing was written; give another --until");
        }
        return new Split(origin, days, List.copyOf(persons), last, clock, isFirstCounted);
    }

    private static Person person(Customer customer, LocalDate origin, int days, Clock clock, boolean isFirstCounted) {
        LocalDate first = customer.purchases().firstKey();
        NavigableMap<LocalDate, Double> seen = customer.net(first, origin);
        NavigableMap<LocalDate, Double> repeats = seen.tailMap(first, false);
        NavigableMap<LocalDate, Double> later = customer.net(origin.plusDays(1), origin.plusDays(days));
        NavigableMap<LocalDate, Double> counted = isFirstCounted ? seen : repeats;
        double mean = counted.isEmpty() ? 0 : sum(counted) / counted.size();
        History history = new History(repeats.size(), clock.weeks(first, seen.lastKey()), clock.weeks(first, origin));
        List<LocalDate> all = List.copyOf(customer.purchases()
                .tailMap(first, false)
                .headMap(origin.plusDays(days), true)
                .keySet());
        return new Person(
                customer.id(),
                first,
                history,
                Math.max(0, seen.firstEntry().getValue()),
                counted.size(),
                Math.max(0, mean),
                all,
                later.size(),
                sum(later));
    }

    /** Purchase days by the day on which their customers first bought, from which a clock is estimated. */
    public static CohortDays counts(List<Customer> customers) {
        CohortDays counts = new CohortDays();
        customers.stream()
                .filter(customer -> !customer.purchases().isEmpty())
                .forEach(customer -> customer.purchases()
                        .keySet()
                        .forEach(day -> counts.add(customer.purchases().firstKey(), day, 1)));
        return counts;
    }

    /** All days held out lie within the log, so that predictions can be compared with them. */
    public boolean isHeldOut() {
        return !origin.plusDays(days).isAfter(last.plusDays(7));
    }

    public double horizon() {
        return clock.weeks(origin, origin.plusDays(days));
    }

    public Cells cells() {
        return Cells.count(persons.stream().map(Person::history).toList());
    }

    /** Spend that counts, of those who have some. */
    public SpendCells spends() {
        return SpendCells.count(persons.stream()
                .filter(p -> p.mean() > 0)
                .map(p -> new SpendCells.Spend(p.counted(), p.mean()))
                .toList());
    }

    private static double sum(NavigableMap<LocalDate, Double> amounts) {
        double sum = 0;
        for (double amount : amounts.values()) {
            sum += amount;
        }
        return sum;
    }
}
