package io.siyu.pipelines.identity.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTest {
    @ParameterizedTest
    @CsvSource({
        "13812345678, 138****5678",
        "M00001, M0****01",
        "80001, 8****",
        "wang.wu@example.com, w****@example.com",
        "张三, 张****",
        "@, @****",
    })
    void the_middle_of_a_value_is_hidden(String value, String shown) {
        assertThat(Mask.of(value)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "phone|*|13812345678, phone:13812345678, ",
        "phone|*|13812345678@2026-05-01, phone:13812345678, 2026-05-01",
        "email|*|a@b.cn, email:a@b.cn, ",
        "member_id|pospal:S1|9|9, member_id:pospal:S1:9|9, ",
    })
    void a_key_is_taken_apart_and_put_together(String key, String typed, String since) {
        Node node = Node.of(key);
        assertThat(node.key()).isEqualTo(key);
        assertThat(node.typed()).isEqualTo(typed);
        assertThat(node.since().orElse(null)).isEqualTo(since);
    }
}
