package io.siyu.pipelines.value.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.warehouse.SiyuException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRowsTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_name() throws IOException {
        assertThat(read("\uFEFFwho,day\na,1\n")).containsExactly("0 [who, day]", "2 [a, 1]");
    }

    @Test
    void a_row_has_a_cell_for_each_name_and_keeps_what_stands_beyond() throws IOException {
        assertThat(read("who,day\na\nb,2,x\n")).containsExactly("0 [who, day]", "2 [a, ]", "3 [b, 2, x]");
    }

    @Test
    void a_row_is_told_by_the_line_on_which_it_stands_and_a_blank_one_left_out() throws IOException {
        assertThat(read("who,day\r\n\r\n#a,1\r\nb,2")).containsExactly("0 [who, day]", "3 [#a, 1]", "4 [b, 2]");
    }

    @Test
    void a_header_may_have_a_column_without_a_name_and_an_empty_file_has_none() throws IOException {
        assertThat(read(",who\n1,a\n")).containsExactly("0 [, who]", "2 [1, a]");
        assertThat(read("")).containsExactly("0 []");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThatThrownBy(() -> CsvRows.read(folder.resolve("none.csv"), header -> {}, (row, line) -> {}))
                .isInstanceOf(SiyuException.class)
                .hasMessageContaining("none.csv");
    }

    @Test
    void names_that_are_not_utf8_are_refused_and_what_nobody_reads_may_be_anything() throws IOException {
        assertThatThrownBy(
                        () -> new TransactionFile(gbk("who,day,pay\n甲,2026-11-02,9\n"), "who", "day", "pay", 0).read())
                .hasMessageContaining("gbk.csv:2 (who)")
                .hasMessageContaining("expected UTF-8");
        assertThatThrownBy(() -> new TransactionFile(gbk("客户,day,pay\na,2026-11-02,9\n"), "客户", "day", "pay", 0).read())
                .hasMessageContaining("gbk.csv:1")
                .hasMessageContaining("expected UTF-8");
        assertThatThrownBy(() -> new CovariateFile(gbk("who,年龄\na,1\n"), "who").read())
                .hasMessageContaining("gbk.csv:1")
                .hasMessageContaining("expected UTF-8");
        assertThatThrownBy(() -> new CovariateFile(gbk("who,age\n甲,1\n"), "who").read())
                .hasMessageContaining("gbk.csv:2 (who)")
                .hasMessageContaining("expected UTF-8");
        assertThatThrownBy(() -> new CalendarFile(gbk("kind,name,from,to\nday,春节,2026-02-17,2026-02-17\n")).read())
                .hasMessageContaining("gbk.csv:2")
                .hasMessageContaining("expected UTF-8");
        assertThat(new TransactionFile(gbk("who,day,pay,货品\na,2026-11-02,9,口红\n"), "who", "day", "pay", 0).read())
                .hasSize(1);
    }

    private Path gbk(String text) throws IOException {
        return Files.writeString(folder.resolve("gbk.csv"), text, Charset.forName("GBK"));
    }

    /** The header, then each row, with its line. */
    private List<String> read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("rows.csv"), text);
        List<String> rows = new ArrayList<>();
        CsvRows.read(file, header -> rows.add("0 " + header), (row, line) -> rows.add(line + " " + row));
        return rows;
    }
}
