package io.siyu.pipelines.value.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Wholesale customers, who do not visibly leave: every model of leaving runs off, and NBD is published. */
class BoundaryTest {
    private static final LocalDate JUNE = LocalDate.of(2011, 6, 8);

    @ParameterizedTest
    @EnumSource(
            value = Family.class,
            names = {"BG_NBD", "MBG_NBD", "PARETO_NBD"})
    void uci_online_retail_is_nbd_whatever_is_asked_for(Family family) {
        Cells cells = Cells.count(retail().histories(JUNE).values());
        assertThat(cells.customers()).isEqualTo(2787);
        Choice choice = Choice.of(family, cells);
        assertThat(choice.reason().code()).isEqualTo("no_churn_signal");
        assertThat(choice.hasChurn()).isFalse();
        assertThat(choice.asked().family()).isEqualTo(family);
        assertThat(choice.asked().logLikelihood()).isCloseTo(-13089.893, within(0.03));
        Fit nbd = choice.published();
        assertThat(nbd.logLikelihood()).isCloseTo(-13089.893295, within(1e-4));
        assertThat(nbd.parameters().get(0)).isCloseTo(.7435362, Percentage.withPercentage(0.01));
        assertThat(nbd.parameters().get(1)).isCloseTo(8.8256208, Percentage.withPercentage(0.01));
    }

    @Test
    void ninety_days_before_christmas() {
        RealLogs retail = retail();
        LocalDate september = LocalDate.of(2011, 9, 10);
        Fit nbd = Fit.of(Family.NBD, Cells.count(retail.histories(september).values()));
        assertThat(nbd.logLikelihood()).isCloseTo(-22924.104227, within(1e-4));
        assertThat(nbd.parameters().get(1)).isCloseTo(9.4105678, Percentage.withPercentage(0.01));
        SpendFit spend = SpendFit.of(SpendCells.count(retail.spends(september)));
        assertThat(spend.customers()).isEqualTo(1956);
        assertThat(spend.logLikelihood()).isCloseTo(-13367.003585, within(1e-4));
        assertThat(spend.model().gamma()).isCloseTo(413.7801360, Percentage.withPercentage(0.01));
        SpendFit june = SpendFit.of(SpendCells.count(retail.spends(JUNE)));
        assertThat(june.logLikelihood()).isCloseTo(-9634.566575, within(1e-4));
        assertThat(june.model().p()).isCloseTo(3.0682673, Percentage.withPercentage(0.01));
        assertThat(june.model().q()).isCloseTo(3.1139486, Percentage.withPercentage(0.01));
    }

    @Test
    void a_likelihood_that_is_flat_everywhere_fails_no_night() {
        List<Cells> odd = List.of(
                Cells.of(Map.of(new History(0, 0, 10), 5)),
                Cells.of(Map.of(new History(0, 0, 0), 1)),
                Cells.of(Map.of(new History(3, 9, 10), 1)),
                Cells.of(Map.of(new History(900, 10, 10), 1000)));
        List<String> reasons = new ArrayList<>();
        for (Cells cells : odd) {
            for (Family family : Family.values()) {
                Choice choice = Choice.of(family, cells);
                reasons.add(choice.reason().code());
                assertThat(choice.published().model().expected(cells.history(0), 10))
                        .isFinite()
                        .isNotNegative();
            }
        }
        assertThat(reasons).contains("no_churn_signal").doesNotContain("identified");
    }

    private static RealLogs retail() {
        return RealLogs.read(
                "uci_online_retail_customer_day.csv",
                0,
                1,
                4,
                row -> row[2].equals("FALSE") && Double.parseDouble(row[row.length - 4]) > 0);
    }
}
