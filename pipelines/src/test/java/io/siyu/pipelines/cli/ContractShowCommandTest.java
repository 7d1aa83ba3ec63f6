package io.siyu.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.House;
import io.siyu.warehouse.Table;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractShowCommandTest {
    private final Catalog catalog = Catalog.load(new House(List.of(Path.of("..", "warehouse"))));

    @Test
    void every_column_stands_on_a_line_with_its_type_and_what_it_says() {
        Table table = catalog.table("dws.customer_line");
        List<String> lines = ContractShowCommand.lines(table);
        assertThat(lines.get(0)).isEqualTo("dws.customer_line: " + table.description());
        assertThat(lines.get(1)).isEqualTo("one row per " + String.join(", ", table.grain()) + ", never stored");
        assertThat(lines).hasSize(3 + table.columns().size());
        assertThat(lines.get(2)).matches("  " + table.columns().get(0).name() + " +string +\\S.*");
        assertThat(lines.get(lines.size() - 1)).endsWith("dws/customer_line/table.yml");
    }

    @Test
    void closed_lists_of_values_are_told() {
        assertThat(ContractShowCommand.lines(catalog.table("dwd.coupon_event")))
                .anyMatch(line -> line.contains(" Values: "));
    }
}
