package io.siyu.pipelines.value.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much more often than all customers those of a group buy, the model of all standing: their α is α·exp(−pace), the form in which
 * covariates enter (Fader and Hardie 2007). A pace is the top of the group's likelihood under a normal prior around 0, that of all; how wide
 * the prior is comes from the groups themselves, by the method of moments (DerSimonian and Laird 1986, about 0). Where groups differ no
 * more than chance lets them, all paces are 0; a group of few customers stays near 0 whatever they do: partial pooling.
 */
public final class Paces {
    /** A pace as far from 0 as this is a group's that has hardly any purchases, and says nothing of how far groups lie apart. */
    private static final double FAR = 4;

    private final Family family;
    private final List<Double> parameters;

    /**
     * @param family of the model of all
     * @param parameters of it
     */
    public Paces(Family family, List<Double> parameters) {
        this.family = family;
        this.parameters = List.copyOf(parameters);
    }

    /**
     * Customers of a group who share what is known of their pace beforehand.
     *
     * @param known a pace that theirs is on top of
     */
    public record Part(Cells cells, double known) {}

    /** The pace of each group, by its name. */
    public Map<String, Double> of(Map<String, ? extends Collection<Part>> groups) {
        Map<String, Objective> own = new TreeMap<>();
        groups.forEach((name, parts) -> own.put(name, likelihood(parts)));
        double precision = 0;
        double surprise = 0;
        int told = 0;
        for (Objective group : own.values()) {
            Optimum top = new Climb(group).near(new double[1]);
            if (top.isStrict() && Math.abs(top.theta()[0]) < FAR) {
                double weight = 1 / top.covariance()[0][0];
                precision += weight;
                surprise += weight * top.theta()[0] * top.theta()[0];
                told++;
            }
        }
        double variance = precision > 0 ? Math.max(0, (surprise - told) / precision) : 0;
        Map<String, Double> paces = new TreeMap<>();
        own.forEach((name, group) -> paces.put(
                name,
                variance > 0
                        ? new Climb(drawn(group, variance)).near(new double[1]).theta()[0]
                        : 0.0));
        return paces;
    }

    /** The parameters of customers of a pace. */
    public static List<Double> at(List<Double> parameters, double pace) {
        List<Double> at = new ArrayList<>(parameters);
        at.set(1, at.get(1) * Math.exp(-pace));
        return List.copyOf(at);
    }

    /** Along one coordinate, the pace: all others stand. */
    private Objective likelihood(Collection<Part> parts) {
        int base = parameters.size();
        List<Likelihood.Group> groups = new ArrayList<>();
        for (Part part : parts) {
            double[][] design = new double[base][base + 2];
            for (int p = 0; p < base; p++) {
                design[p][p] = 1;
            }
            design[1][base] = -part.known();
            design[1][base + 1] = -1;
            groups.add(new Likelihood.Group(part.cells(), design));
        }
        Likelihood all = new Likelihood(family::density, groups);
        double[] theta = new double[base + 2];
        for (int p = 0; p < base; p++) {
            theta[p] = Math.log(parameters.get(p));
        }
        theta[base] = 1;
        return new Line(all.weight(), (pace, slope) -> {
            double[] at = theta.clone();
            at[base + 1] = pace[0];
            double[] slopes = new double[at.length];
            double value = all.at(at, slopes);
            slope[0] = slopes[base + 1];
            return value;
        });
    }

    private static Objective drawn(Objective own, double variance) {
        return new Line(own.weight(), (pace, slope) -> {
            double value = own.at(pace, slope) - pace[0] * pace[0] / (2 * variance);
            slope[0] -= pace[0] / variance;
            return value;
        });
    }

    /** A function of one coordinate. */
    private record Line(double weight, Along along) implements Objective {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public double at(double[] theta, double[] slope) {
            return along.at(theta, slope);
        }
    }

    @FunctionalInterface
    private interface Along {
        double at(double[] pace, double[] slope);
    }
}
