package io.siyu.pipelines.value.table;

import io.siyu.pipelines.value.model.Cells;
import io.siyu.pipelines.value.model.Choice;
import io.siyu.pipelines.value.model.Family;
import io.siyu.pipelines.value.model.Fit;
import io.siyu.pipelines.value.model.OrderModel;
import io.siyu.pipelines.value.model.Paces;
import io.siyu.pipelines.value.total.OrderMoments;
import java.io.Serializable;
import java.util.List;

/**
 * The model of orders that a night publishes. It is there for any customers, also for none: where there are too few to fit, NBD stands
 * with r = 1 and the rate of all of them together, as if one more repeat had been seen in one more year.
 *
 * @param parameters of the family, in weeks
 * @param logCovariance of the logarithms of the parameters; empty when they have no errors
 * @param reason why it is this one: a code of {@link Choice.Reason}, or {@link #TOO_FEW}
 * @param hasChurn whether probabilities of being alive mean anything
 */
record OrderFit(
        Family family, List<Double> parameters, List<List<Double>> logCovariance, String reason, boolean hasChurn)
        implements Serializable {
    /** There were too few customers or repeaters to fit anything. */
    static final String TOO_FEW = "too_few_customers";

    /** With fewer customers nothing is fitted. */
    static final int LEAST_CUSTOMERS = 50;

    /** With fewer customers who have bought on a second day nothing is fitted. */
    static final int LEAST_REPEATERS = 20;

    private static final double WEEKS_PER_YEAR = 365 / 7.0;

    /** Fits, or falls back; throws for no cells. */
    static OrderFit of(Family family, Cells cells) {
        return of(List.of(family), cells).get(0);
    }

    /** The same for several families, of which NBD, that all are held against, is fitted once. */
    static List<OrderFit> of(List<Family> families, Cells cells) {
        double repeaters = 0;
        for (int i = 0; i < cells.size(); i++) {
            repeaters += cells.history(i).x() > 0 ? cells.count(i) : 0;
        }
        if (cells.customers() < LEAST_CUSTOMERS || repeaters < LEAST_REPEATERS) {
            return java.util.Collections.nCopies(families.size(), pooled(cells));
        }
        Fit nbd = Fit.of(Family.NBD, cells);
        return families.stream()
                .map(family -> of(Choice.of(family == Family.NBD ? nbd : Fit.of(family, cells), nbd), cells))
                .toList();
    }

    private static OrderFit of(Choice choice, Cells cells) {
        Fit fit = choice.published();
        boolean usable = Double.isFinite(fit.logLikelihood())
                && fit.parameters().stream().allMatch(value -> value > 0 && Double.isFinite(value));
        return usable
                ? new OrderFit(
                        fit.family(),
                        fit.parameters(),
                        fit.logCovariance(),
                        choice.reason().code(),
                        choice.hasChurn())
                : pooled(cells);
    }

    /** α is the time of all, and a year, by the repeats of all, and one; its error is that of the repeats. */
    private static OrderFit pooled(Cells cells) {
        double repeats = 1;
        double time = WEEKS_PER_YEAR;
        for (int i = 0; i < cells.size(); i++) {
            repeats += cells.count(i) * cells.history(i).x();
            time += cells.count(i) * cells.history(i).age();
        }
        List<List<Double>> covariance = List.of(List.of(0.0, 0.0), List.of(0.0, 1 / repeats));
        return new OrderFit(Family.NBD, List.of(1.0, time / repeats), covariance, TOO_FEW, false);
    }

    /** Whether it was fitted to the customers, of whom there were enough. */
    boolean isFitted() {
        return !reason.equals(TOO_FEW);
    }

    /** The same for customers who buy {@code exp(pace)} times as often. */
    OrderFit at(double pace) {
        return pace == 0 ? this : new OrderFit(family, Paces.at(parameters, pace), logCovariance, reason, hasChurn);
    }

    /** What it says of histories, with the errors of its parameters. */
    OrderMoments moments() {
        return new OrderMoments(family, parameters, logCovariance);
    }

    OrderModel model() {
        return family.model(parameters.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
