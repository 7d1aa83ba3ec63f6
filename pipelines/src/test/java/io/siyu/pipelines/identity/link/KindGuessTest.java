package io.siyu.pipelines.identity.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindGuessTest {
    private static final int ROWS = 1000;

    @ParameterizedTest
    @CsvSource({
        "given_name, anna, GIVEN",
        "firstName, anna, GIVEN",
        "Surname, miller, SURNAME",
        "姓名, 李小明, NAME",
        "mail, a%d@b.com, EMAIL",
        "birthday, 19{2}0101, DATE",
        "born, 19{2}-01-01, DATE",
        "手机号, 13812{4}, PHONE",
        "Zip, 60{2}, NUMBER",
        "street_number, {2}, NUMBER",
        "soc_sec_id, 18{4}, CODE",
        "收货地址, 世纪大道{2}号, ADDRESS",
        "address_1, {2} main street, ADDRESS",
        "Site name, house of children {2}, TEXT",
        "suburb, west{2}, PLACE"
    })
    void a_column_is_what_its_name_and_its_values_say(String name, String value, Kind kind) {
        assertThat(KindGuess.of(ColumnProfile.of(name, values(value))).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "cluster, {2}, hold the answer",
        "True Id, {2}, hold the answer",
        "ground_truth, {2}, hold the answer",
        "entity, {2}, hold the answer",
        "leuven_id, {2}, some system's key",
        "personId, {2}, some system's key",
        "rec_id, rec-{4}-org, every row has its own",
        "no, {4}, every row has its own",
        "source, file{2}, where a row is from",
        "gender, f, 1 values",
        "state, {1}, only 10 values"
    })
    void what_may_hold_the_answer_or_says_little_is_left_out_with_its_reason(String name, String value, String reason) {
        KindGuess guess = KindGuess.of(ColumnProfile.of(name, values(value)));
        assertThat(guess.kind()).isNull();
        assertThat(guess.reason()).contains(reason);
    }

    @Test
    void what_hardly_any_row_has_is_left_out() {
        List<String> rare = Stream.concat(
                        values("{4}").stream().limit(20),
                        Stream.generate(() -> "").limit(980))
                .toList();
        assertThat(KindGuess.of(ColumnProfile.of("fax", rare)).reason()).isEqualTo("filled in 2 % of rows, 20 values");
    }

    /** {@code {n}} is the row's number with n digits; where it is not, the values have a letter of their own in a hundred. */
    private static List<String> values(String shape) {
        return IntStream.range(0, ROWS)
                .mapToObj(i -> {
                    String counted = shape.replace("{4}", "%04d".formatted(i))
                            .replace("{2}", "%02d".formatted(10 + i % 89))
                            .replace("{1}", Integer.toString(i % 10))
                            .replace("%d", Integer.toString(i / 2));
                    return counted.equals(shape) && shape.length() > 1 ? shape + (char) ('a' + i % 25) : counted;
                })
                .toList();
    }
}
