package io.siyu.pipelines.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.batch.RunResult;
import io.siyu.pipelines.erase.ErasureRequest;
import io.siyu.pipelines.erase.Tombstones;
import io.siyu.pipelines.feed.Landing;
import io.siyu.pipelines.land.ErasureLog;
import io.siyu.pipelines.privacy.TokenFunction;
import io.siyu.pipelines.release.Release;
import io.siyu.pipelines.release.Releases;
import io.siyu.pipelines.release.Vacuum;
import io.siyu.pipelines.serve.RowText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A customer of a small retailer asks to be forgotten, and what landed before comes again; told once, looked at by each test. */
class ErasureNightTest {
    private static final LocalDate ONE = SmallHome.FIRST;
    private static final LocalDate TWO = ONE.plusDays(1);
    private static final String SALES =
            "concat_ws(' ', business_date, domain, channel, store_code, orders, order_fen, pay_fen,"
                    + " refund_fen, net_fen, later_refund_fen)";
    private static final String AGAIN = TWO + "/pos/ticket_again.jsonl";

    @TempDir
    private static Path folder;

    private static SmallHome home;
    private static Person person;
    private static Seen before;
    private static Seen after;
    private static List<String> heldAfterReplay;
    private static RunResult erasing;
    private static RunResult replay;
    private static List<String> onDisk;
    private static ClearValues clear;
    private static List<String> clearInTables;
    private static List<String> clearInFiles;

    /** What stands of the person, the spans of everybody, the totals, and what landed of others. */
    private record Seen(List<String> held, List<String> spans, List<String> sales, List<String> others) {
        static Seen now() {
            return new Seen(
                    person.held(),
                    home.ask("dim.identity_span", "true", "node", "oneid", "released_on"),
                    home.ask("ads.sales_day", "true", SALES),
                    home.ask("ods.pos_ticket", "customer_uid is not null", "to_json(struct(*))").stream()
                            .filter(row -> !person.isIn(row))
                            .toList());
        }
    }

    @BeforeAll
    static void nights() throws IOException {
        Path world = SmallHome.world(folder.resolve("world"));
        home = new SmallHome(Excerpt.customers(folder.resolve("root")), folder.resolve("home"));
        home.receive(world, ONE);
        assertThat(home.night(ONE).exitCode()).isZero();
        clear = ClearValues.of(home);
        clearInTables = clear.inTables(home.release());
        clearInFiles = clear.inFiles();
        person = Person.buyer(home);
        before = Seen.now();

        request();
        erasing = home.night(ONE);
        after = Seen.now();

        home.receive(world, TWO);
        byte[] tickets = Files.readAllBytes(home.landing().resolve(ONE + "/pos/ticket_20261109.jsonl"));
        home.put(AGAIN, (new String(tickets, StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8));
        replay = home.night(TWO);
        heldAfterReplay = person.held();

        Installation at = home.open();
        new Vacuum(at.lake()).run(at.spark(), 1, List.of("vault.member", "vault.phone"));
        onDisk = person.onDisk();
    }

    private static void request() {
        Installation at = home.open();
        List<String> nodes = new ArrayList<>(person.nodes());
        nodes.add(Tombstones.customer(person.oneid()));
        ErasureRequest request =
                ErasureRequest.of(TokenFunction.tokens(at.spark()), nodes, "amy", "asked by phone", ONE);
        StringBuilder text = new StringBuilder(RowText.csv(ErasureRequest.COLUMNS));
        request.rows().forEach(row -> text.append(RowText.csv(row)));
        new Landing(home.landing()).control(ONE, "id_erasure", text.toString());
    }

    @Test
    void no_phone_and_no_name_of_a_landed_row_stands_beyond_the_vault_nor_in_a_log_of_a_table() {
        assertThat(clear.values()).hasSizeGreaterThan(100);
        assertThat(clearInTables).isEmpty();
        assertThat(clearInFiles).isEmpty();
    }

    @Test
    void the_person_was_in_landed_tables_the_vault_the_graph_and_the_golden_record() {
        assertThat(before.held().stream().map(one -> one.split(":")[0]))
                .contains("ods.member", "ods.pos_ticket", "vault.phone", "vault.member", "dwd.order_line")
                .contains("dim.identity_span", "dim.customer", "dws.customer_day");
    }

    @Test
    void the_night_of_the_request_leaves_nothing_of_the_person_in_any_table() {
        assertThat(erasing.exitCode()).isZero();
        assertThat(after.held()).isEmpty();
    }

    @Test
    void no_total_changes_by_a_fen() {
        assertThat(before.sales()).isNotEmpty();
        assertThat(after.sales()).isEqualTo(before.sales());
    }

    @Test
    void the_landed_rows_of_others_are_what_they_were() {
        assertThat(before.others()).hasSizeGreaterThan(20);
        assertThat(after.others()).isEqualTo(before.others());
    }

    @Test
    void what_lands_again_and_later_lists_bring_nobody_back() {
        assertThat(replay.exitCode()).isZero();
        assertThat(heldAfterReplay).isEmpty();
        assertThat(home.ask("ods.file_manifest", "file = '" + AGAIN + "' and blanked_rows > 0", "file"))
                .hasSize(1);
        assertThat(home.ask(
                        "ods.file_manifest",
                        "feed = 'ods.member' and erased_rows > 0",
                        "record_rows - landed_rows" + " - known_rows - quarantined_rows - skipped_rows - erased_rows"))
                .isNotEmpty()
                .containsOnly("0");
    }

    @Test
    void nobody_else_is_another_customer() {
        assertThat(before.spans()).hasSizeGreaterThan(100);
        assertThat(after.spans())
                .containsExactlyElementsOf(before.spans().stream()
                        .filter(span -> !person.isIn(span))
                        .toList());
    }

    @Test
    void the_proof_names_each_table_and_stands_in_the_release() {
        Release release = home.release();
        assertThat(release.versions()).containsKey("dim.erasure_proof");
        assertThat(home.ask("dim.erasure_proof", "blanked_rows > 0", "table_name"))
                .contains("ods.pos_ticket");
        assertThat(home.ask("dim.erasure_proof", "removed_rows > 0", "table_name"))
                .contains("ods.member", "dim.identity_span");
        assertThat(home.ask("dim.erasure_proof", "rebuilt_rows > 0", "table_name"))
                .contains("vault.phone", "dim.customer");
        Installation at = home.open();
        assertThat(new ErasureLog(at.spark(), at.lake()).notVacuumed()).hasSize(1);
    }

    @Test
    void once_old_versions_are_vacuumed_no_file_says_who_it_was() {
        Installation at = home.open();
        assertThat(new Releases(at.lake()).all(at.spark()).stream().filter(Release::kept))
                .hasSize(1);
        assertThat(onDisk).isEmpty();
    }

    @Test
    void three_nights_leave_what_one_build_of_everything_gives_under_another_profile() throws IOException {
        SmallHome other = new SmallHome(home.root(), folder.resolve("audited"));
        SmallHome.copy(home.folder(), other.folder());
        AsOnACluster.begin(other);
        Installation at = other.open();
        assertThat(Audited.tables(FullAudit.of(at, other.release()), at.plan().steps()))
                .contains("dwd.order_line", "dim.identity_span", "dim.identity", "dim.customer", "ads.sales_day");
    }
}
