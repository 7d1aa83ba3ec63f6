package io.siyu.pipelines.value.table;

import io.siyu.pipelines.value.model.Cells;
import io.siyu.pipelines.value.model.Paces;
import io.siyu.pipelines.value.total.OrderMoments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A model of orders, and how much more often than all the customers of each cohort buy: by the domain of the first purchase, and on top of
 * it by its month, each drawn to all the nearer the fewer they are.
 *
 * @param base of all customers
 * @param domains pace by domain; empty where all cohorts are alike
 * @param months pace by month, on top of the domain's
 */
record PacedFit(OrderFit base, Map<String, Double> domains, Map<String, Double> months) {
    /** All cohorts are alike. */
    static PacedFit even(OrderFit base) {
        return new PacedFit(base, Map.of(), Map.of());
    }

    /**
     * Learns the paces.
     *
     * @param base fitted to all of these
     */
    static PacedFit of(OrderFit base, Map<Cohort, Cells> cohorts) {
        if (!base.isFitted()) {
            return even(base);
        }
        Paces paces = new Paces(base.family(), base.parameters());
        Map<String, List<Paces.Part>> byDomain = new TreeMap<>();
        cohorts.forEach((cohort, cells) -> byDomain.computeIfAbsent(cohort.domain(), any -> new ArrayList<>())
                .add(new Paces.Part(cells, 0)));
        Map<String, Double> domains = paces.of(byDomain);
        Map<String, List<Paces.Part>> byMonth = new TreeMap<>();
        cohorts.forEach((cohort, cells) -> byMonth.computeIfAbsent(cohort.month(), any -> new ArrayList<>())
                .add(new Paces.Part(cells, domains.getOrDefault(cohort.domain(), 0.0))));
        return new PacedFit(base, domains, paces.of(byMonth));
    }

    /** The logarithm of how much more often than all they buy; 0 for a cohort that was not there. */
    double pace(Cohort cohort) {
        return domains.getOrDefault(cohort.domain(), 0.0) + months.getOrDefault(cohort.month(), 0.0);
    }

    /** The model of a cohort's customers. */
    OrderFit of(Cohort cohort) {
        return base.at(pace(cohort));
    }

    /** What it says of histories, by cohort. */
    Moments moments() {
        return new Moments(this, base.moments(), new TreeMap<>());
    }

    /**
     * What is said of histories, each computed once for a pace.
     *
     * @param all of all customers
     */
    record Moments(PacedFit fit, OrderMoments all, Map<Double, OrderMoments> paced) {
        OrderMoments of(Cohort cohort) {
            double pace = fit.pace(cohort);
            return pace == 0
                    ? all
                    : paced.computeIfAbsent(pace, any -> fit.base.at(pace).moments());
        }
    }
}
