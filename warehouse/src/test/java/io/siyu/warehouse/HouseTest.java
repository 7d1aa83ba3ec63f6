package io.siyu.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HouseTest {
    @TempDir
    Path shipped;

    @TempDir
    Path own;

    @BeforeEach
    void tables() {
        new Texts(shipped).table("dwd", "refund");
        new Texts(shipped).table("dwd", "order_line");
    }

    @Test
    void a_retailers_table_is_laid_over_the_shipped_one() {
        Path folder = new Texts(own).table("dwd", "refund");
        House house = new House(List.of(shipped, own));
        assertThat(house.tableFolders()).containsOnlyKeys("dwd.order_line", "dwd.refund");
        assertThat(Catalog.load(house).table("dwd.refund").folder()).isEqualTo(folder);
    }

    @Test
    void a_retailers_table_without_a_contract_of_its_own_keeps_the_shipped_one() {
        Path sql = new Texts(own).write("tables/dwd/refund/rows.sql", Texts.SQL);
        Table table = Catalog.load(new House(List.of(shipped, own))).table("dwd.refund");
        assertThat(table.sqlFile()).isEqualTo(sql);
        assertThat(table.contractFile()).isEqualTo(shipped.resolve("tables/dwd/refund/table.yml"));
    }

    @Test
    void what_is_replaced_is_listed() {
        Path by = new Texts(own).table("dwd", "refund");
        new Texts(own).table("dwd", "gift");
        assertThat(new House(List.of(shipped, own)).overrides())
                .containsExactly(new House.Override("dwd.refund", by, shipped.resolve("tables/dwd/refund")));
    }

    @Test
    void the_last_file_at_a_path_wins() {
        new Texts(shipped).write("rules/dwd/refund.dqdl", "Rules = []");
        Path last = new Texts(own).write("rules/dwd/refund.dqdl", "Rules = []");
        House house = new House(List.of(shipped, own));
        assertThat(house.file("rules/dwd/refund.dqdl")).contains(last);
        assertThat(house.file("rules/dwd/nothing.dqdl")).isEmpty();
    }

    @Test
    void a_house_that_is_no_folder_is_refused() {
        assertThatThrownBy(() -> new House(List.of(own.resolve("nowhere"))))
                .isInstanceOf(SiyuException.InvalidDefinition.class)
                .hasMessageMatching("Invalid house .*nowhere: no such folder; expected a folder with tables/.*");
    }

    @Test
    void a_table_folder_without_a_contract_is_refused() throws IOException {
        Files.delete(shipped.resolve("tables/dwd/refund/table.yml"));
        House house = new House(List.of(shipped));
        assertThatThrownBy(house::tableFolders)
                .hasMessageMatching("Invalid table folder .*dwd/refund: no table.yml; expected a table.yml in it\\.");
    }
}
