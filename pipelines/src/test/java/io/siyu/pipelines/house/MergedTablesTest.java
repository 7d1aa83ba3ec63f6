package io.siyu.pipelines.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.TestSpark;
import io.siyu.pipelines.plan.Definition;
import io.siyu.pipelines.plan.Plan;
import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.House;
import io.siyu.warehouse.Layer;
import io.siyu.warehouse.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * A merged row is not asked again when a fact lands after it, so a merged table that looked facts up would hold another row
 * after many nights than after one build (decision 4). It reads landed tables.
 */
class MergedTablesTest {
    /** Judged by file as it lands (refused, its prices compared with the list), or told only on which dates to look again. */
    private static final Map<String, Set<String>> BESIDE = Map.of(
            "dwd.order_source", Set.of("dwd.listed_price"),
            "dwd.order_refused", Set.of("dwd.listed_price"),
            "dwd.refund_said", Set.of("dwd.order_refused"),
            "dwd.payment", Set.of("dwd.order_refused"),
            "dwd.brush_register", Set.of("dwd.order_source"));

    @Test
    void merged_tables_read_landed_tables_and_no_facts() {
        Plan plan = Plan.of(TestSpark.session(), Catalog.load(new House(List.of(Path.of("../warehouse")))));
        Map<String, Set<String>> facts = new TreeMap<>();
        for (Definition definition : plan.definitions()) {
            if (definition.table().write() == Table.Write.MERGE) {
                Set<String> others = new TreeSet<>(definition.reads());
                others.removeIf(name -> name.startsWith(Layer.ODS.id() + "."));
                if (!others.isEmpty()) {
                    facts.put(definition.name(), others);
                }
            }
        }
        assertThat(facts).containsExactlyInAnyOrderEntriesOf(BESIDE);
    }
}
