package io.siyu.pipelines.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.batch.RunResult;
import io.siyu.pipelines.release.Release;
import io.siyu.warehouse.Table;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three nights of a retailer whose files come late, twice, empty and changed, told once and looked at by each test. */
class NightTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final LocalDate ONE = SmallHome.FIRST;
    private static final LocalDate TWO = ONE.plusDays(1);
    private static final LocalDate THREE = ONE.plusDays(2);
    private static final String LATE = ONE + "/pos/ticket_20261109.jsonl";
    private static final String TWICE = THREE + "/pos/ticket_20261111_again.jsonl";
    private static final String EMPTY = THREE + "/mall/order_20261111_2.jsonl";
    private static final String CHANGED = ONE + "/master/store_20261109.csv";

    @TempDir
    private static Path folder;

    private static SmallHome home;
    private static SmallHome once;
    private static RunResult first;
    private static Release firstRelease;
    private static Release third;
    private static SortedMap<String, String> thirdRows;
    private static RunResult again;
    private static Release afterAgain;
    private static SortedMap<String, Long> versionsThird;
    private static SortedMap<String, Long> versionsAgain;
    private static RunResult changed;
    private static Release afterChange;

    @BeforeAll
    static void nights() throws IOException {
        Path world = SmallHome.world(folder.resolve("world"));
        Path root = Excerpt.strangers(folder.resolve("root"));
        home = new SmallHome(root, folder.resolve("nights"));
        home.receive(world, ONE);
        byte[] late = home.hold(LATE);
        first = home.night(ONE);
        firstRelease = home.release();
        home.receive(world, TWO);
        home.night(TWO);
        home.receive(world, THREE);
        home.put(LATE, late);
        home.put(TWICE, Files.readAllBytes(world.resolve(THREE + "/pos/ticket_20261111.jsonl")));
        home.put(EMPTY, new byte[0]);
        home.night(THREE);
        third = home.release();
        versionsThird = versions();
        thirdRows = Fingerprint.of(home, third);

        once = new SmallHome(root, folder.resolve("once"));
        SmallHome.copy(home.landing(), once.landing());
        AsOnACluster.begin(once);
        once.backfill(THREE);
        AsOnACluster.end(once);

        again = home.night(THREE);
        afterAgain = home.release();
        versionsAgain = versions();
        String stores = new String(home.hold(CHANGED), GB18030);
        home.put(CHANGED, stores.replaceFirst("恒隆广场店", "恒隆广场新馆").getBytes(GB18030));
        changed = home.night(THREE);
        afterChange = home.release();
    }

    private static SortedMap<String, Long> versions() {
        Installation at = home.open();
        SortedMap<String, Long> versions = new TreeMap<>();
        at.catalog().tables().stream()
                .filter(Table::isStored)
                .forEach(t -> versions.put(
                        t.name(),
                        at.lake().current(at.spark(), t.name()).orElseThrow().number()));
        return versions;
    }

    @Test
    void a_night_publishes_a_release_of_its_date() {
        assertThat(first.exitCode()).isZero();
        assertThat(firstRelease.id()).isEqualTo("R20261109.1");
        assertThat(firstRelease.run()).isEqualTo(first.runId());
        assertThat(third.date()).isEqualTo(THREE);
    }

    @Test
    void every_step_of_a_first_night_is_written_but_those_without_a_row() {
        assertThat(first.steps()).extracting(s -> s.verdict()).containsOnly("written", "unchanged", "published");
        assertThat(thirdRows.get("ads.sales_day")).doesNotStartWith("0 rows");
        assertThat(thirdRows.get("dws.customer_day")).doesNotStartWith("0 rows");
    }

    @Test
    void the_same_night_again_is_done_and_publishes_no_new_release() {
        assertThat(again.exitCode()).isZero();
        assertThat(afterAgain.id()).isEqualTo(third.id());
    }

    @Test
    void the_same_night_again_writes_no_table() {
        assertThat(again.steps()).extracting(s -> s.verdict()).containsOnly("unchanged");
        assertThat(versionsAgain).isEqualTo(versionsThird).containsAllEntriesOf(third.versions());
    }

    @Test
    void the_same_night_again_changes_no_row_that_readers_see() {
        assertThat(Fingerprint.of(home, afterAgain)).isEqualTo(thirdRows);
    }

    @Test
    void nights_one_by_one_give_what_one_backfill_over_all_files_gives_under_another_profile() {
        assertThat(Fingerprint.ofRows(home, third)).isEqualTo(Fingerprint.ofRows(once, once.release()));
    }

    @Test
    void a_file_that_comes_late_lands_under_the_date_of_its_folder() {
        assertThat(manifest(LATE)).containsExactly(ONE + " landed true 0");
        assertThat(home.ask("ods.pos_ticket", "_file = '" + LATE + "'", "count(*) > 0"))
                .containsExactly("true");
        assertThat(home.ask("ads.sales_day", "business_date = '" + ONE + "' and channel = 'store'", "sum(orders) > 0"))
                .containsExactly("true");
    }

    @Test
    void a_file_with_the_bytes_of_another_is_a_duplicate_and_gives_no_rows() {
        assertThat(manifest(TWICE)).containsExactly(THREE + " duplicate false 0");
        assertThat(home.ask("ods.pos_ticket", "_file = '" + TWICE + "'", "count(*)"))
                .containsExactly("0");
    }

    @Test
    void an_empty_file_is_known_and_gives_no_rows() {
        assertThat(manifest(EMPTY)).containsExactly(THREE + " landed false 0");
    }

    @Test
    void a_file_with_other_bytes_under_a_known_path_lands_as_changed() {
        assertThat(changed.exitCode()).isZero();
        assertThat(manifest(CHANGED)).containsExactly(ONE + " changed true 0", ONE + " landed true 0");
    }

    @Test
    void a_changed_file_gives_a_new_release_of_the_same_date_with_its_rows() {
        assertThat(afterChange.id()).isEqualTo("R20261111.2");
        assertThat(home.ask("dim.store", "name like '%新馆%'", "count(*)")).containsExactly("1");
    }

    /** Per landing of a file: its date, status, whether it gave rows, and how many bad ones. */
    private static List<String> manifest(String file) {
        return home.ask(
                "ods.file_manifest",
                "file = '" + file + "'",
                "drop_date",
                "status",
                "landed_rows > 0",
                "quarantined_rows");
    }
}
