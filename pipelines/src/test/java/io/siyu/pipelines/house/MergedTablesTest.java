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
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A merged row is not asked again when a fact lands after it, so a merged table that looked facts up would hold another row
 * after many nights than after one build (decision 4). It reads landed tables, and files one by one.
 */
class MergedTablesTest {
    /** Judged by file as it lands (refused, its prices compared with the list), or told only on which dates to look again. */
    private static final Map<String, Set<String>> BESIDE = Map.of(
            "dwd.order_source", Set.of("dwd.listed_price"),
            "dwd.order_refused", Set.of("dwd.listed_price"),
            "dwd.refund_said", Set.of("dwd.order_refused"),
            "dwd.payment", Set.of("dwd.order_refused"),
            "dwd.brush_register", Set.of("dwd.order_source"));

    /** They tell the least and the greatest of what landed, and {@code newest} keeps the least and the greatest of what is told. */
    private static final Set<String> EXTREMES = Set.of("dwd.id_event", "vault.phone");

    private static final Pattern OVER_ROWS = Pattern.compile("\\bgroup by\\b|\\bover \\((?![^)]*\\b_?file\\b)");

    private static Plan plan;

    @BeforeAll
    static void shipped() {
        plan = Plan.of(TestSpark.session(), Catalog.load(new House(List.of(Path.of("../warehouse")))));
    }

    @Test
    void merged_tables_read_landed_tables_and_no_facts() {
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

    /** What is summed up over rows of several files is another thing when they land in two nights than when they land in one. */
    @Test
    void a_merged_row_comes_of_rows_of_one_file() {
        Set<String> over = new TreeSet<>();
        for (Definition definition : plan.definitions()) {
            if (definition.table().write() == Table.Write.MERGE) {
                Stream.concat(Stream.of(definition), definition.inlines().stream())
                        .filter(MergedTablesTest::goesOverRows)
                        .forEach(one -> over.add(one.name()));
            }
        }
        assertThat(over).containsExactlyInAnyOrderElementsOf(EXTREMES);
    }

    private static boolean goesOverRows(Definition definition) {
        String sql = definition.sql().orElse("").replaceAll("--.*", "").toLowerCase(Locale.ROOT);
        return OVER_ROWS.matcher(sql).find();
    }
}
