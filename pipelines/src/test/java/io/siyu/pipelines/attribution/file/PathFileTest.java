package io.siyu.pipelines.attribution.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.pipelines.attribution.CountedPath;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PathFileTest {
    private static final PathFile.Columns USUAL =
            new PathFile.Columns(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    @TempDir
    Path folder = Path.of("");

    @Test
    void delimiter_and_columns_are_found_and_equal_paths_counted_together() throws IOException {
        PathFile read = read("\uFEFFpath;Total Conversions;total_conversion_value;total_null\r\n"
                + "live > store;1;10.10;2\r\nlive>store;2;0.05;1\r\n\r\nstore;0;;3\r\n");
        assertThat(read.delimiter()).isEqualTo(';');
        assertThat(read.rows()).isEqualTo(3);
        assertThat(read.paths().counted())
                .containsExactly(
                        new CountedPath(List.of("live", "store"), 3, new BigDecimal("10.15"), 3),
                        new CountedPath(List.of("store"), 0, BigDecimal.ZERO, 3));
    }

    @Test
    void chinese_columns_and_tabs_are_read_and_quoted_cells_may_hold_anything() throws IOException {
        PathFile read = read("路径\t转化\n\"直播\t间 > 门店\"\t4\n");
        assertThat(read.paths().channels()).containsExactly("直播\t间", "门店");
        assertThat(read.columns()).containsExactly("paths '路径'", "conversions '转化'", "no value", "no nulls");
    }

    @Test
    void columns_may_be_named() throws IOException {
        Path file = write("steps,won,conversions\na-b,1,9\n");
        PathFile.Columns named =
                new PathFile.Columns(Optional.of("steps"), Optional.of("won"), Optional.empty(), Optional.empty());
        assertThat(PathFile.read(file, named, "-").paths().conversions()).isEqualTo(1);
        PathFile.Columns wrong =
                new PathFile.Columns(Optional.of("step"), Optional.of("won"), Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> PathFile.read(file, wrong, "-"))
                .hasMessageContaining("'step'; expected one of steps, won, conversions; did you mean 'steps'?");
    }

    @Test
    void what_cannot_be_read_is_told_with_its_row_and_value() {
        refused("path,conversions\na,1\na>b,1.5\n", "row 3, column conversions: '1.5'; expected a whole number");
        refused("path,conversions\na,-1\n", "row 2, column conversions: '-1'; expected a whole number");
        refused("path,conversions\na,99999999999999999999\n", "'99999999999999999999'; expected a whole number");
        refused("path,conversions,value\na,1,¥5\n", "row 2, column value: '¥5'; expected a number such as 1234.50");
        refused("path,conversions,value\na,0,5\n", "column value: '5'; expected 0, because the row has no conversions");
        refused("path,conversions\na > > b,1\n", "row 2: 'a > > b' has an empty touch; expected channels with '>'");
        refused("path,conversions\n,1\n", "row 2: '' has an empty touch");
        refused("path,conversions\na,1,2\n", "row 2: 3 cells; expected 2");
        refused("path,conversions\na,0\nb,0\n", "none of its 2 rows has a conversion");
        refused(
                "way,conversions\na,0\n",
                "no column for paths among way, conversions. Nothing was written; name it with --path-column");
        refused("", "its first line is empty");
    }

    @Test
    void a_file_in_another_encoding_or_none_is_told() throws IOException {
        Path gbk = folder.resolve("gbk.csv");
        Files.write(gbk, "path,conversions\n直播,1\n".getBytes(Charset.forName("GBK")));
        assertThatThrownBy(() -> PathFile.read(gbk, USUAL, ">")).hasMessageContaining("it is not text in UTF-8");
        assertThatThrownBy(() -> PathFile.read(folder.resolve("none.csv"), USUAL, ">"))
                .hasMessageContaining("there is no such file");
    }

    private void refused(String text, String why) {
        assertThatThrownBy(() -> read(text)).hasMessageContaining(why);
    }

    private PathFile read(String text) throws IOException {
        return PathFile.read(write(text), USUAL, ">");
    }

    private Path write(String text) throws IOException {
        return Files.write(folder.resolve("paths.csv"), text.getBytes(StandardCharsets.UTF_8));
    }
}
