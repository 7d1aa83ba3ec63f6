package io.siyu.pipelines.value.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** The simulated apparel log of CLVTools, split after 104 weeks, against that program's own estimates. */
class CovariateFitTest {
    private static final LocalDate SPLIT = LocalDate.of(2006, 12, 31);
    private static final Percentage CLOSE = Percentage.withPercentage(0.1);

    @Test
    void without_covariates() {
        Cells cells = Cells.count(apparel().histories(SPLIT).values());
        holds(Fit.of(Family.PARETO_NBD, cells), -5848.097827, 1.448976790, 48.636084482, .561259809, 46.884363479);
        holds(Fit.of(Family.BG_NBD, cells), -5857.019749, .6073108097, 20.9567292732, 1.2755433949, 8.8608158993);
    }

    /** CLVTools stops where our likelihood is lower by 2e-5 than at its top, so that estimates differ in the third digit. */
    @Test
    void gender_and_channel_in_pareto_nbd() {
        Map<List<Double>, Cells> cells = byCovariates();
        CovariateFit fit = CovariateFit.of(Family.PARETO_NBD, cells);
        assertThat(fit.converged()).isTrue();
        assertThat(fit.logLikelihood()).isCloseTo(-5821.062709, within(1e-3)).isGreaterThan(-5821.062709);
        CovariateFit theirs = new CovariateFit(
                Family.PARETO_NBD,
                List.of(1.8378432360, 92.9123488510, .5919985110, 49.6227266658),
                List.of(-.6429933942, .7906789478),
                List.of(.2858739727, .6241241002),
                List.of(),
                List.of(),
                0,
                false);
        assertThat(log(theirs, cells)).isCloseTo(-5821.062709, within(1e-5));
        assertThat(log(fit, cells)).isCloseTo(fit.logLikelihood(), within(1e-7));
        for (int i = 0; i < 2; i++) {
            assertThat(fit.leaving().get(i)).isCloseTo(theirs.leaving().get(i), within(2e-3));
            assertThat(fit.buying().get(i)).isCloseTo(theirs.buying().get(i), within(1e-3));
        }
        assertThat(fit.parameters().get(0)).isCloseTo(theirs.parameters().get(0), CLOSE);
        assertThat(fit.parameters().get(1)).isCloseTo(theirs.parameters().get(1), CLOSE);
    }

    /** Errors of α and β at given covariates against those that a fit of centred covariates has at their zero. */
    @Test
    void errors_at_a_customers_covariates_are_those_of_a_fit_around_them() {
        Map<List<Double>, Cells> cells = byCovariates();
        List<Double> around = List.of(1.0, 0.0);
        Map<List<Double>, Cells> moved = new HashMap<>();
        cells.forEach((z, own) -> moved.put(List.of(z.get(0) - around.get(0), z.get(1) - around.get(1)), own));
        CovariateFit fit = CovariateFit.of(Family.PARETO_NBD, cells);
        CovariateFit centred = CovariateFit.of(Family.PARETO_NBD, moved);
        for (int i = 0; i < 4; i++) {
            assertThat(fit.parameters(around).get(i))
                    .isCloseTo(centred.parameters().get(i), CLOSE);
            assertThat(fit.logCovariance(around).get(i).get(i))
                    .isCloseTo(
                            Math.pow(
                                    centred.errors().get(i)
                                            / centred.parameters().get(i),
                                    2),
                            Percentage.withPercentage(1));
        }
    }

    @Test
    void where_covariates_run_off_there_are_no_errors_and_no_exception() {
        CovariateFit fit = CovariateFit.of(Family.BG_NBD, byCovariates());
        assertThat(fit.converged()).isFalse();
        assertThat(fit.errors()).containsOnly(Double.NaN);
        assertThat(fit.logLikelihood()).isFinite();
    }

    private static void holds(Fit fit, double log, double... parameters) {
        assertThat(fit.logLikelihood()).isCloseTo(log, within(1e-5));
        for (int i = 0; i < parameters.length; i++) {
            assertThat(fit.parameters().get(i)).isCloseTo(parameters[i], CLOSE);
        }
    }

    private static double log(CovariateFit fit, Map<List<Double>, Cells> groups) {
        double sum = 0;
        for (Map.Entry<List<Double>, Cells> group : groups.entrySet()) {
            ParetoNbd model = (ParetoNbd) fit.model(group.getKey());
            Cells cells = group.getValue();
            for (int i = 0; i < cells.size(); i++) {
                sum += cells.count(i)
                        * fit.family().logDensity(cells.history(i), model.r(), model.alpha(), model.s(), model.beta());
            }
        }
        return sum;
    }

    private static Map<List<Double>, Cells> byCovariates() {
        TreeMap<String, History> histories = apparel().histories(SPLIT);
        Map<List<Double>, List<History>> groups = new HashMap<>();
        for (String[] row : SharedData.rows("SIMULATED_apparel_static_cov.csv")) {
            History history = histories.get(row[0]);
            if (history != null) {
                groups.computeIfAbsent(List.of(Double.valueOf(row[1]), Double.valueOf(row[2])), z -> new ArrayList<>())
                        .add(history);
            }
        }
        Map<List<Double>, Cells> cells = new HashMap<>();
        groups.forEach((z, group) -> cells.put(z, Cells.count(group)));
        return cells;
    }

    private static RealLogs apparel() {
        return RealLogs.read("SIMULATED_apparel_trans.csv", 0, 1, 1, row -> true);
    }
}
