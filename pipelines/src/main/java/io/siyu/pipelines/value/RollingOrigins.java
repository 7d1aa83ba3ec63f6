package io.siyu.pipelines.value;

import io.siyu.pipelines.value.backtest.Accuracy;
import io.siyu.pipelines.value.clock.Clock;
import io.siyu.pipelines.value.clock.ClockFit;
import io.siyu.pipelines.value.clock.DayNames;
import io.siyu.pipelines.value.log.Customer;
import io.siyu.pipelines.value.log.Split;
import io.siyu.pipelines.value.model.Choice;
import io.siyu.pipelines.value.total.PeriodEffect;
import io.siyu.pipelines.value.total.PeriodEffect.Past;
import io.siyu.pipelines.value.total.Total;
import io.siyu.pipelines.value.total.TotalRange;
import io.siyu.pipelines.value.total.TotalSum;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The same fit at earlier and earlier origins, each seeing only what lies before it: one origin says how a model did, several say how it
 * does.
 *
 * @param rounds the earliest first
 */
public record RollingOrigins(List<Round> rounds) {
    /** Days from one origin to the next: whole weeks, so that all of them end on one weekday. */
    public static final int APART = 28;

    /** With fewer customers an origin is left out. */
    public static final int LEAST_CUSTOMERS = 50;

    /**
     * One origin, and how its predictions came true.
     *
     * @param ordersTotal of all customers, with all that may move it as it was known then
     * @param spendTotal likewise
     */
    public record Round(
            LocalDate origin,
            int customers,
            Choice.Reason reason,
            Accuracy orders,
            Accuracy spend,
            TotalRange ordersTotal,
            TotalRange spendTotal) {}

    /**
     * Fits at each origin anew.
     *
     * @param last the latest origin
     * @param days held out after each
     * @param recipe what is fitted at each
     * @param season days with names, for a clock estimated at each origin; empty: all days are alike
     * @param most how many origins, as far as the log reaches back
     */
    public static RollingOrigins of(
            List<Customer> customers, LocalDate last, int days, int most, Recipe recipe, Optional<DayNames> season) {
        LocalDate first = customers.stream()
                .filter(customer -> !customer.purchases().isEmpty())
                .map(customer -> customer.purchases().firstKey())
                .min(LocalDate::compareTo)
                .orElse(last);
        List<Round> rounds = new ArrayList<>();
        List<Past> orders = new ArrayList<>();
        List<Past> spend = new ArrayList<>();
        for (int back = most - 1; back >= 0; back--) {
            LocalDate origin = last.minusDays((long) APART * back);
            if (origin.isBefore(first)) {
                continue;
            }
            Split split = recipe.split(customers, origin, days, clock(customers, origin, days, season));
            if (split.isHeldOut() && split.persons().size() >= LEAST_CUSTOMERS) {
                Valuation valuation = recipe.of(split);
                BackTest test = BackTest.of(valuation);
                TotalSum total = valuation.total();
                rounds.add(new Round(
                        origin,
                        split.persons().size(),
                        valuation.choice().reason(),
                        test.orders(),
                        test.spend(),
                        range(orders, origin, days, test.orders(), total.orders()),
                        range(spend, origin, days, test.spend(), total.spend())));
            }
        }
        return new RollingOrigins(List.copyOf(rounds));
    }

    /** A total with what earlier ones teach, and with it one more of them. */
    private static TotalRange range(List<Past> past, LocalDate origin, int days, Accuracy accuracy, Total total) {
        List<Past> known = past.stream()
                .filter(one -> !one.origin().plusDays(days).isAfter(origin))
                .toList();
        past.add(new Past(origin, accuracy.predicted(), total.spread(), accuracy.actual()));
        return PeriodEffect.of(known, days).around(accuracy.predicted(), total.spread());
    }

    private static Clock clock(List<Customer> customers, LocalDate origin, int days, Optional<DayNames> season) {
        return season.map(names -> ClockFit.of(Split.counts(customers), names, origin, days)
                        .clock())
                .orElse(Clock.EVEN);
    }
}
