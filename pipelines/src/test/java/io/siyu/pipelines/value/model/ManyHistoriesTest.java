package io.siyu.pipelines.value.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ManyHistoriesTest {
    private static final int CUSTOMERS = 12_000;

    /** Customers who leave, by day: rates and lives have heavy tails that no family draws. */
    private static Cells cells() {
        Random random = new Random(20261120);
        List<History> customers = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            int age = 20 + random.nextInt(340);
            double gap = 40 * Math.exp(random.nextGaussian());
            double life = 90 * Math.exp(1.5 * random.nextGaussian());
            int x = 0;
            int last = 0;
            for (double at = gap * random.nextDouble() * 2;
                    at < Math.min(age, life);
                    at += gap * random.nextDouble() * 2 + 1) {
                x++;
                last = (int) at;
            }
            customers.add(new History(x, x == 0 ? 0 : last / 7.0, age / 7.0));
        }
        return Cells.count(customers);
    }

    @ParameterizedTest
    @EnumSource(Family.class)
    void a_climb_over_few_first_ends_on_the_same_height_after_fewer_looks_at_all(Family family) {
        Cells cells = cells();
        assertThat(cells.size()).isGreaterThan(5_000);
        assertThat(cells.rounded(2).customers()).isEqualTo(CUSTOMERS);
        Fit fit = Fit.of(family, cells);
        Optimum direct = new Climb(Likelihood.of(family, cells)).from(family.starts(Fit.meanAge(List.of(cells))));
        assertThat(fit.logLikelihood()).isCloseTo(direct.value(), within(1e-5));
        assertThat(fit.evaluations()).isLessThan(direct.evaluations() / 2).isLessThan(50);
    }
}
