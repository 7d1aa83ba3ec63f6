package io.siyu.pipelines.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A retailer's folder with nothing but another {@code feed.yml} reads out of PostgreSQL what shipped feeds read from files:
 * equal hashes say that all behind them gets the same. Runs only where {@code SIYU_TEST_POSTGRES} is a JDBC URL, with user
 * and password in it, of a database to play with.
 */
class PostgresFeedTest {
    private static final String SCHEMA = "siyu_feed_test";
    private static final String ORDER = """
            {"order_sn":"M2026112000%d","source":"own","order_type":"0","member_id":"8801","openid":null,"unionid":"oU1","is_staff":false,"is_test":false,"total_amount":1299.00,"promotion_amount":0.00,"coupon_amount":9.90,"integration_amount":0.00,"freight_amount":0.00,"pay_amount":1289.10,"pay_type":2,"status":"3","create_time":"2026-11-20 10:11:12","payment_time":"2026-11-20 10:12:00","update_time":"2026-11-20 23:59:59","receive_time":null,"guide_no":"G007","private_guide_no":null,"belong_store":"0012","fulfil_store":null,"phone_verified":"13800000021","receiver_phone":null,"items":[{"sku_code":"0017","price":1299.00}]}
            """;
    private static final String VALUES =
            "concat_ws(' ', order_sn, order_type, member_id, is_staff, total_amount, coupon_amount,"
                    + " pay_amount, pay_type, created_at, paid_at, updated_at, status, items)";
    private static final String ORDERS = """
            create table mall_order as select n as id, 'M2026112000' || n as order_sn, 'own'::varchar as source, 0::smallint as order_type,
              8801::bigint as member_id, null::text as openid, 'oU1'::text as unionid, false as is_staff, false as is_test,
              1299.00::numeric(12, 2) as total_amount, 0.00::numeric(12, 2) as promotion_amount, 9.90::numeric as coupon_amount,
              0.00::numeric(12, 2) as integration_amount, 0.00::numeric(12, 2) as freight_amount, 1289.10::numeric(12, 2) as pay_amount,
              2 as pay_type, '3'::char(1) as status, timestamptz '2026-11-20 02:11:12+00' as create_time,
              timestamp '2026-11-20 10:12:00' as payment_time, timestamptz '2026-11-20 15:59:59+00' as update_time,
              'G007'::text as guide_no, '0012'::text as belong_store, '13800000021'::text as phone_verified,
              '[{"sku_code":"0017","price":1299.00}]'::json as items
            from generate_series(1, 6) n""";
    private static final String ORDER_FEED = """
            jdbc:
              source: shop
              table: mall_order
              key: id
              watermark: {column: update_time, type: timestamp, overlap: 30 minutes}
              partition: {count: 3}
              optional: [finished_at, private_guide_no, fulfil_store, receiver_phone]
            fields:
              created_at: create_time
              paid_at: payment_time
              updated_at: update_time
              finished_at: receive_time
            reject:
              - {when: created_at is not a time, reason: bad_time}
              - {when: pay_amount is not a number, reason: bad_amount}
            """;
    private static final String MEMBER_FEED = """
            jdbc:
              source: shop
              table: %s.member
              key: 会员编号
              watermark: {column: 版本, type: integer, overlap: 0}
              optional: [card_no, gender, level, growth, registered_channel, registered_store, guide_no, unionid, mp_openid, tmall_ouid]
            fields: {member_id: 会员编号, phone: 手机号, name: 姓名, birthday: 生日, registered_at: 注册时间, status: 状态, updated_at: 更新时间}
            snapshot: {key: member_id}
            """.formatted(SCHEMA);

    @TempDir
    Path folder;

    private String url = "";

    @BeforeEach
    void empty_schema() {
        String there = System.getenv("SIYU_TEST_POSTGRES");
        assumeTrue(there != null, "SIYU_TEST_POSTGRES is not set: feeds from PostgreSQL are not tried");
        new SourceHouse(folder, there).sql("drop schema if exists " + SCHEMA + " cascade", "create schema " + SCHEMA);
        url = there + (there.contains("?") ? "&" : "?") + "currentSchema=" + SCHEMA;
    }

