package io.siyu.pipelines.value.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransactionFileTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 2);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void rows_of_a_day_are_one_purchase_however_dates_are_written() throws IOException {
        List<Customer> read = read(0, """
                who,day,pay
                乙,2026/11/2,5
                甲,2026-11-02 18:30:00,10.5
                甲,20261102,2

                甲,2026-11-09T08:00:00,"1"
                ,2026-11-09,7
                """);
        assertThat(read).extracting(Customer::id).containsExactly("乙", "甲");
        assertThat(read.get(1).purchases()).isEqualTo(Map.of(FIRST, 12.5, FIRST.plusDays(7), 1.0));
    }

    @Test
    void a_row_below_0_is_a_refund_and_one_below_the_least_is_nothing() throws IOException {
        Customer one = read(0.01, "who,day,pay\na,2026-11-02,9\na,2026-11-03,0\na,2026-11-04,-4\n")
                .get(0);
        assertThat(one.purchases()).isEqualTo(Map.of(FIRST, 9.0));
        assertThat(one.refunds()).isEqualTo(Map.of(FIRST.plusDays(2), 4.0));
        assertThat(read(0, "who,day,pay\na,2026-11-03,0\n").get(0).purchases()).hasSize(1);
    }

    @Test
    void a_packed_file_reads_alike() throws IOException {
        Path file = folder.resolve("log.csv.gz");
        try (Writer out =
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
            out.write("who,day,pay\na,2026-11-02,9\n");
        }
        assertThat(new TransactionFile(file, "who", "day", "pay", 0).read()).hasSize(1);
    }

    @Test
    void what_is_no_date_or_no_amount_is_named_with_its_row() {
        assertThatThrownBy(() -> read(0, "who,day,pay\na,2026-11-02,9\nb,02.11.2026,9\n"))
                .hasMessageMatching(
                        "Invalid date .*log\\.csv:3 \\(day\\): '02\\.11\\.2026'; expected a date such as 2026-11-20\\.");
        assertThatThrownBy(() -> read(0, "who,day,pay\na,2026-11-02,\n"))
                .hasMessageMatching(
                        "Invalid amount .*log\\.csv:2 \\(pay\\): empty; expected a number such as 129\\.50\\.");
        assertThatThrownBy(() -> read(0, "who,day,pay\na,2026-11-02,NaN\n")).hasMessageContaining("'NaN'");
    }

    @Test
    void a_column_that_is_not_there_is_named_with_those_that_are() {
        assertThatThrownBy(() -> read(0, "who,days,pay\n"))
                .hasMessageMatching(
                        "Invalid option --date: day; did you mean 'days'\\?; expected a column of .*log\\.csv:"
                                + " who, days, pay\\.");
        assertThatThrownBy(() -> new TransactionFile(folder.resolve("none.csv"), "who", "day", "pay", 0).read())
                .hasMessageMatching("Cannot read .*none\\.csv: there is no such file\\. Nothing was written\\.");
    }

    private List<Customer> read(double least, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("log.csv"), text);
        return new TransactionFile(file, "who", "day", "pay", least).read();
    }
}
