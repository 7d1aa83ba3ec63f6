package io.siyu.pipelines.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoWorldTest {
    private static final LocalDate FROM = LocalDate.of(2026, 11, 8);

    @TempDir
    Path folder;

    @Test
    void the_same_seed_gives_the_same_bytes_and_another_seed_others() throws IOException {
        DemoWorld.write(folder.resolve("a"), FROM, 4, 60, 7);
        DemoWorld.write(folder.resolve("b"), FROM, 4, 60, 7);
        DemoWorld.write(folder.resolve("c"), FROM, 4, 60, 8);
        Map<String, String> a = files(folder.resolve("a"));
        assertThat(a).isEqualTo(files(folder.resolve("b"))).isNotEqualTo(files(folder.resolve("c")));
        assertThat(a).hasSize(4 * 7 + 3);
    }

    @Test
    void the_tmall_export_is_gbk_with_ids_a_spreadsheet_cannot_round() throws IOException {
        DemoWorld.write(folder, FROM, 4, 200, 7);
        String export = Files.readString(
                folder.resolve("2026-11-11/tmall/ExportOrderList202611120100.csv"), Charset.forName("GBK"));
        assertThat(export).startsWith("订单编号,买家会员名");
        assertThat(export).containsPattern("=\"44172611110[0-9]{8}\"");
        assertThat(export).contains("卖家已发货，等待买家确认", "4.41700E+18", "合计");
    }

    @Test
    void singles_day_sells_more_online_than_the_day_before() throws IOException {
        DemoWorld.write(folder, FROM, 4, 500, 7);
        assertThat(paidOn("2026-11-11")).isGreaterThan(3 * paidOn("2026-11-10"));
    }

    private long paidOn(String day) throws IOException {
        return Files.readString(folder.resolve(day + "/mall/orders.jsonl"))
                .lines()
                .filter(line -> line.contains("\"create_time\":\"" + day) && line.contains("\"payment_time\":\"" + day))
                .count();
    }

    private static Map<String, String> files(Path root) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        root.relativize(file).toString(),
                        new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }
}
