package io.siyu.pipelines.value;

import io.siyu.pipelines.value.log.Covariates;
import io.siyu.pipelines.value.log.Split;
import io.siyu.pipelines.value.log.Split.Person;
import io.siyu.pipelines.value.model.Cells;
import io.siyu.pipelines.value.model.Choice;
import io.siyu.pipelines.value.model.CovariateFit;
import io.siyu.pipelines.value.model.Family;
import io.siyu.pipelines.value.model.Fit;
import io.siyu.pipelines.value.model.History;
import io.siyu.pipelines.value.model.OrderModel;
import io.siyu.pipelines.value.total.OrderMoments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The model of orders that holds of each customer: that of all, or, when covariates are known and their likelihood has a maximum, that
 * of those whose covariates are his.
 *
 * @param choice fitted to all customers as if they were alike
 * @param known covariates, if any were given
 * @param covaried fitted with them, of the family that {@code choice} publishes
 */
public record OrderModels(Choice choice, Optional<Covariates> known, Optional<CovariateFit> covaried) {
    /** Fits a family, or NBD where leaving is not identified, then with covariates. */
    static OrderModels of(Split split, Family family, Optional<Covariates> known) {
        Choice choice = Choice.of(family, split.cells());
        return new OrderModels(
                choice,
                known,
                known.map(covariates -> CovariateFit.of(choice.published().family(), cells(split, covariates))));
    }

    private static Map<List<Double>, Cells> cells(Split split, Covariates covariates) {
        Map<List<Double>, List<History>> groups = new HashMap<>();
        for (Person person : split.persons()) {
            groups.computeIfAbsent(covariates.of(person.id()), z -> new ArrayList<>())
                    .add(person.history());
        }
        Map<List<Double>, Cells> cells = new HashMap<>();
        groups.forEach((z, histories) -> cells.put(z, Cells.count(histories)));
        return cells;
    }

    /** The fit with covariates, when predictions come from it. */
    public Optional<CovariateFit> used() {
        return covaried.filter(CovariateFit::converged);
    }

    /** Whether predictions come from covariates. */
    public boolean isCovaried() {
        return used().isPresent();
    }

    /** Of the fit that predictions come from. */
    public double logLikelihood() {
        return used().map(CovariateFit::logLikelihood).orElse(choice.published().logLikelihood());
    }

    /** What tells customers apart for the model: their covariates, or nothing. */
    List<Double> traits(Person person) {
        return isCovaried() ? known.orElseThrow().of(person.id()) : List.of();
    }

    /** The models of these customers, by what tells them apart. */
    public ByTraits byTraits() {
        return new ByTraits(this, new TreeMap<>((a, b) -> {
            for (int i = 0; i < a.size(); i++) {
                int order = Double.compare(a.get(i), b.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        }));
    }

    /** Models, each made once. */
    public record ByTraits(OrderModels models, TreeMap<List<Double>, OrderModel> made) {
        /** The model that holds of a customer; the same object for all whom nothing tells apart. */
        public OrderModel of(Person person) {
            return made.computeIfAbsent(models.traits(person), models::model);
        }
    }

    private OrderModel model(List<Double> traits) {
        return traits.isEmpty()
                ? choice.published().model()
                : covaried.orElseThrow().model(traits);
    }

    /** The model of a customer whose traits are the means of these customers'. */
    public OrderModel ofMean(List<Person> persons) {
        return model(mean(persons));
    }

    /** What is said of customers with these traits; the errors are those at the mean traits. */
    OrderMoments moments(List<Double> traits, List<Double> mean) {
        if (traits.isEmpty()) {
            Fit fit = choice.published();
            return new OrderMoments(fit.family(), fit.parameters(), fit.logCovariance());
        }
        CovariateFit fit = covaried.orElseThrow();
        return new OrderMoments(fit.family(), fit.parameters(traits), fit.logCovariance(mean));
    }

    /** Means over customers. */
    List<Double> mean(List<Person> persons) {
        List<Double> first = traits(persons.get(0));
        double[] sums = new double[first.size()];
        for (Person person : persons) {
            List<Double> traits = traits(person);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += traits.get(i);
            }
        }
        return Arrays.stream(sums).map(sum -> sum / persons.size()).boxed().toList();
    }
}
