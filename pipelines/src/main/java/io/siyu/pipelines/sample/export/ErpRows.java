package io.siyu.pipelines.sample.export;

import io.siyu.pipelines.sample.catalogue.Export;
import io.siyu.pipelines.sample.chance.Dates;
import io.siyu.pipelines.sample.drop.Json;
import io.siyu.pipelines.sample.trade.Channel;
import io.siyu.pipelines.sample.trade.Line;
import io.siyu.pipelines.sample.trade.Oddity;
import io.siyu.pipelines.sample.trade.Order;

/**
 * The hub's list of what it ships: paid orders of Tmall, JD and Douyin once more, under numbers of its own. Who adds them to
 * what the platforms tell counts every sale twice.
 */
final class ErpRows {
    private final Desk desk;

    ErpRows(Desk desk) {
        this.desk = desk;
    }

    /** A line when the order is paid and another when it is shipped. */
    void write(Order order) {
        boolean shipped =
                order.channel() == Channel.TMALL || order.channel() == Channel.JD || order.channel() == Channel.DOUYIN;
        if (shipped && order.isPaid()) {
            line(order, order.times().paidAt(), false);
            line(order, order.times().shippedAt(), true);
        }
    }

    private void line(Order o, long at, boolean out) {
        Json json = desk.json().open();
        json.put("co_id", 10_099);
        json.put("shop_id", 20_011 + 10 * o.channel().ordinal() + o.shop());
        json.put("o_id", "77" + o.no().substring(o.no().length() - 12));
        json.put("so_id", o.no());
        json.put("order_type", o.oddity() == Oddity.RESHIP ? "补发订单" : "普通订单");
        json.put("status", out ? "Sent" : "WaitConfirm");
        json.put("created", desk.time(o.at()));
        json.put("pay_date", desk.time(o.times().paidAt()));
        json.put("modified", desk.time(at));
        json.put("io_date", out ? desk.time(at) : null);
        json.put("pay_amount", Desk.yuan(o.payFen() + o.postageFen()));
        json.put("freight", Desk.yuan(o.postageFen()));
        json.list("items");
        for (Line line : o.lines()) {
            json.item();
            json.put("sku_id", line.sku().code());
            json.put("name", line.sku().name());
            json.put("qty", line.quantity());
            json.yuan("price", line.sku().tagFen());
            json.yuan("amount", line.payFen());
            json.close();
        }
        json.endList().end();
        desk.shard().line(Export.ERP, Desk.drop(Dates.day(at)), at);
    }
}
