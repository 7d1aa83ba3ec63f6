package io.siyu.pipelines.sample.export;

import io.siyu.pipelines.sample.catalogue.Defect;
import io.siyu.pipelines.sample.catalogue.Export;
import io.siyu.pipelines.sample.chance.Dates;
import io.siyu.pipelines.sample.chance.Draw;
import io.siyu.pipelines.sample.drop.Json;
import io.siyu.pipelines.sample.drop.Placed;
import io.siyu.pipelines.sample.trade.Line;
import io.siyu.pipelines.sample.trade.Mark;
import io.siyu.pipelines.sample.trade.Order;
import io.siyu.pipelines.sample.trade.Refund;
import io.siyu.pipelines.sample.trade.Store;
import io.siyu.pipelines.sample.trade.Tender;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tickets of the stores' tills, as Pospal's interface gives them. The extractor stamps the store's code and, from the
 * customer's record, the card number and the phone.
 */
final class PosRows {
    private final Desk desk;

    PosRows(Desk desk) {
        this.desk = desk;
    }

    /** The ticket of a sale, and one for what came back. {@code fault} spoils it in one of the ways that checks look for. */
    void write(Order order, Fault fault, Draw draw) {
        int day = Desk.drop(Dates.day(order.at()));
        boolean shown =
                !order.has(Mark.NO_MEMBER) && !(day == desk.stage().nights().joinDrop() && draw.chance(0.6));
        String sn = draw.chance(0.001) ? Desk.rounded(order.no()) : order.no();
        sale(order, sn, shown, fault);
        Placed placed = desk.line(Export.POS, day, order.at(), order.no(), draw);
        notes(order, sn, fault, placed);
        if (!shown && !order.has(Mark.NO_MEMBER)) {
            desk.note(placed, Defect.JOIN_RATE_DROP, order.no());
        }
        if (!order.refunds().isEmpty()) {
            long at = order.refunds().get(0).succeededAt();
            giveBack(order, shown, at);
            Placed back = desk.line(Export.POS, Desk.drop(Dates.day(at)), at, order.no() + "9", draw);
            if (order.has(Mark.NO_ORIGINAL)) {
                desk.note(back, Defect.RETURN_WITHOUT_ORIGINAL, order.no());
            }
        }
    }

    private void notes(Order order, String sn, Fault fault, @Nullable Placed placed) {
        if (!sn.equals(order.no())) {
            desk.note(placed, Defect.ROUNDED_ID, order.no());
        }
        OrderNotes.write(desk, order, placed);
        if (fault == Fault.NEGATIVE_QUANTITY) {
            desk.note(placed, Defect.NEGATIVE_QUANTITY, order.no());
        }
        if (fault == Fault.LINES_DO_NOT_SUM) {
            desk.note(placed, Defect.LINES_DO_NOT_SUM, order.no());
        }
    }

    private void sale(Order order, String sn, boolean shown, Fault fault) {
        Json json = head(order, sn, "SELL", order.at(), order.payFen(), order.roundingFen(), shown);
        payments(json, Tender.of(order), 1);
        json.list("items");
        long[] let = io.siyu.pipelines.sample.trade.Shares.of(
                order.roundingFen(),
                order.lines().stream().mapToLong(Line::dueFen).toArray());
        for (int i = 0; i < order.lines().size(); i++) {
            Line line = order.lines().get(i);
            int quantity = fault == Fault.NEGATIVE_QUANTITY ? -line.quantity() : line.quantity();
            item(json, line, quantity, line.payFen() + let[i] + (fault == Fault.LINES_DO_NOT_SUM ? 1_000 : 0));
        }
        json.endList().end();
    }

    private void giveBack(Order order, boolean shown, long at) {
        long total = order.refunds().stream().mapToLong(Refund::fen).sum();
        Json json = head(order, order.no() + "9", "SELL_RETURN", at, -total, 0, shown);
        json.put("originalSn", order.has(Mark.NO_ORIGINAL) ? null : order.no());
        payments(json, Tender.back(order), -1);
        json.list("items");
        for (Refund refund : order.refunds()) {
            Line line = order.lines().get(refund.line());
            item(json, line, -refund.quantity(), -refund.fen());
        }
        json.endList().end();
    }

    private static void payments(Json json, List<Tender> tenders, int sign) {
        json.list("payments");
        tenders.forEach(t -> json.item()
                .put("code", t.kind().code())
                .yuan("amount", sign * t.fen())
                .close());
        json.endList();
    }

    private Json head(Order order, String sn, String type, long at, long total, long rounding, boolean shown) {
        Store store = desk.stage().store(order.store());
        long cashier = 873_312_000_000_000_000L + store.staff(3);
        Json json = desk.json().open();
        json.put("store_code", store.code());
        json.put("sn", sn);
        json.put("cashierUid", Long.toString(cashier));
        customer(json, order, at, shown);
        json.put("customerCategory", category(order, shown));
        json.put("datetime", desk.time(at));
        json.yuan("totalAmount", total);
        json.put("discount", 100);
        json.yuan("rounding", rounding);
        json.put("ticketType", type);
        json.put("invalid", 0);
        return json;
    }

    /** The customer's category decides the price: staff buy on that of staff, also without a card of their own. */
    private static @Nullable String category(Order order, boolean shown) {
        return switch (order.oddity()) {
            case STAFF -> "员工内购";
            case TEST -> "测试";
            default -> shown ? "会员" : null;
        };
    }

    private void customer(Json json, Order order, long at, boolean shown) {
        if (!shown) {
            json.put("customerUid", null);
            return;
        }
        if (order.clerk() >= 0) {
            Clerks clerks = new Clerks(desk.stage());
            json.put("customerUid", clerks.posUid(order.clerk()));
            json.put("customerNumber", clerks.card(order.clerk()));
            json.put("customerPhone", clerks.phone(order.clerk()));
            return;
        }
        json.put("customerUid", order.buyer().posUid(order.store()));
        json.put("customerNumber", order.buyer().card());
        json.put("customerPhone", order.buyer().phone(at));
    }

    private static void item(Json json, Line line, int quantity, long total) {
        json.item();
        json.put("productUid", line.sku().posUid());
        json.put("name", line.sku().name());
        json.yuan("sellPrice", line.sku().tagFen());
        json.put("quantity", quantity);
        json.yuan("totalAmount", total);
        json.close();
    }
}
