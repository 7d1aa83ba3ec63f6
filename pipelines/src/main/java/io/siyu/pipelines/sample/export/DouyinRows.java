package io.siyu.pipelines.sample.export;

import io.siyu.pipelines.sample.catalogue.Defect;
import io.siyu.pipelines.sample.catalogue.Export;
import io.siyu.pipelines.sample.chance.Dates;
import io.siyu.pipelines.sample.chance.Draw;
import io.siyu.pipelines.sample.drop.Json;
import io.siyu.pipelines.sample.drop.Placed;
import io.siyu.pipelines.sample.person.Person;
import io.siyu.pipelines.sample.trade.Line;
import io.siyu.pipelines.sample.trade.Mark;
import io.siyu.pipelines.sample.trade.Oddity;
import io.siyu.pipelines.sample.trade.Order;
import io.siyu.pipelines.sample.trade.Refund;
import io.siyu.pipelines.sample.trade.State;

/** Douyin's orders and after-sales: fen, epoch seconds, 0 for no time. The second shop exports csv besides. */
final class DouyinRows {
    /** Base numbers of virtual phones: one serves thousands of buyers. */
    private static final int VIRTUAL = 300;

    private final Desk desk;
    private final DouyinCsv csv;

    DouyinRows(Desk desk) {
        this.desk = desk;
        this.csv = new DouyinCsv(desk);
    }

    void write(Order order, Draw draw) {
        boolean first = true;
        for (int day : order.changeDays()) {
            long end = (day + 1) * Dates.DAY - 1;
            String id = draw.chance(0.001) ? Desk.rounded(order.no()) : order.no();
            row(order, id, end);
            Placed placed = desk.line(Export.DOUYIN, day, order.modifiedAt(end), order.no(), draw);
            if (!id.equals(order.no())) {
                desk.note(placed, Defect.ROUNDED_ID, order.no());
            }
            if (first) {
                OrderNotes.write(desk, order, placed);
            }
            first = false;
        }
        if (order.shop() == 1) {
            csv.write(order);
        }
        RefundRows.write(
                desk,
                Export.DOUYIN_AFTERSALE,
                order,
                draw,
                (refund, isGivenBack, at) -> afterSale(order, refund, isGivenBack ? 3 : 1, at));
    }

    private void row(Order o, String id, long at) {
        Person p = o.buyer();
        State state = o.state(at);
        long subsidy = o.platformFen();
        Json json = desk.json().open();
        json.put("order_id", id);
        json.put("shop_name", Shops.DOUYIN[o.shop()]);
        json.put("order_status", status(state));
        json.put("create_time", desk.stage().dates().epoch(o.at()));
        json.put(
                "pay_time",
                state.isPaid() ? desk.stage().dates().epoch(o.times().paidAt()) : 0);
        json.put(
                "finish_time",
                state == State.FINISHED ? desk.stage().dates().epoch(o.times().finishedAt()) : 0);
        json.put("update_time", desk.stage().dates().epoch(o.modifiedAt(at)));
        json.put("order_amount", o.listFen());
        json.put("pay_amount", o.payFen() + o.postageFen());
        json.put("post_amount", o.postageFen());
        json.put("promotion_amount", o.discountFen() + subsidy);
        json.put("promotion_shop_amount", o.discountFen());
        json.put("promotion_platform_amount", subsidy);
        json.put("promotion_talent_amount", 0);
        json.put("platform_cost_amount", subsidy);
        json.put("pay_type", o.oddity() == Oddity.SAMPLE ? 7 : 1);
        json.put("b_type", 2);
        json.put("doudian_open_id", p.doudianOpenId());
        json.put("mask_post_tel", tel(o));
        json.put("mask_post_receiver", p.surname() + "*");
        json.put("province", p.place().province());
        json.put("city", p.place().city());
        json.put("seller_words", o.oddity() == Oddity.STAFF ? "员工内购" : o.oddity() == Oddity.TEST ? "测试" : "");
        json.list("sku_order_list");
        for (int i = 0; i < o.lines().size(); i++) {
            sku(json, o, i, state, at);
        }
        json.endList().end();
    }

    private static void sku(Json json, Order o, int i, State state, long at) {
        Line line = o.lines().get(i);
        boolean refunded = o.refunds().stream().anyMatch(r -> r.line() == i && r.hasSucceededBy(at));
        json.item();
        json.put("order_id", sub(o, i));
        json.put("parent_order_id", o.no());
        json.put("trade_type", o.oddity() == Oddity.SAMPLE ? 10 : o.has(Mark.PRESALE) ? 2 : 0);
        json.put("product_id_str", line.sku().douyinProduct());
        json.put("out_sku_id", line.sku().code());
        json.put("product_name", line.sku().name());
        json.put("item_num", line.quantity());
        json.put("origin_amount", line.sku().tagFen());
        json.put("pay_amount", line.payFen());
        json.put("promotion_platform_amount", line.platformFen());
        json.put("author_id", o.at() % 3 == 0 ? 0 : 99_000_000L + o.at() % 40);
        json.put("theme_type", o.at() % 3 == 0 ? 0 : 1);
        json.put("given_product_type", line.isGift() ? "FREE" : "MASTER");
        json.open("after_sale_info");
        json.put("after_sale_status", refunded ? 12 : 0);
        json.put("refund_status", refunded ? 3 : 0);
        json.close().close();
    }

    static String sub(Order o, int line) {
        return o.lines().size() == 1 ? o.no() : o.no().substring(0, 17) + (71 + line);
    }

    /** A mask or, for one of five, a virtual number with its extension. */
    static String tel(Order o) {
        String phone = o.buyer().phone(o.at());
        return o.has(Mark.VIRTUAL_NUMBER)
                ? "1847" + (1_000_000 + Math.floorMod(o.no().hashCode(), VIRTUAL)) + "-"
                        + (1_000 + Math.floorMod(o.at(), 9_000))
                : "1********" + phone.substring(9);
    }

    private void afterSale(Order o, Refund r, int status, long at) {
        Json json = desk.json().open();
        json.put("aftersale_id", r.id());
        json.put("related_id", sub(o, r.line()));
        json.put("order_id", o.no());
        json.put("aftersale_type", r.quantity() > 0 ? 0 : 1);
        json.put("aftersale_status", status == 3 ? 12 : 6);
        json.put("refund_status", status);
        json.put("refund_amount", r.fen());
        json.put("refund_post_amount", 0);
        json.put("apply_time", desk.stage().dates().epoch(r.appliedAt()));
        json.put("create_time", desk.stage().dates().epoch(r.appliedAt()));
        json.put("update_time", desk.stage().dates().epoch(at));
        json.put("aftersale_num", r.quantity());
        json.end();
    }

    private static int status(State state) {
        return switch (state) {
            case UNPAID -> 1;
            case PAID -> 2;
            case SHIPPED -> 3;
            case FINISHED -> 5;
            case CLOSED_UNPAID, CLOSED_REFUNDED -> 4;
        };
    }
}
