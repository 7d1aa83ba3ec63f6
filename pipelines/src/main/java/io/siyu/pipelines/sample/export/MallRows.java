package io.siyu.pipelines.sample.export;

import io.siyu.pipelines.sample.catalogue.Defect;
import io.siyu.pipelines.sample.catalogue.Export;
import io.siyu.pipelines.sample.chance.Dates;
import io.siyu.pipelines.sample.chance.Draw;
import io.siyu.pipelines.sample.drop.Json;
import io.siyu.pipelines.sample.drop.Placed;
import io.siyu.pipelines.sample.person.Person;
import io.siyu.pipelines.sample.person.Phones;
import io.siyu.pipelines.sample.trade.Line;
import io.siyu.pipelines.sample.trade.Mark;
import io.siyu.pipelines.sample.trade.Oddity;
import io.siyu.pipelines.sample.trade.Order;
import io.siyu.pipelines.sample.trade.Refund;
import io.siyu.pipelines.sample.trade.State;
import io.siyu.pipelines.sample.trade.Store;

/** Orders and returns of the own mini-program mall, and with {@code source=channels} of the Channels shop. */
final class MallRows {
    private final Desk desk;

    MallRows(Desk desk) {
        this.desk = desk;
    }

    /** {@code fault} spoils the order in one of the ways that checks look for. */
    void write(Order order, Fault fault, Draw draw) {
        boolean first = true;
        for (int day : order.changeDays()) {
            long end = (day + 1) * Dates.DAY - 1;
            boolean gone = day == desk.stage().nights().nullJump() && draw.chance(0.9);
            String no = draw.chance(0.001) ? Desk.rounded(order.no()) : order.no();
            boolean untimed = fault == Fault.PAID_WITHOUT_TIME && order.isPaid();
            row(order, no, end, gone, untimed);
            Placed placed = desk.line(Export.MALL, day, order.modifiedAt(end), order.no(), draw);
            if (!no.equals(order.no())) {
                desk.note(placed, Defect.ROUNDED_ID, order.no());
            }
            if (gone) {
                desk.note(placed, Defect.NULL_RATE_JUMP, order.no());
            }
            if (untimed) {
                desk.note(placed, Defect.PAID_WITHOUT_TIME, order.no());
            }
            if (first) {
                OrderNotes.write(desk, order, placed);
                if (order.has(Mark.SECOND_WECHAT)) {
                    desk.note(placed, Defect.TWO_WECHATS, order.buyer().secondOpenid());
                }
            }
            first = false;
        }
        for (Refund refund : order.refunds()) {
            refund(order, refund, draw);
        }
        if (fault == Fault.ORPHAN_REFUND) {
            orphan(order, draw);
        }
    }

    private void row(Order o, String no, long at, boolean withoutUnionid, boolean untimed) {
        Person p = o.buyer();
        State state = o.state(at);
        Json json = desk.json().open();
        json.put("order_sn", no);
        json.put("source", o.shop() == 1 ? "channels" : "own");
        json.put("order_type", o.oddity() == Oddity.SAMPLE ? "20" : "0");
        json.put("member_id", o.shop() == 0 && p.isMemberAt(o.at()) ? p.memberId() : null);
        buyer(json, o, withoutUnionid);
        json.put("is_staff", o.oddity() == Oddity.STAFF);
        json.put("is_test", o.oddity() == Oddity.TEST);
        json.yuan("total_amount", o.listFen());
        json.yuan("promotion_amount", o.discountFen());
        json.yuan("coupon_amount", 0);
        json.yuan("integration_amount", 0);
        json.yuan("freight_amount", o.postageFen());
        json.yuan("pay_amount", o.payFen() + o.postageFen());
        json.put("pay_type", state.isPaid() ? 2 : 0);
        json.put("status", status(state));
        json.put("delete_status", 0);
        json.put("create_time", desk.time(o.at()));
        json.put(
                "payment_time", state.isPaid() && !untimed ? desk.time(o.times().paidAt()) : null);
        json.put("receive_time", state == State.FINISHED ? desk.time(o.times().finishedAt()) : null);
        json.put("update_time", desk.time(o.modifiedAt(at)));
        json.put("receiver_phone", o.shop() == 0 ? p.phone(o.at()) : Phones.masked(p.phone(o.at())));
        json.put("phone_verified", o.has(Mark.SECOND_WECHAT) ? p.phone(o.at()) : null);
        json.put("guide_no", Store.staffNo(o.guide()));
        json.put("private_guide_no", Store.staffNo(o.privateGuide()));
        json.put("belong_store", Shops.storeCode(p.habits().homeStore()));
        json.put("fulfil_store", o.has(Mark.FRANCHISE_FULFILLED) ? Shops.storeCode(o.store()) : null);
        json.list("items");
        for (Line line : o.lines()) {
            json.item();
            json.put("sku_code", line.sku().code());
            json.yuan("price", line.sku().tagFen());
            json.put("quantity", line.quantity());
            json.yuan("integration_amount", 0);
            json.yuan("real_amount", line.payFen());
            json.put("is_present", line.isGift());
            json.close();
        }
        json.endList().end();
    }

