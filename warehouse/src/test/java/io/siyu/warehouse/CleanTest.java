package io.siyu.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    EXCEL_TEXT_ID       | ="4417003300112233445" | 4417003300112233445
                    LEADING_APOSTROPHE  | '18600000000           | 18600000000
                    BACKTICK            | `0.01                  | 0.01
                    YUAN_SUFFIX         | 128.00元               | 128.00
                    YUAN_SUFFIX         | 1,299.00元             | 1,299.00
                    THOUSANDS_SEPARATOR | -1,299,000.50          | -1299000.50
                    PERCENT             | 6.68%                  | 0.0668
                    """)
    void it_repairs(Clean clean, String cell, String repaired) {
        assertThat(clean.apply(cell)).isEqualTo(repaired);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    EXCEL_TEXT_ID       | =A1+B1
                    LEADING_APOSTROPHE  | it's
                    YUAN_SUFFIX         | 一元
                    THOUSANDS_SEPARATOR | 灰色,M
                    THOUSANDS_SEPARATOR | 12,34
                    PERCENT             | 100%羊绒
                    """)
    void it_leaves_what_it_does_not_know(Clean clean, String cell) {
        assertThat(clean.apply(cell)).isEqualTo(cell);
    }

    @ParameterizedTest
    @CsvSource({"EXCEL_TEXT_ID, excel_text_id", "YUAN_SUFFIX, yuan_suffix"})
    void its_word_in_a_feed_is_its_name_in_lower_case(Clean clean, String id) {
        assertThat(clean.id()).isEqualTo(id);
    }
}
