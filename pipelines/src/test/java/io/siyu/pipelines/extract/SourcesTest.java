package io.siyu.pipelines.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourcesTest {
    @Test
    void the_file_says_where_and_who_and_only_the_environment_the_password() {
        Sources sources = new Sources(
                Map.of("mall", Map.of("url", "jdbc:postgresql://db/mall?ssl=true", "user", "siyu")),
                Map.of("SIYU_SOURCE_MALL_PASSWORD", "geheim", "SIYU_SOURCE_MALL_URL", "jdbc:other")::get);
        assertThat(sources.find("mall", "ods.mall_order"))
                .isEqualTo(new Source("mall", "jdbc:postgresql://db/mall?ssl=true", "siyu", "geheim"))
                .hasToString("mall (jdbc:postgresql://db/mall)");
    }

    @Test
    void what_the_file_does_not_say_the_environment_does() {
        Sources sources = new Sources(
                Map.of(), Map.of("SIYU_SOURCE_CRM_URL", "jdbc:h2:mem:", "SIYU_SOURCE_CRM_USER", "reader")::get);
        assertThat(sources.find("crm", "ods.member")).isEqualTo(new Source("crm", "jdbc:h2:mem:", "reader", ""));
    }

    @Test
    void values_are_texts_as_files_have_them() {
        assertThat(CellText.of(new BigDecimal("1E+3"))).isEqualTo("1000");
        assertThat(CellText.of(12_990_000.5)).isEqualTo("12990000.5");
        assertThat(CellText.of(true)).isEqualTo("true");
        assertThat(CellText.of(LocalDateTime.parse("2026-11-20T10:11:12"))).isEqualTo("2026-11-20 10:11:12");
        Instant instant = Instant.parse("2026-11-20T02:11:12.120Z");
        assertThat(CellText.of(instant)).isEqualTo("2026-11-20 10:11:12.12");
        assertThat(CellText.of(Timestamp.from(instant))).isEqualTo("2026-11-20 10:11:12.12");
        assertThat(CellText.of(new byte[] {1, (byte) 0xAB})).isEqualTo("01ab");
        assertThat(CellText.of(null)).isNull();
    }
}
