package io.siyu.pipelines.value.report;

import io.siyu.pipelines.value.BackTest;
import io.siyu.pipelines.value.Prediction;
import io.siyu.pipelines.value.Valuation;
import io.siyu.pipelines.value.backtest.Accuracy;
import io.siyu.pipelines.value.backtest.Calibration;
import io.siyu.pipelines.value.model.Choice;
import io.siyu.pipelines.value.model.Fit;
import io.siyu.pipelines.value.model.SpendFit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A fit as it is told on the console. */
public final class FitTable {
    private FitTable() {}

    /** The whole text, ending with a line end. */
    public static String text(Valuation valuation, Optional<BackTest> test) {
        StringBuilder out = new StringBuilder();
        Choice choice = valuation.choice();
        Fit fit = choice.published();
        double repeats = valuation.predictions().stream()
                .mapToInt(p -> p.person().history().x())
                .sum();
        line(
                out,
                "customers 客户   %,d until %s, %,.0f repeat purchase days, %,d distinct histories",
                valuation.predictions().size(),
                valuation.split().origin(),
                repeats,
                fit.cells());
        line(
                out,
                "orders 购买模型   %s, log-likelihood %.6f, time in weeks of 7 days",
                fit.family().label(),
                fit.logLikelihood());
        line(out, "reason 原因   %s", because(choice));
        line(out, "");
        line(out, "  parameter       estimate   std. error");
        for (int i = 0; i < fit.parameters().size(); i++) {
            parameter(
                    out,
                    fit.family().parameters().get(i),
                    fit.parameters().get(i),
                    fit.errors().get(i));
        }
        out.append(CovariateTable.text(valuation.models()));
        valuation
                .spend()
                .ifPresentOrElse(
                        spend -> spend(out, spend, valuation.split().isFirstCounted()),
                        () -> line(
                                out,
                                "\nspend 客单价   mean of all purchases that count: fewer than %d customers have any",
                                Valuation.LEAST_SPENDERS));
        double orders =
                valuation.predictions().stream().mapToDouble(Prediction::orders).sum();
        double spend =
                valuation.predictions().stream().mapToDouble(Prediction::spend).sum();
        line(
                out,
                "\nexpected 预测   %,.1f purchase days, spend %,.2f, within %,d days after %s",
                orders,
                spend,
                valuation.split().days(),
                valuation.split().origin());
        test.ifPresentOrElse(
                t -> tested(out, t),
                () -> line(
                        out,
                        "no back-test   the log ends on %s, before the horizon does",
                        valuation.split().last()));
        return out.toString();
    }

    /** Why this model is published, in a sentence of two languages. */
    static String because(Choice choice) {
        String asked = choice.asked().family().label();
        double gain = choice.asked().logLikelihood() - choice.published().logLikelihood();
        return switch (choice.reason()) {
            case IDENTIFIED -> "identified: leaving is identified 流失可识别";
            case NO_CHURN_ASKED -> "no_churn_asked: nobody leaves in this model 该模型不含流失";
            case FLAT_LIKELIHOOD -> "flat_likelihood: estimates have no errors 似然平坦，无标准误";
            case NO_CHURN_SIGNAL ->
                String.format(
                        Locale.ROOT,
                        "no_churn_signal: %s gains %.3f over NBD (0.5 needed) or lies on a bound; no P(alive) 流失不可识别",
                        asked,
                        gain);
        };
    }

    private static void spend(StringBuilder out, SpendFit fit, boolean isFirstCounted) {
        line(
                out,
                "\nspend 客单价   Gamma-Gamma, log-likelihood %.6f, %,.0f customers with %s",
                fit.logLikelihood(),
                fit.customers(),
                isFirstCounted ? "spend, first purchases counted" : "repeat spend");
        line(out, "");
        List<String> names = List.of("p", "q", "gamma");
        List<Double> values =
                List.of(fit.model().p(), fit.model().q(), fit.model().gamma());
        for (int i = 0; i < 3; i++) {
            parameter(out, names.get(i), values.get(i), fit.errors().get(i));
        }
        if (fit.model().hasMean()) {
            line(out, "  mean       %,14.6f", fit.model().mean());
        } else {
            line(out, "  no mean over customers (q is not above 1): customers without spend get that of all");
        }
    }

    private static void tested(StringBuilder out, BackTest test) {
        line(
                out,
                "\nback-test 回测     predicted       actual     bias        MAE       RMSE   corr   rank   gini  top 10%%");
        accuracy(out, "orders 购买", test.orders());
        accuracy(out, "spend 金额 ", test.spend());
        double[] coverage = test.calibration().coverage();
        line(out, "");
        for (int i = 0; i < coverage.length; i++) {
            line(
                    out,
                    "  %2.0f%% intervals held %.1f%% of customers",
                    100 * Calibration.LEVELS.get(i),
                    100 * coverage[i]);
        }
    }

    private static void accuracy(StringBuilder out, String what, Accuracy a) {
        line(
                out,
                "  %s  %,12.2f %,12.2f %+7.1f%% %10.4f %10.4f %6.4f %6.4f %6.4f %8.4f",
                what,
                a.predicted(),
                a.actual(),
                100 * a.bias(),
                a.mae(),
                a.rmse(),
                a.correlation(),
                a.rankCorrelation(),
                a.gini(),
                a.topShare());
    }

    private static void parameter(StringBuilder out, String name, double value, double error) {
        line(
                out,
                "  %-9s %,15.7f %12s",
                name,
                value,
                Double.isNaN(error) ? "none" : String.format(Locale.ROOT, "%,.7f", error));
    }

    private static void line(StringBuilder out, String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
