package io.siyu.pipelines.sample.export;

import io.siyu.pipelines.sample.catalogue.Defect;
import io.siyu.pipelines.sample.catalogue.Export;
import io.siyu.pipelines.sample.chance.Codes;
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

/** Tmall's interface: trades and refunds, a line for each day on which they changed. */
final class TradeRows {
    private final Desk desk;

    TradeRows(Desk desk) {
        this.desk = desk;
    }

    void write(Order order, Draw draw) {
        boolean first = true;
        for (int day : order.changeDays()) {
            long end = (day + 1) * Dates.DAY - 1;
            String tid = draw.chance(0.001) ? Desk.rounded(order.no()) : order.no();
            trade(order, tid, end);
            Placed placed = desk.line(Export.TMALL_TRADE, day, order.modifiedAt(end), order.no(), draw);
            if (!tid.equals(order.no())) {
                desk.note(placed, Defect.ROUNDED_ID, order.no());
            }
            if (first) {
                OrderNotes.write(desk, order, placed);
            }
            first = false;
        }
        RefundRows.write(
                desk,
                Export.TMALL_REFUND,
                order,
                draw,
                (refund, isGivenBack, at) -> refund(order, refund, isGivenBack ? "SUCCESS" : "WAIT_SELLER_AGREE", at));
    }

    private void trade(Order o, String tid, long at) {
        Person p = o.buyer();
        State state = o.state(at);
        boolean paid = state.isPaid();
        Json json = desk.json().open();
        json.put("tid", tid);
        json.put("status", status(state));
        json.put("type", o.has(Mark.PRESALE) ? "step" : "fixed");
        json.put("seller_nick", Shops.TMALL[o.shop()]);
        json.put("payment", Desk.yuan(o.payFen() + o.postageFen()));
        json.put("total_fee", Desk.yuan(o.listFen()));
        json.put("discount_fee", Desk.yuan(o.discountFen()));
        json.put("adjust_fee", "0.00");
        json.put("post_fee", Desk.yuan(o.postageFen()));
        json.put(
                "received_payment",
                Desk.yuan(state == State.FINISHED ? o.payFen() + o.postageFen() - o.refundedFen(at) : 0));
        json.put("num", o.lines().size() == 1 ? o.quantity() : 0);
        json.put("created", desk.time(o.at()));
        json.put("pay_time", paid ? desk.time(o.times().paidAt()) : null);
        json.put("modified", desk.time(o.modifiedAt(at)));
        json.put("end_time", state == State.FINISHED ? desk.time(o.times().finishedAt()) : null);
        if (o.has(Mark.PRESALE)) {
            boolean forfeited = o.oddity() == Oddity.FORFEITED;
            json.put("step_trade_status", forfeited ? "FRONT_PAID_FRONT_FORFEITED" : "FRONT_PAID_FINAL_PAID");
            json.put("step_paid_fee", Desk.yuan(o.payFen() / 10));
        }
        json.put("receipt_type", o.oddity() == Oddity.PRICE_DIFFERENCE ? "ITEM" : null);
        json.put("buyer_open_uid", p.buyerOpenUid());
        json.put("ouid", p.ouid(o.shop()));
        json.put("oaid", "1" + Codes.letters(desk.stage().world().seed(), 62, p.id(), 22) + "==");
        json.put("buyer_nick", p.nick().charAt(0) + "***");
        json.put("receiver_state", p.place().province());
        json.put("receiver_city", p.place().city());
        json.put("receiver_district", p.place().district());
        json.put("receiver_mobile", Phones.tail(p.phone(o.at())));
        json.put("seller_memo", o.has(Mark.NOTED) ? "G-" : o.oddity() == Oddity.RESHIP ? "补发" : null);
        lines(json, o, state, at);
        json.end();
    }

    private static void lines(Json json, Order o, State state, long at) {
        json.list("orders");
        for (int i = 0; i < o.lines().size(); i++) {
            int line = i;
            Line l = o.lines().get(i);
            boolean refunded = o.refunds().stream().anyMatch(r -> r.line() == line && r.hasSucceededBy(at));
            json.item();
            json.put("oid", TmallCells.sub(o, i));
            json.put("num_iid", l.sku().tmallItem());
            json.put("sku_id", l.sku().tmallSku());
            json.put("outer_sku_id", l.sku().code());
            json.put("title", l.sku().name());
            json.put("num", l.quantity());
            json.put("price", Desk.yuan(l.sku().tagFen()));
            json.put("payment", Desk.yuan(l.payFen()));
            json.put("divide_order_fee", Desk.yuan(l.payFen()));
            json.put("part_mjz_discount", Desk.yuan(l.discountFen()));
            json.put("status", status(state));
            json.put("refund_status", refunded ? "SUCCESS" : "NO_REFUND");
            json.put("is_free_gift", l.isGift());
            json.close();
        }
        json.endList();
    }

    private void refund(Order o, Refund r, String status, long modified) {
        Json json = desk.json().open();
        json.put("refund_id", r.id());
        json.put("tid", o.no());
        json.put("oid", TmallCells.sub(o, r.line()));
        json.put("seller_nick", Shops.TMALL[o.shop()]);
        json.put("buyer_nick", o.buyer().nick().charAt(0) + "***");
        json.put("ouid", o.buyer().ouid(o.shop()));
        json.put("outer_id", o.lines().get(r.line()).sku().code());
        json.put("num", Integer.toString(r.quantity()));
        json.put("total_fee", Desk.yuan(o.payFen()));
        json.put("refund_fee", Desk.yuan(r.fen()));
        json.put("status", status);
        json.put("refund_phase", r.appliedAt() < o.times().finishedAt() ? "onsale" : "aftersale");
        json.put("has_good_return", r.quantity() > 0);
        json.put("created", desk.time(r.appliedAt()));
        json.put("modified", desk.time(modified));
        json.put("reason", "不喜欢/不想要");
        json.end();
    }

    private static String status(State state) {
        return switch (state) {
            case UNPAID -> "WAIT_BUYER_PAY";
            case PAID -> "WAIT_SELLER_SEND_GOODS";
            case SHIPPED -> "WAIT_BUYER_CONFIRM_GOODS";
            case FINISHED -> "TRADE_FINISHED";
            case CLOSED_UNPAID -> "TRADE_CLOSED_BY_TAOBAO";
            case CLOSED_REFUNDED -> "TRADE_CLOSED";
        };
    }
}
