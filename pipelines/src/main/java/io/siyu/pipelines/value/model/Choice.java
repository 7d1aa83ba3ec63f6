package io.siyu.pipelines.value.model;

/**
 * Which fit is published. A model of leaving that is no better than NBD, or whose leaving has run off to a bound, says nothing of
 * leaving, whatever its parameters look like: then NBD is published, and no probability of being alive may be read from it.
 *
 * @param published what expectations come from
 * @param asked what was asked for and tried
 * @param reason why
 */
public record Choice(Fit published, Fit asked, Reason reason) {
    /** By how much the log-likelihood must beat NBD's. */
    public static final double LEAST_GAIN = 0.5;

    /** A heterogeneity of leaving (a + b, or s) beyond this is a bound, not a finding. */
    public static final double BOUND = 1e4;

    /** Why a fit is published. */
    public enum Reason {
        /** As asked for, at a strict maximum. */
        IDENTIFIED("identified"),
        /** NBD was asked for. */
        NO_CHURN_ASKED("no_churn_asked"),
        /** NBD instead: customers do not visibly leave. */
        NO_CHURN_SIGNAL("no_churn_signal"),
        /** As asked for; but its likelihood is flat in some direction, so that parameters have no errors. */
        FLAT_LIKELIHOOD("flat_likelihood");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** As it is stored: {@code no_churn_signal}. */
        public String code() {
            return code;
        }
    }

    /** Fits what is asked for and NBD, and chooses. */
    public static Choice of(Family family, Cells cells) {
        return of(Fit.of(family, cells), Fit.of(Family.NBD, cells));
    }

    /** Chooses between a fit and the NBD fit of the same cells. */
    public static Choice of(Fit asked, Fit nbd) {
        if (asked.family() == Family.NBD) {
            return new Choice(asked, asked, Reason.NO_CHURN_ASKED);
        }
        if (!(asked.logLikelihood() - nbd.logLikelihood() >= LEAST_GAIN) || heterogeneity(asked) > BOUND) {
            return new Choice(nbd, asked, Reason.NO_CHURN_SIGNAL);
        }
        return new Choice(asked, asked, asked.converged() ? Reason.IDENTIFIED : Reason.FLAT_LIKELIHOOD);
    }

    /** Whether probabilities of being alive mean anything. */
    public boolean hasChurn() {
        return published.family() != Family.NBD;
    }

    private static double heterogeneity(Fit fit) {
        double first = fit.parameters().get(2);
        return fit.family() == Family.PARETO_NBD
                ? first
                : first + fit.parameters().get(3);
    }
}
