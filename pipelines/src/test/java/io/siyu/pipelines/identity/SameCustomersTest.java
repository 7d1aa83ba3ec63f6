package io.siyu.pipelines.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.TestSpark;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class SameCustomersTest {
    private static final String FIRST = "('a', 'U1'), ('b', 'U1'), ('c', 'U2'), ('d', 'U3')";

    @Test
    void names_do_not_matter_but_are_counted() {
        assertThat(between(FIRST, "('a', 'U1'), ('b', 'U1'), ('c', 'U9'), ('d', 'U2')"))
                .isEqualTo(new SameCustomers(4, 0, 2));
    }

    @Test
    void who_left_and_whom_he_left_keep_other_company_as_does_who_is_in_one_alone() {
        assertThat(between(FIRST, "('a', 'U1'), ('b', 'U2'), ('c', 'U2'), ('e', 'U3')"))
                .isEqualTo(new SameCustomers(5, 5, 0));
    }

    private static SameCustomers between(String first, String second) {
        return SameCustomers.between(rows(first), rows(second));
    }

    private static Dataset<Row> rows(String values) {
        return TestSpark.session().sql("select * from values " + values + " as t(node, oneid)");
    }
}
