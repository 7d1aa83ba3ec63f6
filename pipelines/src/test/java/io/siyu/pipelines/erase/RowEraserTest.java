package io.siyu.pipelines.erase;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.TestSpark;
import io.siyu.pipelines.privacy.TokenFunction;
import io.siyu.pipelines.privacy.Tokens;
import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.House;
import io.siyu.warehouse.LandedColumns;
import io.siyu.warehouse.Table;
import io.siyu.warehouse.identity.IdModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows of the shipped feeds, and what is left of them when somebody in them was erased. */
class RowEraserTest {
    private static final Catalog HOUSE = Catalog.load(new House(List.of(Path.of("../warehouse"))));
    private static final IdModel KINDS = IdModel.read(HOUSE.house());
    private static final String PHONE = "13912340001";

    private final SparkSession spark = TestSpark.session();
    private final Tokens tokens = TokenFunction.tokens(spark);

    @Test
    void of_a_ticket_of_the_person_money_and_number_stay_and_all_that_tells_who_goes() {
        Map<String, @Nullable String> ticket = row(
                "store_code",
                "S1",
                "sn",
                "T1",
                "customer_uid",
                "80001",
                "card_no",
                "VIP00000001",
                "phone",
                PHONE,
                "total_amount",
                "62.40");
        assertThat(erased("ods.pos_ticket", ticket, "member_id|pospal:S1|80001"))
                .isEqualTo(row("store_code", "S1", "sn", "T1", "total_amount", "62.40"));
    }

    @Test
    void the_same_number_of_another_store_is_somebody_else() {
        Map<String, @Nullable String> ticket = row("store_code", "S2", "sn", "T1", "customer_uid", "80001");
        assertThat(erased("ods.pos_ticket", ticket, "member_id|pospal:S1|80001"))
                .isEqualTo(ticket);
    }

    @Test
    void of_a_row_of_somebody_else_only_the_erased_value_goes() {
        Map<String, @Nullable String> ticket =
                row("store_code", "S1", "sn", "T1", "customer_uid", "80002", "card_no", "VIP00000002", "phone", PHONE);
        assertThat(erased("ods.pos_ticket", ticket, phone()))
                .isEqualTo(row("store_code", "S1", "sn", "T1", "customer_uid", "80002", "card_no", "VIP00000002"));
    }

    @Test
    void a_receiver_who_was_erased_takes_no_order_from_its_buyer() {
        Map<String, @Nullable String> order =
                row("order_sn", "1", "member_id", "10000001", "receiver_phone", "+86 139-1234-0001", "pay_amount", "9");
        assertThat(erased("ods.mall_order", order, phone()))
                .isEqualTo(row("order_sn", "1", "member_id", "10000001", "pay_amount", "9"));
    }

    @Test
    void a_value_in_another_spelling_is_the_same() {
        Map<String, @Nullable String> answer = row("answer_no", "1", "score", "9", "phone", "００８６１３９１２３４０００１");
        assertThat(erased("ods.nps", answer, phone())).isEqualTo(row("answer_no", "1", "score", "9"));
    }

    @Test
    void of_a_group_the_member_goes_and_the_others_stay() {
        String others = "{\"userid\":\"wm0002aaaaaaaaaaaaaaaaaaaaaaaaaa\",\"type\":2,\"join_time\":5}";
        String members =
                "[" + others + ",{\"userid\":\"wm0001aaaaaaaaaaaaaaaaaaaaaaaaaa\",\"type\":2,\"join_time\":6}]";
        assertThat(erased(
                        "ods.wecom_group",
                        row("chat_id", "g", "members", members),
                        "external_userid|corp|wm0001aaaaaaaaaaaaaaaaaaaaaaaaaa"))
                .isEqualTo(row("chat_id", "g", "members", "[" + others + "]"));
    }

    @Test
    void a_phone_within_a_sentence_is_found() {
        Map<String, @Nullable String> ticket = row("ticket_code", "1", "status", "3", "content", "麻烦处理一下，电话" + PHONE);
        assertThat(erased("ods.cs_ticket", ticket, phone())).isEqualTo(row("ticket_code", "1", "status", "3"));
    }

    @Test
    void an_answer_by_a_link_is_of_the_unionid_in_its_parameter() {
        String unionid = "oAbcdefghijklmnopqrstuvwxyz1";
        Map<String, @Nullable String> answer =
                row("answer_no", "1", "source_detail", "src_" + unionid, "ip", "1.2.3.4");
        assertThat(erased("ods.nps", answer, "unionid|main|" + unionid)).isEqualTo(row("answer_no", "1"));
    }

    @Test
    void an_event_of_a_shared_device_stays_with_who_was_logged_in() {
        String device = "0123456789abcdef0123456789abcdef01234567";
        Map<String, @Nullable String> event = row(
                "event",
                "$MPShow",
                "client_ms",
                "1",
                "distinct_id",
                "10000002",
                "login_id",
                "10000002",
                "anonymous_id",
                device);
        assertThat(erased("ods.mp_event", event, "sa_anonymous|default|" + device))
                .isEqualTo(
                        row("event", "$MPShow", "client_ms", "1", "distinct_id", "10000002", "login_id", "10000002"));
    }

    @Test
    void a_text_that_is_no_row_is_searched_for_any_namespace() {
        Table tickets = HOUSE.table("ods.pos_ticket");
        RowEraser eraser = eraser(tickets, "member_id|pospal:S1|80001");
        assertThat(eraser.inText("{\"store_code\":\"S1\",\"customerUid\":\"80001\","))
                .isEqualTo("E1");
        assertThat(eraser.inText("{\"store_code\":\"S1\",\"customerUid\":\"80002\","))
                .isNull();
    }

    @Test
    void a_tombstone_is_neither_a_value_nor_the_token_that_tables_have() {
        assertThat(Tombstones.of(tokens, phone())).matches("tk[0-9a-f]{32}").isNotEqualTo(tokens.of("phone", PHONE));
        assertThat(Tombstones.of(new Tokens("another key".getBytes(java.nio.charset.StandardCharsets.UTF_8)), phone()))
                .isNotEqualTo(Tombstones.of(tokens, phone()));
    }

    private String phone() {
        return "phone|*|" + tokens.of("phone", PHONE);
    }

    /** What is left of a row, empty cells left out. */
    private Map<String, @Nullable String> erased(String table, Map<String, @Nullable String> row, String node) {
        Table contract = HOUSE.table(table);
        List<String> columns = LandedColumns.business(contract);
        assertThat(columns).containsAll(row.keySet());
        @Nullable String[] values = columns.stream().map(row::get).toArray(String[]::new);
        eraser(contract, node).erase(values);
        Map<String, @Nullable String> left = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                left.put(columns.get(i), values[i]);
            }
        }
        return left;
    }

    private RowEraser eraser(Table table, String node) {
        PersonColumns columns = PersonColumns.of(table, LandedColumns.business(table), KINDS);
        return new RowEraser(columns, Tombstones.of(spark, "E1", List.of(node)));
    }

    private static Map<String, @Nullable String> row(String... cells) {
        Map<String, @Nullable String> row = new TreeMap<>();
        List<String> all = new ArrayList<>(Arrays.asList(cells));
        for (int i = 0; i < all.size(); i += 2) {
            row.put(all.get(i), all.get(i + 1));
        }
        return row;
    }
}
