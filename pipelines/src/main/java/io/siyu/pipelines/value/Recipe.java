package io.siyu.pipelines.value;

import io.siyu.pipelines.value.clock.Clock;
import io.siyu.pipelines.value.log.Covariates;
import io.siyu.pipelines.value.log.Customer;
import io.siyu.pipelines.value.log.FirstBasket;
import io.siyu.pipelines.value.log.Split;
import io.siyu.pipelines.value.model.Family;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is fitted to a log, at whatever origin.
 *
 * @param covariates what is known of each customer, if anything
 * @param isByFirstBasket whether customers also differ by their first purchase, and spend counts it
 */
public record Recipe(Family family, Optional<Covariates> covariates, boolean isByFirstBasket) {
    /** Fits and predicts; there must be a customer with a purchase until the origin. */
    public Valuation at(List<Customer> customers, LocalDate origin, int days, Clock clock) {
        return of(split(customers, origin, days, clock));
    }

    Split split(List<Customer> customers, LocalDate origin, int days, Clock clock) {
        return Split.at(customers, origin, days, clock, isByFirstBasket);
    }

    Valuation of(Split split) {
        if (!isByFirstBasket) {
            return Valuation.of(split, family, covariates);
        }
        Covariates first = FirstBasket.of(split);
        return Valuation.of(
                split,
                family,
                Optional.of(covariates.map(known -> known.and(first)).orElse(first)));
    }
}
