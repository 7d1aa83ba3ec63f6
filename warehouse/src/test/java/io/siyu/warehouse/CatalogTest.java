package io.siyu.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.warehouse.SiyuException.InvalidDefinition;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogTest {
    @TempDir
    Path root;

    private Texts texts;

    @BeforeEach
    void house() {
        texts = new Texts(root);
        texts.table("dim", "store");
    }

    @Test
    void every_shipped_contract_loads() {
        assertThat(Shipped.catalog().tables()).isNotEmpty();
    }

    @Test
    void the_engines_own_tables_are_no_steps() {
        assertThat(Shipped.catalog().tables())
                .filteredOn(Table::isKeptByEngine)
                .extracting(Table::name)
                .contains("ods.file_manifest", "ods.quarantine", "quality.rule_result", "quality.metric");
    }

    @Test
    void asking_for_no_table_names_the_one_that_was_meant() {
        assertThatThrownBy(() -> texts.catalog().table("dim.stores"))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageStartingWith("Cannot find table dim.stores: no folder tables/dim/stores in ")
                .hasMessageEndingWith("did you mean 'dim.store'? See the tables with: bin/siyu contract list.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dim.stores | which is no table; expected a stored table with a grain of one column; did you mean 'dim.store'?
            dim.shelf  | which has a grain of several columns; expected a stored table with a grain of one column
            """)
    void a_reference_names_a_table_with_a_grain_of_one_column(String target, String message) {
        texts.table("dim", "shelf");
        texts.write(
                "tables/dim/shelf/table.yml",
                Texts.contract("dim.shelf").replace("[order_no]", "[order_no, place]")
                        + Texts.COLUMNS
                        + "  - {name: place, type: string, description: P.}\n");
        texts.table("dwd", "refund");
        texts.write(
                "tables/dwd/refund/table.yml",
                Texts.contract("dwd.refund")
                        + Texts.COLUMNS
                        + "  - {name: store_code, type: string, references: " + target + ", description: S.}\n");
        assertThatThrownBy(texts::catalog)
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageContaining("column 'store_code' references '" + target + "', " + message);
    }
}
