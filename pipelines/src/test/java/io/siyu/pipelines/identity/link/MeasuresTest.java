package io.siyu.pipelines.identity.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuresTest {
    @ParameterizedTest
    @CsvSource({
        "NAME, 李小明, 李**, mask or initial fits",
        "NAME, 李小明, 王**, differs",
        "NAME, robert, r, mask or initial fits",
        "NAME, t***8, t小小8, mask or initial fits",
        "NAME, jonathon, jonathan, close (Jaro-Winkler 0.92)",
        "NAME, 李小明, 李晓明, 'like (Jaro-Winkler 0.82, or one sign)'",
        "PHONE, 13812341234, 138****1234, 'mask fits, seven digits'",
        "PHONE, 13812341235, 138****1234, differs",
        "PHONE, 138****1234, *******1234, 'mask fits, four to six digits'",
        "PHONE, 13812341234, 1********34, 'mask fits, up to three digits'",
        "PHONE, 138****1234, 138****1234, 'mask fits, seven digits'",
        "NAME, 李**, 李**, mask or initial fits",
        "PHONE, +86 138-1234-1234, 13812341234, same",
        "PHONE, 13812341234, 13812341243, one slip",
        "PHONE, 02152345678, 52345678, same without area code",
        "DATE, 1986-02-04, 19860204, same",
        "DATE, 1986-02-04, 1986-04-02, 'one slip, or day and month changed'",
        "DATE, 1986-02-04, 1986-02-14, 'one slip, or day and month changed'",
        "DATE, 1986-02-28, 1986-03-01, two digits or within a month",
        "DATE, 1986-02-04, 1986-11-29, within a year",
        "DATE, 04/02/1986, 1986年2月4日, same",
        "EMAIL, Robert255@smith.net, robert255@smith.com, 'close, or same before the @'",
        "CODE, 1804974, 1804947, one slip",
        "NUMBER, 17, 71, differs",
        "ADDRESS, 世纪大道100号, 世纪大道１００号, same",
        "ADDRESS, 世纪大道100号, 世纪大道101号, 'alike, numbers differ'",
        "ADDRESS, 27 Washington St, Washington St 27, same",
        "ADDRESS, 1507 W Sunnyside Ave, 1507 W Sunnyside Avenue, 'close, numbers agree'",
        "TEXT, Henry Booth House, Booth House - Henry, same words"
    })
    void values_agree_at_the_level_that_people_would_say(Kind kind, String a, String b, String level) {
        assertThat(kind.measure().labels().get(level(kind, a, b))).isEqualTo(level);
        assertThat(level(kind, b, a)).isEqualTo(level(kind, a, b));
    }

    @Test
    void what_says_nothing_has_no_normal_form() {
        assertThat(Kind.NAME.normal(" N/A ")).isNull();
        assertThat(Kind.ADDRESS.normal(" - ")).isNull();
        assertThat(Kind.PHONE.normal("无")).isNull();
        assertThat(Kind.NAME.normal("O’Brien，Ｍａｒｙ")).isEqualTo("obrien mary");
    }

    @Property(tries = 2000)
    void a_measure_does_not_care_which_value_comes_first(
            @ForAll Kind kind, @ForAll("values") String a, @ForAll("values") String b) {
        String one = kind.normal(a);
        String other = kind.normal(b);
        if (one != null && other != null) {
            int level = kind.measure().level(one, other);
            assertThat(kind.measure().level(other, one)).isEqualTo(level);
            assertThat(level).isBetween(0, kind.measure().labels().size() - 1);
            if (one.indexOf('*') < 0) {
                assertThat(kind.measure().level(one, one))
                        .isEqualTo(kind.measure().labels().size() - 1);
            }
        }
    }

    @Provide
    Arbitrary<String> values() {
        Arbitrary<String> digits = Arbitraries.strings().withChars("0129*").ofMaxLength(9);
        Arbitrary<String> letters = Arbitraries.strings().withChars("abc李@ ").ofMaxLength(9);
        return Combinators.combine(digits, letters).as((a, b) -> (a + b).toLowerCase(Locale.ROOT));
    }

    private static int level(Kind kind, @Nullable String a, @Nullable String b) {
        String one = kind.normal(a);
        String other = kind.normal(b);
        assertThat(one).isNotNull();
        assertThat(other).isNotNull();
        return one == null || other == null ? -1 : kind.measure().level(one, other);
    }
}
