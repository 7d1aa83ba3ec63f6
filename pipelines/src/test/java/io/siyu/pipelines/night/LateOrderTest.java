package io.siyu.pipelines.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
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

    private static List<String> refunds() {
        return home.ask(
                "dwd.refund", "true", "refund_uid", "order_uid", "refund_fen", "refund_date", "order_paid_date");
    }

    private static void put(LocalDate day, String what, String line) {
        String file = "%s/mall/%s_%s.jsonl".formatted(day, what, day.toString().replace("-", ""));
        home.put(file, line.getBytes(StandardCharsets.UTF_8));
    }
}
