package io.siyu.pipelines.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {
    private static final Tokens TOKENS = tokens("one key of more than thirty-two characters");

    /** RFC 4231, test cases 1, 2, 3, 4, 6 and 7: keys and messages in hexadecimal. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            0b*20, 4869205468657265, b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7
            4a656665, 7768617420646f2079612077616e7420666f72206e6f7468696e673f, \
            5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843
            aa*20, dd*50, 773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe
            0102030405060708090a0b0c0d0e0f10111213141516171819, cd*50, \
            82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b
            aa*131, 54657374205573696e67204c6172676572205468616e20426c6f636b2d53697a65204b6579202d2048617368204b6579\
            204669727374, 60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54
            """)
    void the_codes_are_those_of_rfc_4231(String key, String message, String code) {
        assertThat(new Tokens(bytes(key)).code(bytes(message)))
                .isEqualTo(HexFormat.of().parseHex(code));
    }

    @Test
    void a_token_is_the_first_half_of_the_code_of_kind_and_value() {
        byte[] code = TOKENS.code("phone\u000013812341234".getBytes(StandardCharsets.UTF_8));
        assertThat(TOKENS.of("phone", "13812341234"))
                .isEqualTo("tk" + HexFormat.of().formatHex(code, 0, 16))
                .isEqualTo(TOKENS.of("phone", "13812341234"))
                .doesNotContain("13812341234");
    }

    @Test
    void kinds_values_and_keys_tell_tokens_apart_and_a_token_stays_what_it_is() {
        Tokens other = tokens("another key of more than thirty-two characters");
        String token = TOKENS.of("phone", "13812341234");
        assertThat(Set.copyOf(List.of(
                        token,
                        TOKENS.of("email", "13812341234"),
                        TOKENS.of("phone", "13812341235"),
                        other.of("phone", "13812341234"))))
                .hasSize(4);
        assertThat(TOKENS.of("phone", token)).isEqualTo(token);
        assertThat(TOKENS.fingerprint()).hasSize(16).isNotEqualTo(other.fingerprint());
    }

    @Test
    void threads_do_not_disturb_each_other() {
        Set<String> alone = new TreeSet<>();
        IntStream.range(0, 2_000).forEach(i -> alone.add(TOKENS.of("phone", "1380000" + i)));
        List<String> together = IntStream.range(0, 8_000)
                .parallel()
                .mapToObj(i -> TOKENS.of("phone", "1380000" + i % 2_000))
                .toList();
        assertThat(new TreeSet<>(together)).isEqualTo(alone).hasSize(2_000);
    }

    private static Tokens tokens(String key) {
        return new Tokens(key.getBytes(StandardCharsets.UTF_8));
    }

    /** {@code 0b*20} is 20 bytes of 0b. */
    private static byte[] bytes(String hex) {
        String[] parts = hex.split("\\*");
        return HexFormat.of().parseHex(parts.length == 1 ? hex : parts[0].repeat(Integer.parseInt(parts[1])));
    }
}
