package io.siyu.pipelines.value.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.siyu.pipelines.value.model.Cells;
import io.siyu.pipelines.value.model.Family;
import io.siyu.pipelines.value.model.History;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PacedFitTest {
    private static final OrderFit ALL =
            new OrderFit(Family.NBD, List.of(1.0, 20.0), List.of(), "no_churn_asked", false);

    /** A rate of 1 in 20 weeks: within 40 weeks private customers bought 3 times each, public ones once. */
    private static final Map<Cohort, Cells> COHORTS = Map.of(
            new Cohort("private", "2026-01"), cells(3000, 3),
            new Cohort("private", "2026-02"), cells(3000, 3),
            new Cohort("public", "2026-01"), cells(3000, 1),
            new Cohort("public", "2026-02"), cells(3000, 1));

    @Test
    void what_the_domain_says_is_not_said_again_by_the_month() {
        PacedFit fit = PacedFit.of(ALL, COHORTS);
        assertThat(fit.domains().get("private")).isGreaterThan(0.2);
        assertThat(fit.domains().get("public")).isLessThan(-0.2);
        assertThat(fit.months().values()).allSatisfy(pace -> assertThat(pace).isCloseTo(0, within(1e-6)));
        assertThat(fit.pace(new Cohort("private", "2026-02")))
                .isEqualTo(fit.domains().get("private") + fit.months().get("2026-02"));
    }

    @Test
    void a_cohort_that_was_not_there_is_like_all_of_its_domain() {
        PacedFit fit = PacedFit.of(ALL, COHORTS);
        assertThat(fit.pace(new Cohort("private", "2026-03")))
                .isEqualTo(fit.domains().get("private"));
        assertThat(fit.of(new Cohort("referral", "2026-03"))).isEqualTo(ALL);
    }

    @Test
    void expectations_are_those_of_the_cohort() {
        PacedFit fit = PacedFit.of(ALL, COHORTS);
        Cohort slow = new Cohort("public", "2026-01");
        History history = new History(1, 20, 40);
        double all = ALL.moments().at(history, 13).expected();
        double own = fit.moments().of(slow).at(history, 13).expected();
        assertThat(own).isLessThan(all);
        assertThat(own).isEqualTo(fit.of(slow).model().expected(history, 13));
    }

    @Test
    void who_was_too_few_to_fit_is_too_few_for_cohorts() {
        OrderFit few = new OrderFit(Family.NBD, List.of(1.0, 20.0), List.of(), OrderFit.TOO_FEW, false);
        assertThat(PacedFit.of(few, COHORTS)).isEqualTo(PacedFit.even(few));
    }

    private static Cells cells(int customers, int repeats) {
        Map<History, Integer> counts = new HashMap<>();
        counts.put(new History(repeats, 30, 40), customers);
        return Cells.of(counts);
    }
}
