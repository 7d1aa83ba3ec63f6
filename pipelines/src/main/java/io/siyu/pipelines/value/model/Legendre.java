package io.siyu.pipelines.value.model;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/** Nodes and weights of Gauss and Legendre on [0, 1]. */
final class Legendre {
    /** Exact to machine precision for what is integrated here, see {@link LifetimeIntegral}. */
    static final Legendre FINE = new Legendre(32);

    static final Legendre COARSE = new Legendre(16);

    private final double[] points;
    private final double[] weights;

    Legendre(int size) {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(size, 0, 1);
        points = new double[size];
        weights = new double[size];
        for (int i = 0; i < size; i++) {
            points[i] = rule.getPoint(i);
            weights[i] = rule.getWeight(i);
        }
    }

    int size() {
        return points.length;
    }

    double point(int i) {
        return points[i];
    }

    double weight(int i) {
        return weights[i];
    }
}
