package io.siyu.quality;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.warehouse.SiyuException.InvalidDefinition;
import io.siyu.warehouse.Table;
import io.siyu.warehouse.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrongRuleTest {
    private static final Table TABLE = Contract.of("dwd.refund", "refund_id")
            .with("refund_id", "string")
            .with("amount_fen", "bigint")
            .table();

    @TempDir
    Path folder;

    private AbstractThrowableAssert<?, ?> read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("refund.dqdl"), text);
        return assertThatThrownBy(() -> Rules.of(TABLE, Optional.of(file)))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageStartingWith("Invalid rule " + Words.path(file) + ":");
    }

    @Test
    void an_unknown_column_is_named_with_its_line_and_the_nearest_column() throws IOException {
        read("# refunds\nerror = [\n    IsComplete \"refund_id\",\n    ColumnValues \"amont_fen\" > 0\n]\n")
                .hasMessageEndingWith("refund.dqdl:4: no column 'amont_fen' in dwd.refund; did you mean 'amount_fen'?;"
                        + " expected columns of dwd.refund.");
    }

    @Test
    void an_unknown_column_in_a_condition_is_found() throws IOException {
        read("error = [ IsComplete \"refund_id\" where \"amount > 0\" ]")
                .hasMessageContaining(":1: no column 'amount' in dwd.refund");
        read("error = [ CustomSql \"select count(*) from primary where abs(amont_fen) > 1\" = 0 ]")
                .hasMessageContaining("no column 'amont_fen' in dwd.refund; did you mean 'amount_fen'?");
    }

    @Test
    void a_misspelt_rule_type_is_refused() throws IOException {
        read("warn = [ IsComplet \"refund_id\" ]").hasMessageContaining("'IsComplet \"refund_id\"' is not DQDL");
    }

    @Test
    void a_block_must_be_named_and_closed() throws IOException {
        read("errors = [ RowCount > 1 ]").hasMessageContaining(":1: a block begins with 'errors = [ RowCount > 1 ]'");
        read("\nerror = [ RowCount > 1").hasMessageContaining(":2: the block 'error' is not closed");
    }

    @Test
    void a_rule_that_needs_another_table_is_refused() throws IOException {
        read("error = [ RowCountMatch \"other\" = 1.0 ]")
                .hasMessageContaining("rule type 'RowCountMatch'; expected one");
        read("error = [ CustomSql \"select max(amount_fen) from primary\" < 9 ]")
                .hasMessageContaining("a CustomSql of another form; expected CustomSql \"select count(*)");
    }

    @Test
    void a_rule_that_asks_the_clock_is_refused() throws IOException {
        read("error = [ ColumnValues \"refund_id\" < now() ]").hasMessageContaining("the clock");
        read("error = [ IsComplete \"refund_id\" where \"current_date() > '2026-01-01'\" ]")
                .hasMessageContaining("function 'current_date'");
    }

    @Test
    void a_rule_on_other_nights_is_a_warning_and_names_how_many() throws IOException {
        read("error = [ RowCount > 0.6 * median(last(7)) ]")
                .hasMessageContaining("an error that depends on other nights; expected a warning");
        read("warn = [ RowCount > 0.6 * mode(last(7)) ]").hasMessageContaining("function 'mode'; expected a warning");
        read("warn = [ RowCount > 2 * last(7) ]").hasMessageContaining("'last(7)'; expected a warning");
        read("warn = [ RowCount > 1 + 2 * avg(last(7)) ]").hasMessageContaining("without parentheses; expected");
        read("warn = [ RowCount > 2 * avg(last(700)) ]").hasMessageContaining("'avg(last(700))'");
    }

    @Test
    void what_deequ_would_overlook_is_refused() throws IOException {
        read("error = [ ColumnValues \"amount_fen\" > 0 with threshold > 0.5 ]")
                .hasMessageContaining("'with threshold'");
        read("error = [ (RowCount > 1) and (RowCount < 5) ]").hasMessageContaining("rule type 'Composite'");
    }

    @Test
    void a_rule_may_stand_only_once() throws IOException {
        read("error = [ RowCount > 1 ]\nwarn = [ RowCount  > 1 ]")
                .hasMessageContaining(":2: the rule 'RowCount > 1' stands twice");
    }
}
