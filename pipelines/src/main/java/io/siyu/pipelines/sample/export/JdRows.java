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
import io.siyu.pipelines.sample.trade.State;
import java.util.List;

/**
 * JD's orders: every value is a text, and no time is 0001-01-01. An order that is shipped in parts comes a second time as
 * children that name their parent; who sums must take one or the other.
 */
final class JdRows {
    private static final String NO_TIME = "0001-01-01 00:00:00";
    private final Desk desk;

    JdRows(Desk desk) {
        this.desk = desk;
    }

    void write(Order order, Draw draw) {
        boolean first = true;
        for (int day : order.changeDays()) {
            long end = (day + 1) * Dates.DAY - 1;
            int cents = day == desk.stage().nights().wrongUnit() ? 100 : 1;
            row(order, order.no(), "0", order.lines(), end, cents);
            Placed placed = desk.line(Export.JD, day, order.modifiedAt(end), order.no(), draw);
            if (first) {
                OrderNotes.write(desk, order, placed);
            }
            first = false;
        }
        int shipped = order.isPaid() ? Desk.drop(Dates.day(order.times().shippedAt())) : -1;
        if (order.has(Mark.SPLIT) && order.lines().size() > 1 && shipped >= 0) {
            for (int i = 0; i < 2; i++) {
                List<Line> part = i == 0
                        ? order.lines().subList(0, 1)
                        : order.lines().subList(1, order.lines().size());
                String child = order.no() + (i + 1);
                row(order, child, order.no(), part, (shipped + 1) * Dates.DAY - 1, 1);
                desk.note(
                        desk.line(Export.JD, shipped, order.times().shippedAt(), child, draw),
                        Defect.SPLIT_ORDER,
                        order.no());
            }
        }
    }

    private void row(Order o, String id, String parent, List<Line> lines, long at, int times) {
        Person p = o.buyer();
        State state = o.state(at);
        long list = lines.stream().mapToLong(Line::listFen).sum();
        long pay = lines.stream().mapToLong(Line::payFen).sum();
        long postage = parent.equals("0") ? o.postageFen() : 0;
        long balance = o.at() % 9 == 0 ? pay / 10 : 0;
        Json json = desk.json().open();
        json.put("orderId", id);
        json.put("parentOrderId", parent);
        json.put("venderId", "10088");
        json.put("orderType", "22");
        json.put("payType", "4");
        json.put("orderTotalPrice", Desk.yuan(list * times));
        json.put("orderSellerPrice", Desk.yuan(pay * times));
        json.put("orderPayment", Desk.yuan((pay - balance + postage) * times));
        json.put("balanceUsed", Desk.yuan(balance * times));
        json.put("freightPrice", Desk.yuan(postage * times));
        json.put("sellerDiscount", Desk.yuan((list - pay) * times));
        json.put("orderState", state(state));
        json.put("orderStartTime", desk.time(o.at()));
        json.put("paymentConfirmTime", state.isPaid() ? desk.time(o.times().paidAt()) : NO_TIME);
        json.put("orderEndTime", state == State.FINISHED ? desk.time(o.times().finishedAt()) : "1970-01-01 00:00:00");
        json.put("modified", desk.time(o.modifiedAt(at)));
        json.put("returnOrder", o.oddity() == Oddity.RESHIP ? "1" : "0");
        json.put("refundAmount", Desk.yuan(o.refundedFen(at) * times));
        json.put("open_id_buyer", p.jdOpenId());
        json.put("xid_buyer", "x" + Codes.letters(desk.stage().world().seed(), 63, p.id(), 22));
        json.put("pin", "null");
        json.put("venderRemark", o.oddity() == Oddity.STAFF ? "员工内购" : o.oddity() == Oddity.TEST ? "测试单" : "");
        json.open("consigneeInfo");
        json.put("fullname", p.surname() + "*");
        json.put("mobile", Phones.masked(p.phone(o.at())));
        json.put("province", p.place().province().replace("省", ""));
        json.put("city", p.place().city());
        json.put("county", p.place().district());
        json.close();
        json.list("itemInfoList");
        for (Line line : lines) {
            json.item();
            json.put("skuId", line.sku().jdSku());
            json.put("outerSkuId", line.sku().code());
            json.put("skuName", line.sku().name());
            json.put("itemTotal", Integer.toString(line.quantity()));
            json.put("jdPrice", Desk.yuan(line.sku().tagFen() * times));
            json.put("payment", Desk.yuan(line.payFen() * times));
            json.close();
        }
        json.endList().end();
    }

    private static String state(State state) {
        return switch (state) {
            case UNPAID -> "WAIT_PAY";
            case PAID -> "WAIT_SELLER_STOCK_OUT";
            case SHIPPED -> "WAIT_GOODS_RECEIVE_CONFIRM";
            case FINISHED -> "FINISHED_L";
            case CLOSED_UNPAID, CLOSED_REFUNDED -> "TRADE_CANCELED";
        };
    }
}
