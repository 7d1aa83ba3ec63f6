package io.siyu.warehouse.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.House;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowFoldTest {
    @TempDir
    private Path root = Path.of("");

    private RowFold fold;

    @BeforeEach
    void overATable() throws IOException {
        Path table = Files.createDirectories(root.resolve("tables/dws/visit"));
        Files.writeString(table.resolve("table.yml"), """
                name: dws.visit
                description: A visit.
                grain: [oneid]
                owner: me
                columns:
                  - {name: oneid, type: string, description: "Who."}
                  - {name: business_date, type: date, description: "When."}
                  - {name: pages, type: int, description: "How many."}
                  - {name: seconds, type: double, description: "How long."}
                  - {name: page, type: string, description: "Which."}
                """);
        Files.writeString(table.resolve("rows.sql"), "select 1");
        Catalog catalog = Catalog.load(new House(List.of(root)));
        fold = new RowFold(catalog.table("dws.visit"));
    }

    @Test
    void conditions_and_values_are_shared_and_each_step_has_its_place() {
        assertThat(add("count(*)", "pages > 1")).contains("folded.numbers[0]");
        assertThat(add("sum(pages)", "pages > 1")).contains("folded.numbers[1]");
        assertThat(add("max(business_date)", "")).contains("date_from_unix_date(int(folded.numbers[2]))");
        assertThat(add("favourite(page)", "pages > 1")).contains("folded.texts[0]");
        assertThat(add("distinct(page)", "")).contains("folded.numbers[3]");
        assertThat(add("max_by(page, business_date)", "")).contains("folded.texts[1]");
        assertThat(add("min_by(page, concat(business_date, pages))", "")).contains("folded.texts[2]");
        assertThat(fold.list())
                .isEqualTo("fold_rows(collect_list(cells) filter (where cells.bits_0 <> 0), '1 2 2 count:0 sum:0:0"
                        + " max:1:1 favourite:0:0 texts:1:0 max_by:1:0:n1 min_by:1:0:t1') as folded");
        assertThat(fold.cells().replaceAll("\\s+", " "))
                .isEqualTo("struct(if(pages > 1, 1L, 0L) + if(true, 2L, 0L) as bits_0, bigint(pages),"
                        + " bigint(unix_date(business_date)), string(page),"
                        + " string(concat(business_date, pages))) as cells");
    }

    @Test
    void a_count_of_a_value_is_of_rows_that_have_one() {
        add("count(page)", "");
        assertThat(fold.cells()).contains("if(true and (page) is not null, 1L, 0L)");
    }

    @Test
    void what_is_no_whole_number_keeps_an_aggregate_of_its_own() {
        assertThat(add("sum(seconds)", "")).isEmpty();
        assertThat(add("sum(pages * 2)", "")).isEmpty();
        assertThat(add("max(page)", "")).isEmpty();
        assertThat(add("avg(pages)", "")).isEmpty();
        assertThat(add("max_by(page, seconds)", "")).isEmpty();
        assertThat(add("max_by(page, concat(pages) + 1)", "")).isEmpty();
        assertThat(add("max_by(pages, business_date)", "")).isEmpty();
    }

    @Test
    void the_sixty_first_condition_begins_the_next_number() {
        for (int i = 0; i < 61; i++) {
            add("count(*)", "pages > " + i);
        }
        assertThat(fold.cells())
                .contains("if(pages > 59, 576460752303423488L, 0L) as bits_0", "if(pages > 60, 1L, 0L) as bits_1");
        assertThat(fold.list()).contains("cells.bits_0 <> 0 or cells.bits_1 <> 0", "'2 0 0 count:0 ");
    }

    private Optional<String> add(String value, String filter) {
        return fold.add(new TagWords(filter, "").call(value).orElseThrow(), filter);
    }
}
