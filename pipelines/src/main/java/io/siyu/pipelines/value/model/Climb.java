package io.siyu.pipelines.value.model;

import java.util.function.BiFunction;
import java.util.function.IntFunction;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.apache.commons.math3.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;

/**
 * Climbs to the highest point from several starts: conjugate gradients into its neighbourhood, then from the highest of
 * these Newton's steps, whose Hessian is also what errors come from. Never throws for a likelihood that is flat: it ends where nothing rises any more.
 */
final class Climb {
    private static final int ROUNDS = 25;
    private static final double STEP = 1e-4;

    /** Logarithms of parameters beyond this are drawn back, so that a climb along a ridge ends. */
    private static final double FAR = 14;

    private final Objective objective;
    private int evaluations;

    Climb(Objective objective) {
        this.objective = objective;
    }

    Optimum from(double[][] starts) {
        double[] best = starts[0];
        double highest = Double.NEGATIVE_INFINITY;
        for (double[] start : starts) {
            double[] near = gradients(start);
            double value = at(near, new double[near.length]);
            if (value > highest) {
                highest = value;
                best = near;
            }
        }
        return top(newton(best, (theta, slope) -> hessian(theta)));
    }

    /** Newton's steps alone, from where the top is near; they are taken by half a Hessian. */
    Optimum near(double[] start) {
        return top(newton(start, this::bends));
    }

    private Optimum top(double[] best) {
        double[] slope = new double[best.length];
        double value = at(best, slope);
        double steepest = new ArrayRealVector(slope).getLInfNorm() / objective.weight();
        return new Optimum(best, value, steepest, covariance(best), evaluations);
    }

    private double at(double[] theta, double[] slope) {
        evaluations++;
        double sum = objective.at(theta, slope);
        for (int i = 0; i < theta.length; i++) {
            double over = Math.abs(theta[i]) - FAR;
            if (over > 0) {
                sum -= objective.weight() * over * over;
                slope[i] -= 2 * objective.weight() * over * Math.signum(theta[i]);
            }
        }
        return sum;
    }

    private double[] gradients(double[] start) {
        NonLinearConjugateGradientOptimizer search = new NonLinearConjugateGradientOptimizer(
                NonLinearConjugateGradientOptimizer.Formula.POLAK_RIBIERE,
                new SimpleValueChecker(1e-4, 1e-4),
                1e-2,
                1e-2,
                0.2);
        double weight = objective.weight();
        try {
            PointValuePair found = search.optimize(
                    new MaxEval(400),
                    GoalType.MAXIMIZE,
                    new InitialGuess(start),
                    new ObjectiveFunction(theta -> at(theta, new double[theta.length]) / weight),
                    new ObjectiveFunctionGradient(theta -> {
                        double[] slope = new double[theta.length];
                        at(theta, slope);
                        return new ArrayRealVector(slope).mapDivide(weight).toArray();
                    }));
            return found.getPoint();
        } catch (MathIllegalStateException e) {
            return start;
        }
    }

    private double[] newton(double[] start, BiFunction<double[], double[], Array2DRowRealMatrix> bends) {
        double[] here = start;
        double[] slope = new double[here.length];
        double value = at(here, slope);
        for (int round = 0; round < ROUNDS; round++) {
            RealVector rise = new ArrayRealVector(slope);
            if (rise.getLInfNorm() / objective.weight() < Optimum.FLAT * 1e-3) {
                return here;
            }
            RealVector step = step(bends.apply(here, slope), rise);
            double[] next = here;
            double[] nextSlope = slope;
            double reached = Double.NEGATIVE_INFINITY;
            boolean higher = false;
            for (int halved = 0; halved < 20 && !higher; halved++) {
                next = new ArrayRealVector(here)
                        .add(step.mapMultiply(Math.pow(0.5, halved)))
                        .toArray();
                nextSlope = new double[here.length];
                reached = at(next, nextSlope);
                boolean flatter = new ArrayRealVector(nextSlope).getLInfNorm() < rise.getLInfNorm() / 2;
                higher = reached > value || (flatter && reached > value - 1e-12 * Math.abs(value));
            }
            if (!higher) {
                return here;
            }
            here = next;
            slope = nextSlope;
            value = reached;
        }
        return here;
    }

    /** Newton's step with the curvature made negative in every direction, no longer than 2 in any. */
    private RealVector step(Array2DRowRealMatrix bends, RealVector rise) {
        EigenDecomposition parts = new EigenDecomposition(bends);
        RealVector step = new ArrayRealVector(rise.getDimension());
        for (int i = 0; i < rise.getDimension(); i++) {
            RealVector direction = parts.getEigenvector(i);
            double bend = Math.max(Math.abs(parts.getRealEigenvalue(i)), 1e-10 * objective.weight());
            double length = direction.dotProduct(rise) / bend;
            step = step.add(direction.mapMultiply(Math.max(-2, Math.min(2, length))));
        }
        return step;
    }

    /** The Hessian to one side, good enough to step by near the top, for half the cost. */
    private Array2DRowRealMatrix bends(double[] theta, double[] slope) {
        return symmetric(theta.length, i -> risen(slope, slopes(theta, i, STEP), STEP));
    }

    private Array2DRowRealMatrix hessian(double[] theta) {
        return symmetric(theta.length, i -> risen(slopes(theta, i, -STEP), slopes(theta, i, STEP), 2 * STEP));
    }

    /** The mean of a matrix, given by rows, and of its transpose. */
    private static Array2DRowRealMatrix symmetric(int size, IntFunction<double[]> rows) {
        double[][] h = new double[size][size];
        for (int i = 0; i < size; i++) {
            double[] row = rows.apply(i);
            for (int j = 0; j < size; j++) {
                h[i][j] += row[j] / 2;
                h[j][i] += row[j] / 2;
            }
        }
        return new Array2DRowRealMatrix(h, false);
    }

    private double[] slopes(double[] theta, int along, double by) {
        double[] moved = theta.clone();
        moved[along] += by;
        double[] slope = new double[theta.length];
        at(moved, slope);
        return slope;
    }

    private static double[] risen(double[] from, double[] to, double over) {
        double[] risen = new double[from.length];
        for (int i = 0; i < risen.length; i++) {
            risen[i] = (to[i] - from[i]) / over;
        }
        return risen;
    }

    private double[][] covariance(double[] theta) {
        EigenDecomposition parts = new EigenDecomposition(hessian(theta));
        for (double bend : parts.getRealEigenvalues()) {
            if (!(bend < -1e-9 * objective.weight())) {
                return new double[0][];
            }
        }
        return parts.getSolver().getInverse().scalarMultiply(-1).getData();
    }
}