    private void buyer(Json json, Order o, boolean withoutUnionid) {
        Person p = o.buyer();
        boolean second = o.has(Mark.SECOND_WECHAT);
        boolean never = desk.stage().cast().openidOnly.has(p.id());
        json.put("openid", o.shop() == 1 ? p.channelsOpenid() : second ? p.secondOpenid() : p.openid());
        json.put(
                "unionid",
                withoutUnionid || (never && o.shop() == 0) ? null : second ? p.secondUnionid() : p.unionid());
    }

    private void refund(Order o, Refund r, Draw draw) {
        int applied = Desk.drop(Dates.day(r.appliedAt()));
        int done = Desk.drop(Dates.day(r.succeededAt()));
        if (applied < done) {
            refundRow(o, r, o.no(), 0, r.appliedAt());
            desk.line(Export.MALL_REFUND, applied, r.appliedAt(), r.id(), draw);
        }
        refundRow(o, r, o.no(), 2, r.succeededAt());
        Placed placed = desk.line(Export.MALL_REFUND, done, r.succeededAt(), r.id(), draw);
        if (o.has(Mark.OVER_REFUND)) {
            desk.note(placed, Defect.REFUND_ABOVE_PAID, r.id());
        }
    }

    /** A return for an order that nobody has seen. */
    private void orphan(Order o, Draw draw) {
        long at = o.at() + 3_600;
        Refund refund = new Refund("99" + o.no(), 0, 1, 5_000, at, at);
        refundRow(o, refund, "9" + o.no(), 2, at);
        desk.note(
                desk.line(Export.MALL_REFUND, Desk.drop(Dates.day(at)), at, refund.id(), draw),
                Defect.ORPHAN_REFUND,
                refund.id());
    }

    private void refundRow(Order o, Refund r, String orderNo, int status, long at) {
        Person p = o.buyer();
        Json json = desk.json().open();
        json.put("return_id", r.id());
        json.put("order_sn", orderNo);
        json.put("member_id", o.shop() == 0 && p.isMemberAt(o.at()) ? p.memberId() : null);
        buyer(json, o, false);
        json.put("sku_code", o.lines().get(r.line()).sku().code());
        json.put("quantity", r.quantity());
        json.yuan("return_amount", r.fen());
        json.put("status", status);
        json.put("create_time", desk.time(r.appliedAt()));
        json.put("handle_time", status == 2 ? desk.time(r.succeededAt()) : null);
        json.put("update_time", desk.time(at));
        json.end();
    }

    private static int status(State state) {
        return switch (state) {
            case UNPAID -> 0;
            case PAID -> 1;
            case SHIPPED -> 2;
            case FINISHED -> 3;
            case CLOSED_UNPAID, CLOSED_REFUNDED -> 4;
        };
    }
}
