package io.siyu.pipelines.value.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.siyu.pipelines.value.backtest.WeightedAccuracy.Cell;
import io.siyu.pipelines.value.basket.BasketAhead;
import io.siyu.pipelines.value.clock.Clock;
import io.siyu.pipelines.value.model.Family;
import io.siyu.pipelines.value.model.History;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BoostedTest {
    private static final Cohort COHORT = new Cohort("private", "2025-12");
    private static final OrderFit FIT =
            new OrderFit(Family.NBD, List.of(1.0, 50.0), List.of(), "no_churn_asked", false);

    @Test
    void trees_that_pass_the_gate_are_shown_and_the_champion_stays() {
        List<Outcome> outcomes = outcomes(4);
        Outcome.Ruling ruling = Outcome.ruling(outcomes);
        assertThat(ruling.verdicts().get(Boosted.TWO_PART).isPromoted()).isTrue();
        assertThat(ruling.published()).isEqualTo(Asked.CHAMPION.label());
        List<Row> rows = TrialRows.of(outcomes, Optional.empty()).stream()
                .filter(row -> text(row, "asked").equals(Boosted.TWO_PART))
                .toList();
        assertThat(rows).allSatisfy(row -> {
            assertThat(text(row, "measure")).isEqualTo("spend");
            assertThat(text(row, "model")).isEqualTo(Boosted.TWO_PART);
            assertThat(text(row, "reason")).isEqualTo("trained_earlier");
            assertThat(text(row, "gate")).startsWith("passes, judged only: gini 1.0000 against ");
            assertThat(at(row, "is_published")).isEqualTo(false);
            assertThat(at(row, "brier")).isEqualTo(0.1);
            assertThat(at(row, "coverage_95")).isEqualTo(0.97);
            assertThat(at(row, "log_score")).isNull();
        });
        assertThat(rows).hasSize(4);
    }

    @Test
    void trees_at_three_origins_are_not_held_to_four_of_the_champion() {
        List<Outcome> outcomes = outcomes(3);
        outcomes.addAll(outcomes(4).subList(6, 7));
        assertThat(Outcome.ruling(outcomes).verdicts().get(Boosted.TWO_PART).judged())
                .isEqualTo("fails, judged only: 3 origins of 4");
    }

    @Test
    void the_champion_says_why_there_are_no_trees() {
        List<Row> rows = TrialRows.of(outcomes(1).subList(0, 1), Optional.of("nobody was there"));
        assertThat(rows)
                .allMatch(row -> text(row, "gate").equals("champion: kept; boosted left out: nobody was there"))
                .isNotEmpty();
    }

    @Test
    void counts_of_a_poisson_model_are_a_distribution_of_its_mean() {
        for (double mean : new double[] {1e-6, 0.3, 2, 40}) {
            double[] counts = Boosted.poisson(mean);
            double expected = 0;
            for (int n = 0; n < counts.length; n++) {
                expected += n * counts[n];
            }
            assertThat(Arrays.stream(counts).sum()).isCloseTo(1, within(1e-5));
            assertThat(expected).isCloseTo(mean, within(1e-3 * mean + 1e-4));
        }
    }

    /** Of each origin the champion, and trees that foresee all. */
    private static List<Outcome> outcomes(int origins) {
        List<Trial.Seen> seen = List.of(
                new Trial.Seen(COHORT, new History(2, 10, 20), 10, 30_000, 1, 12_000),
                new Trial.Seen(COHORT, new History(0, 0, 20), 10, 5_000, 2, 20_000));
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < origins; i++) {
            LocalDate origin = LocalDate.of(2026, 1, 1).plusDays(28L * i);
            Trial trial = new Trial(90 / 7.0, seen);
            outcomes.add(new Outcome(
                    origin,
                    90,
                    Asked.CHAMPION.label(),
                    FIT,
                    trial.of(
                            PacedFit.even(FIT),
                            new SpendRule(1, 2, 5_000, List.of()),
                            new BasketShare(BasketAhead.LEVEL, 90, Clock.EVEN, origin)),
                    List.of()));
            Cell[] foreseen = {new Cell(10, 12_000, 12_000), new Cell(10, 20_000, 20_000)};
            outcomes.add(new Outcome(
                    origin,
                    90,
                    Boosted.TWO_PART,
                    null,
                    Trial.spendOnly(new int[] {2, 0}, foreseen, new SpendScores(0.1, 0.6, 0.85, 0.97)),
                    List.of()));
        }
        return outcomes;
    }

    private static String text(Row row, String column) {
        return (String) row.get(TrialRows.SHAPE.fieldIndex(column));
    }

    private static @Nullable Object at(Row row, String column) {
        return row.get(TrialRows.SHAPE.fieldIndex(column));
    }
}
