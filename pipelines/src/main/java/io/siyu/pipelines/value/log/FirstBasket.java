package io.siyu.pipelines.value.log;

import io.siyu.pipelines.value.log.Split.Person;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a first purchase says of a customer, as covariates: the logarithm of what it came to, in steps of a tenth, and when it was made, in
 * whole weeks after the log begins. What came to less than a hundredth of the mean counts as that.
 */
public final class FirstBasket {
    private static final double STEP = 0.1;
    private static final double LEAST = 0.01;
    private static final int WEEK = 7;

    private FirstBasket() {}

    /** Of the customers of a split; nothing after its origin has a part in it. */
    public static Covariates of(Split split) {
        double mean = split.persons().stream()
                .mapToDouble(Person::firstPaid)
                .average()
                .orElse(0);
        long begins = split.persons().stream()
                .mapToLong(person -> person.first().toEpochDay())
                .min()
                .orElse(0);
        Map<String, List<Double>> known = new TreeMap<>();
        for (Person person : split.persons()) {
            double paid = mean > 0 ? Math.log(Math.max(LEAST, person.firstPaid() / mean)) : 0;
            long weeks = (person.first().toEpochDay() - begins) / WEEK;
            known.put(person.id(), List.of(Math.rint(paid / STEP) * STEP, (double) weeks));
        }
        return new Covariates(List.of("first_ln_amount", "first_week"), known);
    }
}
