package io.siyu.pipelines.value.model;

import java.util.List;

/**
 * BG/BB for purchases that can be made at occasions only, such as yearly donations; its histories count occasions. Fitted by maximum
 * likelihood.
 *
 * @param parameters α and β of buying, γ and δ of leaving
 * @param errors standard errors by the delta method; NaN when the likelihood has no strict maximum
 */
public record BgBb(List<Double> parameters, List<Double> errors, double logLikelihood, boolean converged) {
    private static final double[][] STARTS = {{0, 0, 0, 0}, {0, 0, -1, 1}, {1, 1, 0, 2}};

    /** @param cells recency and age are whole numbers of occasions; counts are weights */
    public static BgBb fit(Cells cells) {
        int most = 0;
        for (int i = 0; i < cells.size(); i++) {
            most = Math.max(most, (int) cells.history(i).age());
        }
        int occasions = most;
        Optimum top = new Climb(Likelihood.of((p, x) -> new BgBbDensity(p, occasions), 4, cells)).from(STARTS);
        Double[] at = new Double[4];
        Double[] errors = new Double[4];
        for (int i = 0; i < 4; i++) {
            at[i] = Math.exp(top.theta()[i]);
            errors[i] = top.isStrict() ? at[i] * Math.sqrt(top.covariance()[i][i]) : Double.NaN;
        }
        return new BgBb(List.of(at), List.of(errors), top.value(), top.isStrict());
    }

    /** Probability that a customer is still there so many occasions after his history ends. */
    public double alive(History history, int occasions) {
        int n = (int) history.age();
        BgBbDensity density = density(n + occasions);
        double now = Math.exp(density.there(history.x(), n) - density.at(history, new double[4]));
        return now * stays(n, occasions);
    }

    /** Expected purchases at the next occasions. */
    public double expected(History history, int occasions) {
        int n = (int) history.age();
        double alive = alive(history, 0);
        double sum = 0;
        for (int i = 1; i <= occasions; i++) {
            sum += stays(n, i);
        }
        double buys = (parameters.get(0) + history.x()) / (parameters.get(0) + parameters.get(1) + n);
        return alive * buys * sum;
    }

    /** Probability of staying for further occasions of one who is there after n. */
    private double stays(int n, int further) {
        double stays = 1;
        for (int i = 0; i < further; i++) {
            stays *= (parameters.get(3) + n + i) / (parameters.get(2) + parameters.get(3) + n + i);
        }
        return stays;
    }

    private BgBbDensity density(int most) {
        return new BgBbDensity(
                parameters.stream().mapToDouble(Double::doubleValue).toArray(), most);
    }
}