    @Test
    void orders_out_of_postgres_are_the_orders_that_files_bring() {
        SourceHouse files = new SourceHouse(folder.resolve("files"), url)
                .shipped("ods.mall_order", "table.yml", "feed.yml")
                .text("landing/2026-11-20/mall/order1.jsonl", orders());
        files.land("ods.mall_order", 20);
        SourceHouse database = new SourceHouse(folder.resolve("database"), url)
                .shipped("ods.mall_order", "table.yml", "feed.yml")
                .text("own/tables/ods/mall_order/feed.yml", ORDER_FEED)
                .sql(ORDERS);
        database.land("ods.mall_order", 20);
        assertThat(database.ask("ods.mall_order", VALUES)).isEqualTo(files.ask("ods.mall_order", VALUES));
        assertThat(database.ask("ods.mall_order", "concat(order_sn, ' ', _row_no, ' ', _row_hash)"))
                .hasSize(6)
                .isEqualTo(files.ask("ods.mall_order", "concat(order_sn, ' ', _row_no, ' ', _row_hash)"));
        database.sql(
                "update mall_order set status = '4', update_time = '2026-11-21 08:00:00+08' where id = 5",
                "update mall_order set update_time = null where id = 6");
        assertThat(database.land("ods.mall_order", 21).rows()).isEqualTo(5);
        assertThat(database.ask("ods.mall_order", "if(status = '4', concat(order_sn, ' ', updated_at), 'overlap')"))
                .contains("M20261120005 2026-11-21 08:00:00");
        assertThat(database.ask("ods.quarantine", "concat(feed, ' ', reason)"))
                .containsExactly("ods.mall_order no_watermark");
        assertThat(database.manifest())
                .containsExactlyInAnyOrder(
                        "20 ..20261121T000000 landed 6=6+0",
                        "21 20261120T233000..20261122T000000 landed 5=5+0",
                        "21 null landed 1=0+1");
    }

    @Test
    void members_out_of_postgres_land_as_changes_under_chinese_names() {
        SourceHouse house = new SourceHouse(folder, url)
                .shipped("ods.member", "table.yml", "feed.yml")
                .text("own/tables/ods/member/feed.yml", MEMBER_FEED)
                .sql("create table member(会员编号 varchar, 手机号 varchar, 姓名 text, 生日 date, 注册时间 timestamp, 状态 text,"
                        + " 更新时间 timestamp, 版本 bigint not null)");
        List.of("1", "2", "3")
                .forEach(n -> house.sql("insert into member values ('8800" + n + "', '1380000002" + n
                        + "', '王芳', '1990-02-28', '2026-01-01 09:00:00', '正常', '2026-11-20 09:00:00.5', " + n + ")"));
        house.land("ods.member", 20);
        house.sql("update member set 状态 = '冻结', 版本 = 4 where 会员编号 = '88002'");
        house.land("ods.member", 21);
        assertThat(house.ask(
                        "ods.member",
                        "concat_ws(' ', day(_drop_date), member_id, name, birthday, updated_at, status, _change)"))
                .containsExactly(
                        "20 88001 王芳 1990-02-28 2026-11-20 09:00:00.5 正常 present",
                        "20 88002 王芳 1990-02-28 2026-11-20 09:00:00.5 正常 present",
                        "20 88003 王芳 1990-02-28 2026-11-20 09:00:00.5 正常 present",
                        "21 88002 王芳 1990-02-28 2026-11-20 09:00:00.5 冻结 present");
        assertThat(house.manifest())
                .containsExactly("20 ..3 landed 3=3+0 changes_only", "21 3..4 landed 1=1+0 changes_only");
    }

    private static String orders() {
        StringBuilder lines = new StringBuilder();
        for (int n = 1; n <= 6; n++) {
            lines.append(ORDER.formatted(n));
        }
        return lines.toString();
    }
}
