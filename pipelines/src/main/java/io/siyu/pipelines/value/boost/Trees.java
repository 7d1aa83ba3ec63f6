package io.siyu.pipelines.value.boost;

import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Boosted trees of one number. Everything that could vary is fixed: one thread, no sampling, rows in the order in which they are
 * given; so the same rows give the same trees.
 *
 * @param model as XGBoost writes it
 * @param start where the first tree begins, on the scale of the link
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Trees(byte[] model, double start) implements Serializable {
    private static final int ROUNDS = 100;
    private static final Optional<String> MISSING = missing(Trees::load);

    /** What is learned, and on which scale trees add up. */
    enum Target {
        /** Counts; logarithm of the mean. */
        COUNT("count:poisson", 10),
        /** 0 or 1; logit of the probability. */
        CHANCE("binary:logistic", 10),
        /** Any number; itself. */
        MEAN("reg:squarederror", 30),
        /** Squares of what is left over; logarithm of their mean. */
        VARIANCE("reg:gamma", 30);

        private final String objective;
        private final int least;

        Target(String objective, int least) {
            this.objective = objective;
            this.least = least;
        }

        private double link(double mean) {
            return switch (this) {
                case COUNT, VARIANCE -> Math.log(mean);
                case CHANCE -> Math.log(mean / (1 - mean));
                case MEAN -> mean;
            };
        }
    }

    /** Why there can be no trees here; empty where there can. */
    static Optional<String> missing() {
        return MISSING;
    }

    /** The same of something that loads the native library. */
    static Optional<String> missing(Runnable load) {
        try {
            load.run();
            return Optional.empty();
        } catch (LinkageError e) {
            return Optional.of("XGBoost has no native library for %s %s"
                    .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
        }
    }

    /** Learns labels, not all of them alike, from rows of {@link Features}, one after the other. */
    static Trees of(Target target, float[] rows, float... labels) {
        double sum = 0;
        for (float label : labels) {
            sum += label;
        }
        double start = target.link(sum / labels.length);
        try {
            DMatrix matrix = matrix(rows, start);
            matrix.setLabel(labels);
            Booster booster = XGBoost.train(matrix, settings(target), ROUNDS, Map.of(), null, null);
            byte[] model = booster.toByteArray();
            booster.dispose();
            matrix.dispose();
            return new Trees(model, start);
        } catch (XGBoostError e) {
            throw new IllegalStateException("Cannot boost " + target + " on " + labels.length + " rows", e);
        }
    }

    /**
     * What is expected of each row.
     *
     * @param more is added on the scale of the link: the logarithm of how much longer the days are
     */
    float[] of(float[] rows, double more) {
        try {
            Booster booster = XGBoost.loadModel(model);
            booster.setParam("nthread", 1);
            DMatrix matrix = matrix(rows, start + more);
            float[][] found = booster.predict(matrix);
            booster.dispose();
            matrix.dispose();
            float[] expected = new float[found.length];
            for (int i = 0; i < expected.length; i++) {
                expected[i] = found[i][0];
            }
            return expected;
        } catch (XGBoostError | java.io.IOException e) {
            throw new IllegalStateException("Cannot ask trees of " + model.length + " bytes", e);
        }
    }

    private static DMatrix matrix(float[] rows, double start) throws XGBoostError {
        int size = rows.length / Features.SIZE;
        DMatrix matrix = new DMatrix(rows, size, Features.SIZE, Float.NaN);
        float[] margin = new float[size];
        java.util.Arrays.fill(margin, (float) start);
        matrix.setBaseMargin(margin);
        return matrix;
    }

    private static Map<String, Object> settings(Target target) {
        return new TreeMap<>(Map.of(
                "objective", target.objective,
                "min_child_weight", target.least,
                "eta", 0.1,
                "max_depth", 4,
                "max_bin", 64,
                "tree_method", "hist",
                "nthread", 1,
                "seed", 1,
                "verbosity", 0));
    }

    private static void load() {
        try {
            matrix(new float[Features.SIZE], 0).dispose();
        } catch (XGBoostError e) {
            throw new UnsatisfiedLinkError(e.getMessage());
        }
    }
}
