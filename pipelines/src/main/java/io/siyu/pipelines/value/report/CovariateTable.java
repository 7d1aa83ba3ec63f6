package io.siyu.pipelines.value.report;

import io.siyu.pipelines.value.OrderModels;
import io.siyu.pipelines.value.model.CovariateFit;
import java.util.List;
import java.util.Locale;

/** What covariates do, as it is told on the console: γ, its error, and by what one more of the covariate multiplies a rate. */
final class CovariateTable {
    private CovariateTable() {}

    /** The text, ending with a line end; empty when no covariates were given. */
    static String text(OrderModels models) {
        return models.covaried()
                .map(fit -> models.isCovaried() ? told(models, fit) : leftOut())
                .orElse("");
    }

    private static String leftOut() {
        return "\ncovariates 协变量   left out: with them the likelihood has no single maximum 似然无唯一最大值，未采用\n";
    }

    private static String told(OrderModels models, CovariateFit fit) {
        StringBuilder out = new StringBuilder(String.format(
                Locale.ROOT,
                "%ncovariates 协变量   log-likelihood %.6f, without them %.6f; the parameters above are those of all customers%n%n",
                fit.logLikelihood(),
                models.choice().published().logLikelihood()));
        List<String> names = models.known().orElseThrow().names();
        int width = Math.max(9, names.stream().mapToInt(String::length).max().orElse(0));
        out.append(String.format(
                Locale.ROOT, "  %-" + width + "s %12s %12s %10s", "covariate", "γ buying", "std. error", "buys"));
        if (!fit.leaving().isEmpty()) {
            out.append(String.format(Locale.ROOT, " %12s %12s %10s", "γ leaving", "std. error", "leaves"));
        }
        out.append('\n');
        int base = fit.parameters().size();
        for (int i = 0; i < names.size(); i++) {
            out.append(String.format(Locale.ROOT, "  %-" + width + "s", names.get(i)))
                    .append(effect(
                            fit.buying().get(i),
                            fit.errors().get(base + fit.leaving().size() + i)));
            if (!fit.leaving().isEmpty()) {
                out.append(effect(fit.leaving().get(i), fit.errors().get(base + i)));
            }
            out.append('\n');
        }
        return out.toString();
    }

    private static String effect(double gamma, double error) {
        return String.format(Locale.ROOT, " %12.6f %12.6f %10s", gamma, error, factor(gamma));
    }

    private static String factor(double gamma) {
        return String.format(Locale.ROOT, "×%.3f", Math.exp(gamma));
    }
}
