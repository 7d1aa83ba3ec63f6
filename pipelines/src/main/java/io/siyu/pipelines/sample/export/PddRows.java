package io.siyu.pipelines.sample.export;

import io.siyu.pipelines.sample.catalogue.Export;
import io.siyu.pipelines.sample.chance.Dates;
import io.siyu.pipelines.sample.chance.Draw;
import io.siyu.pipelines.sample.drop.Json;
import io.siyu.pipelines.sample.drop.Placed;
import io.siyu.pipelines.sample.trade.Line;
import io.siyu.pipelines.sample.trade.Oddity;
import io.siyu.pipelines.sample.trade.Order;
import io.siyu.pipelines.sample.trade.Refund;
import io.siyu.pipelines.sample.trade.State;
import java.util.Arrays;
import java.util.List;

/**
 * Pinduoduo: the console's export of what changed in a day, one product per order, nothing of the buyer, and of an order's time
 * only the date in its number; one of twenty has no time of the deal either. After-sales come from the interface.
 */
final class PddRows {
    private static final int UNDER_WAY = 3;
    private static final int GIVEN_BACK = 10;

    private final Desk desk;
    private final List<String> header = Export.PDD.header();

    PddRows(Desk desk) {
        this.desk = desk;
    }

    void write(Order order, Draw draw) {
        boolean first = true;
        for (int day : order.changeDays()) {
            long end = (day + 1) * Dates.DAY - 1;
            Placed placed = desk.shard().row(Export.PDD, day, order.modifiedAt(end), row(order, end));
            if (first) {
                OrderNotes.write(desk, order, placed);
            }
            first = false;
        }
        RefundRows.write(
                desk,
                Export.PDD_AFTERSALE,
                order,
                draw,
                (refund, isGivenBack, at) -> afterSale(order, refund, isGivenBack ? GIVEN_BACK : UNDER_WAY, at));
    }

    private String[] row(Order o, long at) {
        Line line = o.lines().get(0);
        State state = o.state(at);
        boolean paid = state.isPaid();
        String[] cells = new String[header.size()];
        Arrays.fill(cells, "-");
        set(cells, "订单号", o.no() + "\t");
        set(cells, "订单状态", status(state));
        set(cells, "商品", line.sku().name());
        set(cells, "商品id", line.sku().pddGoods() + "\t");
        set(cells, "样式ID", line.sku().pddSku() + "\t");
        set(cells, "商品规格", line.sku().colour() + ";" + line.sku().size());
        set(cells, "商家编码-规格维度", line.sku().code());
        set(cells, "商家编码-商品维度", line.sku().spu());
        set(cells, "商品数量(件)", Integer.toString(line.quantity()));
        set(cells, "商品总价(元)", Desk.grouped(o.listFen()));
        set(cells, "邮费(元)", Desk.grouped(o.postageFen()));
        set(cells, "店铺优惠折扣(元)", Desk.grouped(o.discountFen()));
        set(cells, "平台优惠折扣(元)", Desk.grouped(o.platformFen()));
        set(cells, "多多支付立减金额(元)", "0.00");
        set(cells, "用户实付金额(元)", Desk.grouped(o.payFen() + o.postageFen()));
        set(cells, "商家实收金额(元)", Desk.grouped(o.payFen() + o.postageFen() + o.platformFen()));
        set(cells, "支付时间", paid ? desk.time(o.times().paidAt()) : "");
        set(cells, "订单成交时间", paid && o.at() % 20 != 0 ? desk.time(o.times().paidAt()) : "");
        set(cells, "确认收货时间", state == State.FINISHED ? desk.time(o.times().finishedAt()) : "");
        set(cells, "商家备注", o.oddity() == Oddity.STAFF ? "员工内购" : "");
        set(cells, "售后状态", o.refundedFen(at) > 0 ? "退款成功" : "无售后或售后取消");
        return cells;
    }

    private void set(String[] cells, String name, String value) {
        cells[header.indexOf(name)] = value;
    }

    private static String status(State state) {
        return switch (state) {
            case UNPAID -> "待付款";
            case PAID -> "待发货";
            case SHIPPED -> "已发货，待签收";
            case FINISHED -> "已收货";
            case CLOSED_UNPAID -> "已取消";
            case CLOSED_REFUNDED -> "已发货，退款成功";
        };
    }

    private void afterSale(Order o, Refund r, int status, long at) {
        Json json = desk.json().open();
        json.put("id", r.id());
        json.put("order_sn", o.no());
        json.put("after_sales_type", r.quantity() > 0 ? 3 : 2);
        json.put("after_sales_status", status);
        json.put("refund_amount", Desk.yuan(r.fen()));
        json.put("goods_number", r.quantity());
        json.put("sku_id", o.lines().get(0).sku().pddSku());
        json.put("outer_id", o.lines().get(0).sku().code());
        json.put("created_time", desk.stage().dates().epoch(r.appliedAt()));
        json.put("updated_time", desk.stage().dates().epoch(at));
        json.end();
    }
}
