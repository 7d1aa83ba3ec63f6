package io.siyu.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.warehouse.SiyuException.InvalidDefinition;
import io.siyu.warehouse.Table.Write;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractTest {
    @TempDir
    Path root;

    private Texts texts;

    @BeforeEach
    void house() {
        texts = new Texts(root);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            late_day: 3                 | :5: unknown key 'late_day'; expected one of
            late_days: many             | :5: 'late_days' is 'many'; expected a whole number
            late_days: -1               | :5: 'late_days' is -1; expected 0 or more
            partition: paid_date        | :5: 'partition' names no column 'paid_date'; expected columns of this table
            keep_days: 30               | :5: 'keep_days' in a table that is not built by date; expected a 'partition' of type date
            newest: [ordr_no]           | :5: 'newest' names no column 'ordr_no'; did you mean 'order_no'?; expected
            first: [order_no]           | :5: 'first' without 'newest' or 'while'; expected all three: only a merged row
            dates: [order_no]           | :5: column 'order_no' is no date; expected columns of type date
            quiet: [order_no]           | :5: column 'order_no' is of the grain, a partition or a date; expected other
            as_known: [order_no]        | :5: column 'order_no' is of the grain, a partition or a date; expected other
            as_known: [oder_no]         | :5: 'as_known' names no column 'oder_no'; did you mean 'order_no'?; expected
            quiet: [oder_no]            | :5: 'quiet' names no column 'oder_no'; did you mean 'order_no'?; expected
            reads: [ods.shop_order]     | :5: 'reads' beside rows.sql; expected no 'reads': the SQL says what it reads
            transform: a.B              | :1: both rows.sql and 'transform'; expected rows.sql beside it, or 'transform'
            params: 3                   | :5: 'params' is not a mapping; expected key: value pairs
            owner: me                   | :5: key 'owner' appears twice; expected each key once
            """)
    void a_wrong_key_is_named_with_its_line(String line, String message) {
        texts.write("tables/dwd/refund/rows.sql", Texts.SQL);
        refused(Texts.contract("dwd.refund") + line + "\n" + Texts.COLUMNS, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {name: Pay, type: int, description: D.}               | :6: column name 'Pay'; expected lower-case snake_case
            {name: pay, type: money, description: D.}             | :6: column 'pay' has type 'money'; expected one of string,
            {name: pay, description: D.}                          | :6: key 'type' is missing; expected 'type: ...'
            {name: pay, type: int}                                | :6: key 'description' is missing
            {name: pay, type: int, description: ""}               | :6: column 'pay' has an empty description
            {name: pay_fen, type: int, description: D.}           | :6: column 'pay_fen' has type 'int'; expected bigint: money is whole fen
            {name: pay, type: int, unit: s, description: D.}      | :6: column 'pay' has unit 's'; expected a name ending in _s
            {name: pay, type: int, min: low, description: D.}     | :6: 'min' is 'low'; expected a whole number
            {name: pay, type: int, required: yes, description: D} | :6: 'required' is 'yes'; expected true or false
            {name: pay, type: int, size: 3, description: D.}      | :6: unknown key 'size'; expected one of
            {name: pay, type: int, classification: secret, description: D.} | :6: 'classification' is 'secret'; expected one of public, internal, pseudonym, personal
            {name: order_no, type: string, description: D.}       | :7: column 'order_no' appears twice; expected each column once
            """)
    void a_wrong_column_is_named_with_its_line(String column, String message) {
        texts.write("tables/dwd/refund/rows.sql", Texts.SQL);
        String columns = message.startsWith(":7")
                ? Texts.COLUMNS + "  - " + column + "\n"
                : "columns:\n  - " + column + "\n  - {name: order_no, type: string, description: Number.}\n";
        refused(Texts.contract("dwd.refund") + columns, message);
    }

    @ParameterizedTest
    @CsvSource({"name", "description", "owner", "columns"})
    void a_key_that_every_contract_has_must_be_there(String key) {
        texts.write("tables/dwd/refund/rows.sql", Texts.SQL);
        String all = Texts.contract("dwd.refund") + Texts.COLUMNS;
        int from = all.indexOf(key + ":");
        int to = key.equals("columns") ? all.length() : all.indexOf('\n', from) + 1;
        refused(all.substring(0, from) + all.substring(to), "key '" + key + "' is missing");
    }

    @Test
    void a_table_without_a_grain_is_refused() {
        texts.write("tables/dwd/refund/rows.sql", Texts.SQL);
        String all = Texts.contract("dwd.refund").replace("grain: [order_no]\n", "") + Texts.COLUMNS;
        refused(all, ":1: key 'grain' is missing or empty; expected 'grain'");
    }

    @Test
    void the_name_is_the_folder() {
        texts.write("tables/dwd/refund/rows.sql", Texts.SQL);
        refused(
                Texts.contract("dwd.refunds") + Texts.COLUMNS,
                ":1: name is 'dwd.refunds' but the folder says 'dwd.refund'; expected 'dwd.refund'");
    }

    @Test
    void a_folder_outside_the_layers_is_refused() {
        texts.table("mart", "refund");
        assertThatThrownBy(texts::catalog)
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageContaining("table.yml:1: layer is 'mart'; expected one of ods, vault, dwd, dim, dws, ads");
    }

    @Test
    void a_table_without_rows_is_refused() {
        refused(
                Texts.contract("dwd.refund") + Texts.COLUMNS,
                ":1: no rows and no 'transform'; expected rows.sql beside it, or 'transform' naming a Java class");
    }

    @Test
    void a_personal_value_is_stored_in_ods_and_vault_only() {
        String columns = "columns:\n  - {name: phone, type: string, classification: personal, description: Phone.}\n";
        texts.table("dwd", "refund");
        texts.write("tables/dwd/refund/table.yml", Texts.contract("dwd.refund").replace("order_no", "phone") + columns);
        assertThatThrownBy(texts::catalog)
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageContaining("column 'phone' is personal and would be stored in dwd; expected a token");
    }

    @Test
    void a_landed_table_has_a_feed() throws IOException {
        Path contract = texts.table("ods", "refund").resolve("table.yml");
        assertThatThrownBy(texts::catalog).hasMessageContaining("a landed table with rows.sql; expected feed.yml");
        Files.delete(contract.resolveSibling("rows.sql"));
        assertThatThrownBy(texts::catalog).hasMessageContaining("a landed table without feed.yml; expected feed.yml");
    }

    @Test
    void landed_values_stay_text() {
        texts.write("tables/ods/refund/feed.yml", "files: a.csv\n");
        texts.write(
                "tables/ods/refund/table.yml",
                Texts.contract("ods.refund") + "columns:\n  - {name: order_no, type: int, description: Number.}\n");
        assertThatThrownBy(texts::catalog)
                .hasMessageContaining("table.yml:6: column 'order_no' has type 'int'; expected string: landed values");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            transform: engine                         | APPEND
            newest: [order_no]                        | MERGE
            partition: order_no                       | OVERWRITE
            late_days: 3                              | REPLACE
            """)
    void the_way_of_writing_follows_from_the_contract(String line, Write write) {
        if (write != Write.APPEND) {
            texts.write("tables/dwd/refund/rows.sql", Texts.SQL);
        }
        texts.write("tables/dwd/refund/table.yml", Texts.contract("dwd.refund") + line + "\n" + Texts.COLUMNS);
        assertThat(texts.catalog().table("dwd.refund").write()).isEqualTo(write);
    }

    private void refused(String contract, String message) {
        texts.write("tables/dwd/refund/table.yml", contract);
        assertThatThrownBy(texts::catalog)
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageStartingWith("Invalid contract ")
                .hasMessageContaining("tables/dwd/refund/table.yml" + (message.startsWith(":") ? message : ""))
                .hasMessageContaining(message);
    }
}
