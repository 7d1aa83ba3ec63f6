package io.siyu.pipelines.value.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.siyu.pipelines.value.backtest.WeightedAccuracy.Cell;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightedAccuracyTest {
    private static final double EXACT = 1e-12;

    @Test
    void counted_customers_are_as_accurate_as_each_by_himself() {
        Cell[] cells = {new Cell(3, 1.5, 0), new Cell(2, 1.5, 4), new Cell(4, 0.2, 1), new Cell(3, 0.7, 2)};
        double[] predicted = {1.5, 1.5, 1.5, 1.5, 1.5, 0.2, 0.2, 0.2, 0.2, 0.7, 0.7, 0.7};
        double[] actual = {0, 0, 0, 4, 4, 1, 1, 1, 1, 2, 2, 2};

        WeightedAccuracy counted = WeightedAccuracy.of(cells);
        Accuracy each = Accuracy.of(predicted, actual);

        assertThat(counted.customers()).isEqualTo(12);
        assertThat(counted.bias()).isCloseTo(each.bias(), within(EXACT));
        assertThat(counted.mae()).isCloseTo(each.mae(), within(EXACT));
        assertThat(counted.rmse()).isCloseTo(each.rmse(), within(EXACT));
        assertThat(counted.correlation()).isCloseTo(each.correlation(), within(EXACT));
        assertThat(counted.rankCorrelation()).isCloseTo(each.rankCorrelation(), within(EXACT));
        assertThat(counted.gini()).isCloseTo(each.gini(), within(EXACT));
        assertThat(counted.topShare()).isCloseTo(each.topShare(), within(EXACT));
    }

    @Test
    void tenths_hold_all_customers_and_cut_a_cell_where_they_must() {
        List<Cell> tenths = WeightedAccuracy.tenths(new Cell(15, 2, 3), new Cell(5, 1, 0));
        assertThat(tenths).hasSize(10);
        assertThat(tenths.get(0).customers()).isCloseTo(2, within(EXACT));
        assertThat(tenths.get(7).predicted()).isCloseTo(1.5, within(EXACT));
        assertThat(tenths.get(7).actual()).isCloseTo(1.5, within(EXACT));
        assertThat(tenths.stream().mapToDouble(t -> t.customers() * t.actual()).sum())
                .isCloseTo(45, within(EXACT));
    }

    @Test
    void where_nothing_came_true_shares_of_it_mean_nothing_and_errors_do() {
        WeightedAccuracy none = WeightedAccuracy.of(new Cell(2, 0.5, 0), new Cell(1, 2, 0));

        assertThat(none.bias()).isNaN();
        assertThat(none.gini()).isNaN();
        assertThat(none.topShare()).isNaN();
        assertThat(none.mae()).isCloseTo(1, within(EXACT));
        assertThat(none.rmse()).isCloseTo(Math.sqrt(1.5), within(EXACT));
    }
}
