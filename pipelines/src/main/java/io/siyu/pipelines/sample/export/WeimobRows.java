package io.siyu.pipelines.sample.export;

import io.siyu.pipelines.sample.catalogue.Defect;
import io.siyu.pipelines.sample.catalogue.Export;
import io.siyu.pipelines.sample.chance.Dates;
import io.siyu.pipelines.sample.chance.Draw;
import io.siyu.pipelines.sample.drop.Json;
import io.siyu.pipelines.sample.drop.Placed;
import io.siyu.pipelines.sample.trade.Line;
import io.siyu.pipelines.sample.trade.Order;
import io.siyu.pipelines.sample.trade.Refund;
import io.siyu.pipelines.sample.trade.State;
import io.siyu.pipelines.sample.trade.Store;

/**
 * The stores' mall at Weimob: a shop (vid) per store, order numbers of 18 digits as numbers, amounts as texts of yuan, times in
 * milliseconds, two guides on an order; what status numbers mean is the tenant's own.
 */
final class WeimobRows {
    /** The merchant (bosId), within whom a buyer's wid is unique. */
    static final String MERCHANT = "402";

    private static final int ASKED = 2;
    private static final int GIVEN_BACK = 5;

    private final Desk desk;

    WeimobRows(Desk desk) {
        this.desk = desk;
    }

    void write(Order order, Draw draw) {
        boolean first = true;
        for (int day : order.changeDays()) {
            long end = (day + 1) * Dates.DAY - 1;
            boolean rounded = draw.chance(0.001);
            row(order, rounded, end);
            Placed placed = desk.line(Export.WEIMOB, day, order.modifiedAt(end), order.no(), draw);
            if (rounded) {
                desk.note(placed, Defect.ROUNDED_ID, order.no());
            }
            if (first) {
                OrderNotes.write(desk, order, placed);
            }
            first = false;
        }
        RefundRows.write(
                desk,
                Export.WEIMOB_RIGHTS,
                order,
                draw,
                (refund, isGivenBack, at) -> right(order, refund, isGivenBack ? GIVEN_BACK : ASKED, at));
    }

    private void row(Order o, boolean rounded, long at) {
        State state = o.state(at);
        Json json = desk.json().open().open("orderInfo");
        json.open("orderBaseInfo");
        if (rounded) {
            json.put("orderNo", Desk.rounded(o.no()));
        } else {
            json.put("orderNo", Long.parseLong(o.no()));
        }
        json.put("orderStatus", status(state));
        json.put("payStatus", state.isPaid() ? 2 : 0);
        json.put("channelType", 1);
        json.put("createTime", millis(o.at()));
        json.put("payTime", state.isPaid() ? millis(o.times().paidAt()) : 0);
        json.put("finishTime", state == State.FINISHED ? millis(o.times().finishedAt()) : 0);
        json.put("updateTime", millis(o.modifiedAt(at)));
        json.close().open("buyerInfo");
        json.put("wid", Long.parseLong(o.buyer().weimobWid()));
        json.close().open("merchantInfo");
        json.put("bosId", Long.parseLong(MERCHANT));
        json.put("vid", Long.parseLong(Shops.vid(o.shop())));
        json.put("vidName", desk.stage().store(o.shop()).name());
        json.open("merchantExtInfo").put("vidNumber", Shops.storeCode(o.shop())).close();
        json.close().open("payInfo");
        json.put("totalAmount", Desk.yuan(o.listFen()));
        json.put("totalDiscountAmount", Desk.yuan(o.discountFen()));
        json.put("freightAmount", Desk.yuan(o.postageFen()));
        json.put("shouldPayAmount", Desk.yuan(o.payFen() + o.postageFen()));
        json.put("payAmount", Desk.yuan(o.payFen() + o.postageFen()));
        json.close().open("guideInfo");
        json.put("guiderNo", Store.staffNo(o.guide()));
        json.put("personalGuiderNo", Store.staffNo(o.privateGuide()));
        json.close().list("items");
        for (int i = 0; i < o.lines().size(); i++) {
            item(json, o.lines().get(i), i);
        }
        json.endList().close().end();
    }

    private static void item(Json json, Line line, int i) {
        json.item();
        json.put("itemId", i + 1);
        json.put("skuCode", line.sku().code());
        json.put("goodsTitle", line.sku().name());
        json.put("skuNum", line.quantity());
        json.put("salePrice", Desk.yuan(line.sku().tagFen()));
        json.put("payAmount", Desk.yuan(line.payFen()));
        json.close();
    }

    private void right(Order o, Refund r, int status, long at) {
        Json json = desk.json().open().open("rightsInfo");
        json.put("rightsId", r.id());
        json.put("orderNo", Long.parseLong(o.no()));
        json.put("vid", Long.parseLong(Shops.vid(o.shop())));
        json.put("bosId", Long.parseLong(MERCHANT));
        json.put("wid", Long.parseLong(o.buyer().weimobWid()));
        json.put("rightsType", r.quantity() > 0 ? 2 : 1);
        json.put("rightsStatus", status);
        json.put("refundAmount", Desk.yuan(r.fen()));
        json.put("createTime", millis(r.appliedAt()));
        json.put("updateTime", millis(at));
        json.close().end();
    }

    private long millis(long at) {
        return desk.stage().dates().epoch(at) * 1000;
    }

    private static int status(State state) {
        return switch (state) {
            case UNPAID -> 1;
            case PAID -> 4;
            case SHIPPED -> 5;
            case FINISHED -> 8;
            case CLOSED_UNPAID -> 9;
            case CLOSED_REFUNDED -> 10;
        };
    }
}
