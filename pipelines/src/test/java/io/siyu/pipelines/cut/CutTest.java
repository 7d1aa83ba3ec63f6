package io.siyu.pipelines.cut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.warehouse.SiyuException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CutTest {
    @TempDir
    Path folder;

    private Path landing;
    private Cut cut;

    @BeforeEach
    void landing() {
        landing = folder.resolve("landing");
        cut = new Cut("at", Optional.of("no"), "shop/lines.csv", landing);
    }

    @Test
    void each_day_gets_its_records_under_the_header() {
        Cut.Result result =
                cut.files(List.of(file("a.csv", "no,at\n1,2010-12-01T08:26:00\n2,2010-12-02\n3,2010/12/2 9:00\n")));
        assertThat(result.days()).containsExactly(LocalDate.of(2010, 12, 1), LocalDate.of(2010, 12, 2));
        assertThat(result.records()).isEqualTo(3);
        assertThat(landed("2010-12-01")).isEqualTo("no,at\n1,2010-12-01T08:26:00\n");
        assertThat(landed("2010-12-02")).isEqualTo("no,at\n2,2010-12-02\n3,2010/12/2 9:00\n");
    }

    @Test
    void records_of_one_key_stay_together_on_the_date_of_the_first() {
        cut.files(List.of(file("a.csv", "no,at\n1,2010-12-01\n2,2010-12-02\n1,2010-12-02\n")));
        assertThat(landed("2010-12-01")).isEqualTo("no,at\n1,2010-12-01\n1,2010-12-02\n");
        assertThat(landed("2010-12-02")).isEqualTo("no,at\n2,2010-12-02\n");
    }

    @Test
    void without_a_key_each_record_goes_by_its_own_date() {
        new Cut("at", Optional.empty(), "shop/lines.csv", landing)
                .files(List.of(file("a.csv", "no,at\n1,2010-12-01\n1,2010-12-02\n")));
        assertThat(landed("2010-12-02")).isEqualTo("no,at\n1,2010-12-02\n");
    }

    @Test
    void a_key_goes_on_in_the_next_file_packed_or_not() {
        cut.files(List.of(
                file("a.csv", "no,at\n1,2010-12-01"), packed("b.csv.gz", "no,at\n1,2010-12-03\n2,2010-12-03\n")));
        assertThat(landed("2010-12-01")).isEqualTo("no,at\n1,2010-12-01\n1,2010-12-03\n");
    }

    @Test
    void quoted_line_ends_and_every_byte_of_a_record_stay() {
        String text =
                "\u00EF\u00BB\u00BF\"no\",at,note\r\n1,2010-12-01,\"a, \"\"b\"\"\nc\" \r\n\r\n2,2010-12-01,  x\r\n";
        cut.files(List.of(file("a.csv", text)));
        assertThat(landed("2010-12-01")).isEqualTo(text.replace("\r\n\r\n", "\r\n"));
    }

    @Test
    void columns_may_be_named_in_chinese_in_utf_8_as_in_gbk() {
        for (String charset : List.of("UTF-8", "GB18030")) {
            byte[] bytes = "单号,日期\n甲1,2010-12-01\n".getBytes(Charset.forName(charset));
            Path file = file(charset + ".csv", new String(bytes, StandardCharsets.ISO_8859_1));
            new Cut("日期", Optional.of("单号"), "shop/" + charset + ".csv", landing).files(List.of(file));
            assertThat(landing.resolve("2010-12-01/shop/" + charset + ".csv")).hasBinaryContent(bytes);
        }
    }

    @Test
    void cutting_again_changes_nothing() {
        Path file = file("a.csv", "no,at\n1,2010-12-01\n");
        assertThat(cut.files(List.of(file))).isEqualTo(cut.files(List.of(file)));
        assertThat(landing).isDirectoryNotContaining("glob:**.cut");
    }

    @Test
    void a_file_that_is_there_with_other_content_is_left_and_no_drop_folder_is_begun() {
        cut.files(List.of(file("a.csv", "no,at\n2,2010-12-02\n")));
        assertThatThrownBy(() -> cut.files(List.of(file("b.csv", "no,at\n1,2010-12-01\n3,2010-12-02\n"))))
                .isInstanceOf(SiyuException.InvalidDefinition.class)
                .hasMessageContaining("2010-12-02/shop/lines.csv is there already, with other content");
        assertThat(landing.resolve("2010-12-01")).doesNotExist();
    }

    @Test
    void a_file_that_is_not_there_is_told_before_anything_is_read() {
        assertThatThrownBy(() -> cut.files(List.of(file("a.csv", "no,at\n"), folder.resolve("b.csv"))))
                .isInstanceOf(SiyuException.InvalidDefinition.class)
                .hasMessageContaining("b.csv: there is no such file");
        assertThat(landing).doesNotExist();
    }

    @Test
    void a_column_that_is_not_there_is_told_with_those_that_are() {
        assertThatThrownBy(() -> cut.files(List.of(file("a.csv", "no,att\n"))))
                .hasMessageContaining("it has no column at (did you mean 'att'?). ")
                .hasMessageContaining("name one of no, att with --by");
    }

    @Test
    void what_is_no_date_is_told_with_its_line_and_nothing_is_written() {
        for (String date : List.of("2010-13-01", "", "01.12.2010", "2010-12-01x")) {
            assertThatThrownBy(() -> cut.files(List.of(file("a.csv", "no,at\n1,2010-12-01\n\n2," + date + "\n"))))
                    .isInstanceOf(SiyuException.InvalidDefinition.class)
                    .hasMessageContaining("line 4 has at '" + date + "', which is no date");
        }
        assertThat(landing.resolve("2010-12-01")).doesNotExist();
    }

    @Test
    void records_of_another_shape_are_told_with_their_line() {
        assertThatThrownBy(() -> cut.files(List.of(file("a.csv", "no,at\n1,2010-12-01,x\n"))))
                .hasMessageContaining("line 2 has 3 cells and the header 2");
        assertThatThrownBy(() -> cut.files(List.of(file("a.csv", "no,at\n\"1,2010-12-01\n2,2010-12-01\n"))))
                .hasMessageContaining("line 2 opens a quote that is never closed");
    }

    @Test
    void files_of_another_header_are_refused() {
        assertThatThrownBy(() -> cut.files(List.of(file("a.csv", "no,at\n"), file("b.csv", "at,no\n"))))
                .hasMessageContaining("b.csv: its header is not that of the files before it");
    }

    @Test
    void a_name_that_leads_out_of_the_drop_folder_is_refused() {
        for (String name : List.of("../lines.csv", "/lines.csv", "a/../../b.csv", "")) {
            assertThatThrownBy(() -> new Cut("at", Optional.empty(), name, landing))
                    .hasMessageContaining("it is no path within a drop folder");
        }
    }

    private String landed(String date) {
        try {
            return Files.readString(landing.resolve(date).resolve("shop/lines.csv"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path packed(String name, String text) {
        Path file = folder.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return file;
    }
}
