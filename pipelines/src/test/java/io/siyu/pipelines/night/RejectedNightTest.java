package io.siyu.pipelines.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.pipelines.batch.RunResult;
import io.siyu.pipelines.release.Release;
import io.siyu.pipelines.release.Releases;
import io.siyu.warehouse.SiyuException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night that a rule refuses, is mended, rolled back and published again, told once and looked at by each test. */
class RejectedNightTest {
    private static final LocalDate ONE = SmallHome.FIRST;
    private static final LocalDate TWO = ONE.plusDays(1);
    private static final String RULES = "rules/ads/sales_day.dqdl";

    @TempDir
    private static Path folder;

    private static SmallHome home;
    private static Seen before;
    private static RunResult rejected;
    private static Seen afterRejected;
    private static RunResult wrong;
    private static Seen afterWrong;
    private static RunResult mended;
    private static Seen afterMended;
    private static Seen afterRollback;
    private static RunResult next;
    private static Seen afterNext;

    /** All that a reader can look at. */
    private record Seen(String release, SortedMap<String, String> rows, String duck, String page) {
        static Seen now() throws IOException {
            Release release = home.release();
            Path published = home.folder().resolve("published");
            return new Seen(
                    release.id(),
                    Fingerprint.of(home, release),
                    hash(Derived.duckFile(published)),
                    hash(Derived.page(published)));
        }

        private static String hash(Path file) throws IOException {
            return Arrays.hashCode(Files.readAllBytes(file)) + " of " + Files.size(file);
        }
    }

    @BeforeAll
    static void nights() throws IOException {
        Path world = SmallHome.world(folder.resolve("world"));
        home = new SmallHome(Excerpt.strangers(folder.resolve("root")), folder.resolve("home"));
        home.receive(world, ONE);
        home.night(ONE);
        before = Seen.now();

        home.receive(world, TWO);
        rule("error = [ RowCount > 1000000 ]");
        rejected = home.night(TWO);
        afterRejected = Seen.now();
        rule("error = [ CustomSql \"select count(*) from primary where no_such_column > 0\" = 0 ]");
        wrong = home.night(TWO);
        afterWrong = Seen.now();
        Files.delete(home.house().resolve(RULES));
        mended = home.night(TWO);
        afterMended = Seen.now();

        Installation at = home.open();
        new Derived(at).make(at.spark(), new Releases(at.lake()).rollback(at.spark(), before.release()));
        afterRollback = Seen.now();
        next = home.night(TWO);
        afterNext = Seen.now();
    }

    private static void rule(String text) throws IOException {
        Files.createDirectories(home.house().resolve(RULES).getParent());
        Files.writeString(home.house().resolve(RULES), text + "\n");
    }

    @Test
    void a_night_that_an_error_rule_refuses_ends_with_code_2() {
        assertThat(rejected.exitCode()).isEqualTo(2);
        assertThat(rejected.steps())
                .filteredOn(s -> s.failure() != null)
                .singleElement()
                .satisfies(s -> assertThat(s.id()).isEqualTo("ads.sales_day"))
                .satisfies(s -> assertThat(s.verdict()).isEqualTo("rejected"));
    }

    @Test
    void a_rejected_night_changes_nothing_that_readers_see() {
        assertThat(afterRejected).isEqualTo(before);
    }

    @Test
    void a_night_with_a_wrong_rule_ends_with_code_64_and_changes_nothing_that_readers_see() {
        assertThat(wrong.exitCode()).isEqualTo(64);
        assertThat(afterWrong).isEqualTo(before);
    }

    @Test
    void once_the_rule_is_mended_the_next_run_publishes() {
        assertThat(mended.exitCode()).isZero();
        assertThat(afterMended.release()).isEqualTo("R20261110.1");
        assertThat(afterMended.rows().get("ads.sales_day"))
                .isNotEqualTo(before.rows().get("ads.sales_day"));
    }

    @Test
    void a_rollback_shows_the_old_rows_again() {
        assertThat(afterRollback.release()).isEqualTo("R20261109.2");
        assertThat(afterRollback.rows()).isEqualTo(before.rows());
        assertThat(afterRollback.duck()).isNotEqualTo(afterMended.duck());
    }

    @Test
    void the_next_night_publishes_over_a_rollback() {
        assertThat(next.exitCode()).isZero();
        assertThat(afterNext.release()).isEqualTo("R20261110.2");
        assertThat(afterNext.rows()).isEqualTo(afterMended.rows());
    }

    @Test
    void what_readers_see_then_is_what_one_build_gives_table_by_table() {
        Installation at = home.open();
        assertThat(Audited.tables(FullAudit.of(at, home.release()), at.plan().steps()))
                .contains("dwd.order_line", "ads.sales_day", "dws.customer_day")
                .noneMatch(table -> table.startsWith("ods."));
    }

    @Test
    void a_business_date_before_the_releases_is_refused_with_the_way_to_build_it() {
        assertThatThrownBy(() -> home.night(ONE))
                .isInstanceOf(SiyuException.class)
                .hasMessage("Cannot run night for 2026-11-09: release R20261110.2 already stands for 2026-11-10."
                        + " Nothing was started. Build older dates again with:"
                        + " bin/siyu backfill --from 2026-11-09 --to 2026-11-09.")
                .satisfies(e -> assertThat(((SiyuException) e).exitCode()).isEqualTo(64));
    }
}
