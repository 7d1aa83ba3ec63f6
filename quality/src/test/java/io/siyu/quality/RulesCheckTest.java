package io.siyu.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.House;
import io.siyu.warehouse.SiyuException.InvalidDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCheckTest {
    @TempDir
    Path house;

    @BeforeEach
    void one_table() throws IOException {
        Path table = Files.createDirectories(house.resolve("tables/dwd/refund"));
        Files.writeString(table.resolve("table.yml"), """
                name: dwd.refund
                description: Refunds.
                grain: [refund_id]
                owner: tests
                columns:
                  - {name: refund_id, type: string, required: true, description: "The refund."}
                """);
        Files.writeString(table.resolve("rows.sql"), "select 'r1' refund_id");
        Files.createDirectories(house.resolve("rules/dwd"));
    }

    private Map<String, List<Rule>> check(String file, String text) throws IOException {
        Files.writeString(house.resolve("rules/dwd").resolve(file), text);
        return RulesCheck.check(Catalog.load(new House(List.of(house))), house.resolve("rules"));
    }

    @Test
    void every_rule_file_is_read_with_its_contract() throws IOException {
        assertThat(check("refund.dqdl", "warn = [ RowCount > 0 ]").get("dwd.refund"))
                .extracting(Rule::id)
                .containsExactly("required refund_id", "unique grain [refund_id]", "RowCount > 0");
    }

    @Test
    void a_rule_file_of_no_table_is_refused() {
        assertThatThrownBy(() -> check("refnd.dqdl", "warn = [ RowCount > 0 ]"))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageContaining("no table dwd.refnd; did you mean 'dwd.refund'?");
    }

    @Test
    void every_shipped_rule_file_is_right() {
        Path warehouse = Path.of("../warehouse").toAbsolutePath().normalize();
        Path rules = Path.of("rules").toAbsolutePath();
        assertThat(rules).isDirectory();
        Map<String, List<Rule>> checked = RulesCheck.check(Catalog.load(new House(List.of(warehouse))), rules);
        assertThat(checked.values()).allSatisfy(list -> assertThat(list).isNotEmpty());
    }
}
