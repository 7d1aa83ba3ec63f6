package io.siyu.pipelines.night;

import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.pipelines.step.Run;
import io.siyu.pipelines.store.Lake;
import io.siyu.pipelines.store.Writer;
import io.siyu.warehouse.SiyuException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A refund that lands before its order, told again once the order is there: one refund, of that order, its money counted once. */
class LateOrderTest {
    private static final LocalDate ONE = SmallHome.FIRST;
    private static final LocalDate TWO = ONE.plusDays(1);

    private static final String ORDER = """
            {"order_sn":"4","member_id":"10023","source":"channels","pay_amount":"263.00","freight_amount":"0.00","status":"3",\
            "create_time":"2026-11-08 20:00:00","payment_time":"2026-11-08 20:00:09","update_time":"2026-11-08 20:00:09",\
            "items":[{"sku_code":"SC-01","quantity":1,"price":263.0}]}
            """;

    private static final String REFUND = """
            {"return_id":"901","order_sn":"4","member_id":"10023","sku_code":"SC-01","quantity":"1","return_amount":"263.00",\
            "status":"2","create_time":"2026-11-09 08:00:00","handle_time":"2026-11-09 09:00:00","update_time":"%s"}
            """;

    @TempDir
    private static Path folder;

    private static SmallHome home;
    private static List<String> firstNight;

    @BeforeAll
    static void nights() {
        home = new SmallHome(Excerpt.sales(folder.resolve("root")), folder.resolve("home"));
        put(ONE, "refund", REFUND.formatted("2026-11-09 09:00:00"));
        assertThat(home.runUpTo(ONE, "dwd.refund").exitCode()).isZero();
        firstNight = refunds();
        put(TWO, "order", ORDER);
        put(TWO, "refund", REFUND.formatted("2026-11-10 07:00:00"));
        assertThat(home.runUpTo(TWO, "dwd.refund").exitCode()).isZero();
    }

    @Test
    void before_its_order_is_known_a_refund_counts_in_the_malls_own_shop() {
        assertThat(firstNight).containsExactly("mall:own:901 mall:own:4 26300 2026-11-09 null");
    }

    @Test
    void when_the_order_lands_the_same_refund_moves_to_the_orders_shop_and_counts_once() {
        assertThat(refunds()).containsExactly("mall:channels:901 mall:channels:4 26300 2026-11-09 2026-11-08");
    }

    @Test
    void two_nights_leave_what_one_build_of_everything_gives() {
        Installation at = home.open();
        assertThat(Audited.tables(FullAudit.ofWorking(at, TWO), at.plan().upTo(List.of("dwd.refund"))))
                .contains("dwd.refund", "dwd.refund_said", "dwd.order_line");
    }

    @Test
    void in_its_turn_a_merged_table_that_is_not_what_landed_is_not_published() {
        SmallHome.copy(home.folder(), folder.resolve("spoilt"));
        Installation at = new SmallHome(home.root(), folder.resolve("spoilt")).open();
        spoil(at, "dwd.refund_said");
        SortedMap<String, Long> versions = new TreeMap<>();
        at.plan()
                .steps()
                .forEach(step -> at.lake()
                        .current(at.spark(), step.name())
                        .ifPresent(version -> versions.put(step.name(), version.number())));
        Audit audit = new Audit(at, at.spark());
        LocalDate turn = Stream.iterate(TWO, day -> day.plusDays(1))
                .filter(day ->
                        audit.merged(run(day), versions).orElseThrow().name().equals("dwd.refund_said"))
                .findFirst()
                .orElseThrow();
        assertThatCode(() -> audit.check(run(turn.plusDays(1)), versions, Optional.empty()))
                .as("another's turn")
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> audit.check(run(turn), versions, Optional.empty()))
                .isInstanceOf(SiyuException.RejectedByQuality.class)
                .hasMessageContaining("dwd.refund_said is not what its inputs give when it is computed from scratch");
    }

    /** Every refund is one fen more, as an engine would leave it that merged wrongly. */
    private static void spoil(Installation at, String table) {
        Lake.Version stands = at.lake().current(at.spark(), table).orElseThrow();
        new Writer(at.spark(), at.lake())
                .replace(
                        at.catalog().table(table),
                        at.lake()
                                .whole(at.spark(), table, stands.number())
                                .withColumn("refund_fen", expr("refund_fen + 1")),
                        stands.note().orElseThrow());
    }

    private static Run run(LocalDate day) {
        return new Run("audited", day, "test", false, false, new TreeSet<>());
    }

    private static List<String> refunds() {
        return home.ask(
                "dwd.refund", "true", "refund_uid", "order_uid", "refund_fen", "refund_date", "order_paid_date");
    }

    private static void put(LocalDate day, String what, String line) {
        String file = "%s/mall/%s_%s.jsonl".formatted(day, what, day.toString().replace("-", ""));
        home.put(file, line.getBytes(StandardCharsets.UTF_8));
    }
}
