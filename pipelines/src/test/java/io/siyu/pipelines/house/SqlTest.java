package io.siyu.pipelines.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlTest {
    private static final String HEAD = "-- ads.sales_day: one row per date.\nwith\n";

    @Test
    void a_query_in_the_style_has_no_faults() {
        assertThat(faults(HEAD + "a as (\n    select x from dwd.refund -- SELECT 'now('\n)\nselect * from a"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            SELECT x from b         | :3 says SELECT; write keywords in lower case
            select x from b         | :3 is indented by 2; use steps of 4 blanks
            select now() from b     | asks the clock or chance; take :business_date, or order by content
            select * from dwd.b     | selects * from a table; name the columns that people will read
            select r.* from dwd.b   | selects * from a table; name the columns that people will read
            """)
    void each_fault_is_named_with_its_remedy(String line, String fault) {
        String text = fault.contains("indented") ? "  " + line : line;
        assertThat(faults(HEAD + text + "\nselect * from a"))
                .singleElement()
                .asString()
                .contains(fault);
    }

    @Test
    void a_query_begins_with_its_grain_and_ends_with_a_cte() {
        assertThat(faults("with\na as (\n    select x\n)\nselect x from a"))
                .containsExactly(
                        "warehouse/tables/ads/sales_day/rows.sql:1 begins otherwise; say the grain:"
                                + " -- ads.sales_day: one row per ...",
                        "warehouse/tables/ads/sales_day/rows.sql:5 'select x from a'; end with select * from <last cte>");
    }

    @Test
    void nine_ctes_or_eight_joins_are_too_many() {
        assertThat(faults(HEAD + "a as (\n),\n".repeat(9) + "select * from a"))
                .containsExactly("warehouse/tables/ads/sales_day/rows.sql has 9 CTEs, 8 are allowed; split the table");
        assertThat(faults(HEAD + "left join b using (x)\n".repeat(8) + "select * from a"))
                .containsExactly("warehouse/tables/ads/sales_day/rows.sql has 8 joins, 7 are allowed;"
                        + " build a table in between");
    }

    private static List<String> faults(String text) {
        return new Sql(new Repository.Text(
                        "warehouse/tables/ads/sales_day/rows.sql", text.lines().toList()))
                .faults();
    }
}
