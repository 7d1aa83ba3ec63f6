package io.siyu.pipelines.cut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.siyu.pipelines.RawRevenue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real web shop's lines, cut as its example says. */
class RealCutTest {
    @TempDir
    Path landing;

    @Test
    void the_days_laid_end_to_end_are_the_raw_lines() throws IOException {
        assumeTrue(RawRevenue.isHere(), () -> "no real lines at " + RawRevenue.files());
        Cut.Result result = new Cut("InvoiceDate", Optional.of("InvoiceNo"), "online_retail/lines.csv", landing)
                .files(RawRevenue.files());
        assertThat(result.records()).isEqualTo(541_909);
        assertThat(result.days()).hasSize(305);
        List<String> cut = new ArrayList<>();
        for (LocalDate day : result.days()) {
            List<String> lines = Files.readAllLines(landing.resolve(day + "/online_retail/lines.csv"));
            cut.addAll(lines.subList(1, lines.size()));
        }
        List<String> raw = new ArrayList<>();
        for (Path file : RawRevenue.files()) {
            try (BufferedReader in = new BufferedReader(
                    new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
                raw.addAll(in.lines().skip(1).toList());
            }
        }
        assertThat(cut.equals(raw)).isTrue();
    }
}
