package io.siyu.pipelines.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MoneyTest {
    @Test
    void amounts_have_the_decimals_of_the_total_and_add_up_to_it() {
        BigDecimal total = new BigDecimal("100.00");
        assertThat(Money.of(total, new double[] {1, 1, 1}))
                .containsExactly(new BigDecimal("33.34"), new BigDecimal("33.33"), new BigDecimal("33.33"));
    }

    @Test
    void nothing_is_shared_as_nothing() {
        assertThat(Money.of(BigDecimal.ZERO, new double[2])).containsExactly(BigDecimal.ZERO, BigDecimal.ZERO);
    }

    @Test
    void a_total_with_too_many_decimals_is_rounded_first() {
        BigDecimal total = new BigDecimal("0.30000000000000004");
        assertThat(Money.rounded(total)).isEqualTo(new BigDecimal("0.30000000"));
        assertThat(Money.of(total, new double[] {1, 2}))
                .containsExactly(new BigDecimal("0.10000000"), new BigDecimal("0.20000000"));
    }
}
