package io.siyu.pipelines.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandingTest {
    @TempDir
    Path folder;

    private FeedFixture shop;

    @BeforeEach
    void house() {
        shop = new FeedFixture(folder, "a", "files: [shop/*.csv, 'pos/**.csv']\nformat: csv\nheader: {match: name}\n");
    }

    @Test
    void a_file_is_known_by_its_date_path_size_and_hash() {
        shop.drop("shop/1.csv", FeedFixture.bytes("abc", "utf-8"));
        assertThat(shop.files())
                .containsExactly(new DropFile(
                        FeedFixture.DAY,
                        "2026-10-03/shop/1.csv",
                        3,
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }

    @Test
    void files_come_sorted_packed_ones_and_all_patterns_included() {
        for (String name : new String[] {"shop/2.csv", "shop/1.csv.gz", "pos/x/y.csv", "shop/z.txt", "other/1.csv"}) {
            shop.drop(name, new byte[] {1});
        }
        assertThat(shop.files())
                .extracting(DropFile::path)
                .containsExactly("2026-10-03/pos/x/y.csv", "2026-10-03/shop/1.csv.gz", "2026-10-03/shop/2.csv");
    }

    @Test
    void only_drop_folders_of_the_asked_dates_count() throws IOException {
        for (String date : new String[] {"2026-10-01", "2026-10-02", "2026-10-03", "2026-10-04", "incoming"}) {
            Files.createDirectories(shop.landing().resolve(date + "/shop"));
            Files.writeString(shop.landing().resolve(date + "/shop/a.csv"), "a\n1\n");
        }
        assertThat(new Landing(shop.landing()).files(shop.feed(), LocalDate.of(2026, 10, 2), LocalDate.of(2026, 10, 3)))
                .extracting(DropFile::path)
                .containsExactly("2026-10-02/shop/a.csv", "2026-10-03/shop/a.csv");
        assertThat(shop.files()).hasSize(3);
    }

    @Test
    void a_landing_folder_that_is_not_there_is_empty() {
        assertThat(shop.files()).isEmpty();
    }
}
