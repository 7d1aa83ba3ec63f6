package io.siyu.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    x is in scientific notation | 4.41700E+18
                    x is in scientific notation | 4E18
                    x is not a number           | 12元
                    x is not a number           | 1,299.00
                    x is not a whole number     | 2.5
                    x is not a date             | 2026-02-30
                    x is not a date             | 03/10/2026
                    x is not a time             | 2026-10-03
                    x is not a time             | 2026-10-03 24:01:00
                    x is not a time             | 123456
                    x is not a time             | 2026-10-03 10:11:12.
                    x is not a phone            | 138****0021
                    x is not a phone            | 12800000021
                    x is not a phone            | 1380000002
                    x is negative               | -0.01
                    x is one of a, b            | b
                    x is not one of a, b        | c
                    x does not match /[0-9]+/   | 12a
                    x is longer than 3          | 四个汉字
                    x is 合计                   | 合计
                    x is 'to be told'           | to be told
                    """)
    void it_holds(String sentence, String value) throws IOException {
        assertThat(read(sentence).holds(column -> value)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    x is empty                  | -
                    x is in scientific notation | 4417003300112233445
                    x is in scientific notation | E20261003151500001
                    x is not a number           | -12.50
                    x is not a whole number     | 2.00
                    x is not a date             | 2026-10-03
                    x is not a date             | 2026/5/3
                    x is not a date             | 20261003
                    x is not a time             | 2026-10-03 10:11:12
                    x is not a time             | 2026-10-03T10:11
                    x is not a time             | 2026-10-03 10:11:12.120345
                    x is not a time             | 2026/5/3 9:02
                    x is not a time             | 1790998367
                    x is not a time             | 1790998367120
                    x is not a phone            | +86 138-0000-0021
                    x is not a phone            | １３８０００００２１１
                    x is negative               | 0
                    x is negative               | -0.00
                    x is negative               | -
                    x is one of a, b            | ab
                    x is not one of a, b        | a
                    x does not match /[0-9]+/   | 12
                    x is longer than 3          | 三个字
                    x is 'to be told'           | told
                    """)
    void it_does_not_hold(String sentence, String value) throws IOException {
        assertThat(read(sentence).holds(column -> value)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    x is not a number
                    x is not one of a, b
                    x does not match /a/
                    x is longer than 0
                    """)
    void no_value_is_nothing_but_empty(String sentence) throws IOException {
        assertThat(read(sentence).holds(column -> null)).isFalse();
    }

    @Test
    void no_value_is_empty() throws IOException {
        assertThat(read("x is empty").holds(column -> null)).isTrue();
    }

    private Condition read(String sentence) throws IOException {
        Path file = Files.writeString(folder.resolve("when.yml"), "when: |-\n  " + sentence);
        return ConditionReader.read(
                Doc.need(Doc.read("feed", file).map(FeedReader.keys("when")), "when", Doc.read("feed", file)),
                List.of("x"));
    }
}
