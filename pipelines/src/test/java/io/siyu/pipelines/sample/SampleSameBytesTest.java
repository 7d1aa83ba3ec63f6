package io.siyu.pipelines.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.warehouse.SiyuException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleSameBytesTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);

    @TempDir
    Path folder;

    @Test
    void neither_cores_nor_time_zone_nor_locale_change_a_byte() throws IOException {
        Map<String, String> here = hashes("here", 7, 1, false);
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(hashes("there", 7, 3, false)).isEqualTo(here);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
        assertThat(here).hasSizeGreaterThan(300).containsKey("truth/truth_defect.csv");
    }

    @Test
    void another_seed_is_another_world() throws IOException {
        Map<String, String> one = hashes("one", 7, 2, false);
        Map<String, String> other = hashes("other", 8, 2, false);
        assertThat(other.get("truth/truth_order.csv")).isNotEqualTo(one.get("truth/truth_order.csv"));
    }

    @Test
    void a_packed_world_has_weekly_lists_in_gzip_with_a_header_that_never_changes() throws IOException {
        hashes("packed", 7, 2, true);
        Path landing = folder.resolve("packed/landing");
        byte[] bytes = Files.readAllBytes(landing.resolve("2026-11-01/master/member_20261101.csv.gz"));
        assertThat(HexFormat.of().formatHex(bytes, 0, 10)).isEqualTo("1f8b08000000000000ff");
        assertThat(landing.resolve("2026-11-08/wecom/contact_20261108.jsonl.gz"))
                .exists();
        assertThat(landing.resolve("2026-11-05/wecom/contact_20261105.jsonl.gz"))
                .doesNotExist();
    }

    @Test
    void the_truth_never_lies_where_a_pipeline_reads() {
        Path out = folder.resolve("landing");
        assertThatThrownBy(() -> new SampleWorld(world(7, false)).write(out, out.resolve("../landing/truth"), 1))
                .isInstanceOf(SiyuException.class)
                .hasMessageMatching(
                        "Cannot write the truth to .*: it lies inside .*, which pipelines read\\. Nothing.*");
        assertThat(out).doesNotExist();
    }

    @Test
    void a_folder_with_files_in_it_is_left_alone() throws IOException {
        Path out = Files.createDirectories(folder.resolve("full"));
        Files.writeString(out.resolve("mine.txt"), "mine");
        assertThatThrownBy(() -> new SampleWorld(world(7, false)).write(out, folder.resolve("truth"), 1))
                .isInstanceOf(SiyuException.class)
                .hasMessageContaining("it holds files already");
        assertThat(out).isDirectoryContaining("glob:**mine.txt");
    }

    private static World world(long seed, boolean packed) {
        return new World(2_600, 12, seed, FIRST, packed);
    }

    private Map<String, String> hashes(String name, long seed, int threads, boolean packed) throws IOException {
        Path below = folder.resolve(name);
        World world = new World(packed ? 300 : 2_600, 12, seed, FIRST, packed);
        new SampleWorld(world).write(below.resolve("landing"), below.resolve("truth"), threads);
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> all = Files.walk(below)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                hashes.put(below.relativize(file).toString(), sha256(Files.readAllBytes(file)));
            }
        }
        return hashes;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
