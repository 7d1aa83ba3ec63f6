package io.siyu.pipelines.value.log;

import io.siyu.warehouse.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of customers and does not change with time.
 *
 * @param names one for each number
 * @param byCustomer their numbers
 */
public record Covariates(List<String> names, Map<String, List<Double>> byCustomer) {
    /** These, and others of the same customers after them. */
    public Covariates and(Covariates others) {
        List<String> all = new ArrayList<>(names);
        all.addAll(others.names);
        Map<String, List<Double>> both = new TreeMap<>();
        others.byCustomer.forEach((customer, numbers) -> {
            List<Double> own = new ArrayList<>(of(customer));
            own.addAll(numbers);
            both.put(customer, List.copyOf(own));
        });
        return new Covariates(List.copyOf(all), both);
    }

    /** Of one customer; it is an error when nothing is known of him. */
    public List<Double> of(String customer) {
        List<Double> known = byCustomer.get(customer);
        if (known == null) {
            throw Problems.cannot(
                    "fit with covariates",
                    "customer '" + customer + "' has purchases and no row among the covariates",
                    "Nothing was written; give every customer a row");
        }
        return known;
    }
}
