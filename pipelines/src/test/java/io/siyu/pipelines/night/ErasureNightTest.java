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
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Encoders;
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
    private static String oneid;
    private static Set<String> values;
    private static List<String> salesBefore;
    private static List<String> salesAfter;
    private static List<String> othersBefore;
    private static List<String> othersAfter;
    private static RunResult erasing;
    private static RunResult replay;
    private static List<String> heldBefore;
    private static List<String> heldAfter;
    private static List<String> heldAfterReplay;
    private static List<String> onDisk;

    @BeforeAll
    static void nights() throws IOException {
        Path world = SmallHome.world(folder.resolve("world"));
        home = new SmallHome(Excerpt.customers(folder.resolve("root")), folder.resolve("home"));
        home.receive(world, ONE);
        assertThat(home.night(ONE).exitCode()).isZero();
        choose();
        heldBefore = held();
        salesBefore = home.ask("ads.sales_day", "true", SALES);
        othersBefore = others();

        request();
        erasing = home.night(ONE);
        salesAfter = home.ask("ads.sales_day", "true", SALES);
        othersAfter = others();
        heldAfter = held();

        home.receive(world, TWO);
        byte[] tickets = Files.readAllBytes(home.landing().resolve(ONE + "/pos/ticket_20261109.jsonl"));
        home.put(AGAIN, (new String(tickets, StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8));
        replay = home.night(TWO);
        heldAfterReplay = held();

        Installation at = home.open();
        new Vacuum(at.lake()).run(at.spark(), 1, List.of("vault.member", "vault.phone"));
        onDisk = onDisk(at);
    }

    /** A member with a phone who bought at a till and, the night tells, is one customer: the first by OneID. */
    private static void choose() {
        oneid =
                home
                        .ask("dim.identity_span", "released_on is null and node like 'member_id|pospal:%'", "oneid")
                        .stream()
                        .filter(one -> !nodes(one, "member_id|crm|").isEmpty()
                                && !nodes(one, "phone|").isEmpty())
                        .findFirst()
                        .orElseThrow();
        values = new TreeSet<>(Set.of(oneid));
        for (String node : nodes(oneid, "")) { // an order number is the retailer's and stays
            if (node.startsWith("order_no|")) {
                continue;
            }
            values.add(node.split("\\|", 3)[2]);
        }
        String member = nodes(oneid, "member_id|crm|").get(0).split("\\|", 3)[2];
        values.addAll(home.ask("ods.member", "member_id = '" + member + "' and phone is not null", "phone"));
        values.addAll(home.ask("vault.member", "member_id = '" + member + "' and phone is not null", "phone"));
        values.removeIf(value -> value.length() < 7);
    }

    private static List<String> nodes(String customer, String begin) {
        return home.ask(
                "dim.identity_span",
                "released_on is null and oneid = '" + customer + "' and startswith(node, '" + begin + "')",
                "node");
    }

    private static void request() {
        Installation at = home.open();
        List<String> nodes = new ArrayList<>(nodes(oneid, ""));
        nodes.add(Tombstones.customer(oneid));
        ErasureRequest request =
                ErasureRequest.of(TokenFunction.tokens(at.spark()), nodes, "amy", "asked by phone", ONE);
        StringBuilder text = new StringBuilder(RowText.csv(ErasureRequest.COLUMNS));
        request.rows().forEach(row -> text.append(RowText.csv(row)));
        new Landing(home.landing()).control(ONE, "id_erasure", text.toString());
    }

    /** {@code table: value} for each working table that says one of the person's values. */
    private static List<String> held() {
        Installation at = home.open();
        List<String> held = new ArrayList<>();
        at.catalog().tables().stream()
                .filter(t -> t.isStored())
                .forEach(table -> at.lake()
                        .current(at.spark(), table.name())
                        .ifPresent(version -> at.lake()
                                .whole(at.spark(), table.name(), version.number())
                                .toJSON()
                                .as(Encoders.STRING())
                                .collectAsList()
                                .forEach(row -> values.stream()
                                        .filter(row::contains)
                                        .forEach(value -> held.add(table.name() + ": " + value)))));
        return held;
    }

    /** All columns of the landed tickets of other people. */
    private static List<String> others() {
        return home.ask("ods.pos_ticket", "customer_uid is not null", "to_json(struct(*))").stream()
                .filter(row -> values.stream().noneMatch(row::contains))
                .toList();
    }

    /** {@code file: value} for what any file of the lake, of the published ones or of the state still says. */
    private static List<String> onDisk(Installation at) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> all = Files.walk(home.folder())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (file.startsWith(home.landing())) {
                    continue;
                }
                String text =
                        file.toString().endsWith(".parquet") && !file.toString().contains("_delta_log")
                                ? String.join(
                                        "\n",
                                        at.spark()
                                                .read()
                                                .parquet(file.toString())
                                                .toJSON()
                                                .collectAsList())
                                : Files.readString(file, StandardCharsets.ISO_8859_1);
                values.stream()
                        .filter(text::contains)
                        .forEach(value -> found.add(home.folder().relativize(file) + ": " + value));
            }
        }
        return found;
    }

    @Test
    void the_person_was_in_landed_tables_the_vault_the_graph_and_the_golden_record() {
        assertThat(heldBefore.stream().map(one -> one.split(":")[0]))
                .contains("ods.member", "ods.pos_ticket", "vault.phone", "vault.member", "dwd.order_line")
                .contains("dim.identity_span", "dim.customer", "dws.customer_day");
    }

    @Test
    void the_night_of_the_request_leaves_nothing_of_the_person_in_any_table() {
        assertThat(erasing.exitCode()).isZero();
        assertThat(heldAfter).isEmpty();
    }

    @Test
    void no_total_changes_by_a_fen() {
        assertThat(salesBefore).isNotEmpty();
        assertThat(salesAfter).isEqualTo(salesBefore);
    }

    @Test
    void the_landed_rows_of_others_are_what_they_were() {
        assertThat(othersBefore).hasSizeGreaterThan(20);
        assertThat(othersAfter).isEqualTo(othersBefore);
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
    void only_the_component_of_the_person_was_opened() {
        assertThat(home.ask(
                        "dim.identity_span", "released_on is not null and released_on <= date'" + ONE + "'", "node"))
                .isEmpty();
        assertThat(home.ask("dim.identity_event", "event_date = date'" + ONE + "'", "event"))
                .doesNotContain("split", "merged", "ended", "re_assigned");
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
}
