package io.siyu.pipelines.value.model;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The log-likelihood of cells, or of several groups of cells whose logarithms of parameters are linear in θ: so covariates that do
 * not change with time enter.
 */
final class Likelihood implements Objective {
    /** Cells that one core sums at a time. */
    private static final int PART = 2048;

    /** Densities by parameters and the largest x. */
    @FunctionalInterface
    interface Source {
        Density at(double[] parameters, int most);
    }

    /**
     * Customers that share their parameters.
     *
     * @param design a row per parameter: how its logarithm is made of θ
     */
    record Group(Cells cells, double[][] design) {}

    private final Source source;
    private final List<Group> groups;
    private final int size;
    private final double weight;

    Likelihood(Source source, List<Group> groups) {
        this.source = source;
        this.groups = List.copyOf(groups);
        this.size = groups.get(0).design()[0].length;
        this.weight = groups.stream().mapToDouble(g -> g.cells().customers()).sum();
    }

    static Likelihood of(Family family, Cells cells) {
        return of(family::density, family.parameters().size(), cells);
    }

    /** Without covariates: θ is the logarithms. */
    static Likelihood of(Source source, int size, Cells cells) {
        double[][] same = new double[size][size];
        for (int i = 0; i < size; i++) {
            same[i][i] = 1;
        }
        return new Likelihood(source, List.of(new Group(cells, same)));
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public double weight() {
        return weight;
    }

    @Override
    public double at(double[] theta, double[] slope) {
        java.util.Arrays.fill(slope, 0);
        double sum = 0;
        for (Group group : groups) {
            double[][] design = group.design();
            double[] natural = new double[design.length];
            for (int p = 0; p < natural.length; p++) {
                double log = 0;
                for (int i = 0; i < size; i++) {
                    log += design[p][i] * theta[i];
                }
                natural[p] = Math.exp(log);
            }
            double[] inside = parts(group.cells(), natural);
            sum += inside[natural.length];
            for (int p = 0; p < natural.length; p++) {
                for (int i = 0; i < size; i++) {
                    slope[i] += design[p][i] * inside[p];
                }
            }
        }
        return sum;
    }

    /** Slopes, then the sum. Which cells are summed together does not depend on the cores that sum. */
    private double[] parts(Cells cells, double... natural) {
        double[][] parts = IntStream.range(0, (cells.size() + PART - 1) / PART)
                .parallel()
                .mapToObj(part -> part(cells, part * PART, source.at(natural, cells.most()), natural.length))
                .toArray(double[][]::new);
        double[] all = new double[natural.length + 1];
        for (double[] part : parts) {
            for (int i = 0; i < all.length; i++) {
                all[i] += part[i];
            }
        }
        return all;
    }

    private static double[] part(Cells cells, int from, Density density, int parameters) {
        double[] sums = new double[parameters + 1];
        double[] one = new double[parameters];
        for (int i = from; i < Math.min(from + PART, cells.size()); i++) {
            sums[parameters] += cells.count(i) * density.at(cells.history(i), one);
            for (int p = 0; p < parameters; p++) {
                sums[p] += cells.count(i) * one[p];
            }
        }
        return sums;
    }
}
