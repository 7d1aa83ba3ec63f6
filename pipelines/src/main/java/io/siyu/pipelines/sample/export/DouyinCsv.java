package io.siyu.pipelines.sample.export;

import io.siyu.pipelines.sample.catalogue.Export;
import io.siyu.pipelines.sample.chance.Dates;
import io.siyu.pipelines.sample.person.Person;
import io.siyu.pipelines.sample.trade.Line;
import io.siyu.pipelines.sample.trade.Order;
import io.siyu.pipelines.sample.trade.State;
import java.util.Arrays;
import java.util.List;

/**
 * The console's export of the second shop: a row per sub-order with the order's money on each, thousands separators,
 * {@code -} for nothing, ids with a tab behind. It comes on the order's day and on the next, when the kind of traffic is
 * known.
 */
final class DouyinCsv {
    private static final String FRESH = "数据将于第二天更新";
    private final Desk desk;
    private final List<String> header = Export.DOUYIN_CSV.header();

    DouyinCsv(Desk desk) {
        this.desk = desk;
    }

    void write(Order order) {
        int day = Desk.drop(Dates.day(order.at()));
        for (int later = 0; later < (Dates.day(order.at()) < 0 ? 1 : 2); later++) {
            for (int i = 0; i < order.lines().size(); i++) {
                String[] cells =
                        row(order, i, (day + later + 1) * Dates.DAY - 1, later == 0 && Dates.day(order.at()) >= 0);
                desk.shard().row(Export.DOUYIN_CSV, day + later, order.at(), cells);
            }
        }
    }

    private String[] row(Order o, int i, long at, boolean fresh) {
        Line line = o.lines().get(i);
        Person p = o.buyer();
        State state = o.state(at);
        String[] cells = new String[header.size()];
        Arrays.fill(cells, "-");
        set(cells, "主订单编号", o.no() + "\t");
        set(cells, "子订单编号", DouyinRows.sub(o, i) + "\t");
        set(cells, "选购商品", line.sku().name());
        set(cells, "商品规格", line.sku().colour() + ";" + line.sku().size());
        set(cells, "商品数量", Integer.toString(line.quantity()));
        set(cells, "商品ID", line.sku().douyinProduct() + "\t");
        set(cells, "商家编码", line.sku().code());
        set(cells, "商品单价", Desk.grouped(line.sku().tagFen()));
        set(cells, "订单应付金额", Desk.grouped(o.payFen() + o.postageFen()));
        set(cells, "运费", Desk.grouped(o.postageFen()));
        set(cells, "优惠总金额", Desk.grouped(o.discountFen() + o.platformFen()));
        set(cells, "平台优惠", Desk.grouped(o.platformFen()));
        set(cells, "商家优惠", Desk.grouped(o.discountFen()));
        set(cells, "达人优惠", "0.00");
        set(cells, "支付方式", state.isPaid() ? "微信" : "-");
        set(cells, "收件人", p.surname() + "*");
        set(cells, "收件人手机号", DouyinRows.tel(o));
        set(cells, "省", p.place().province());
        set(cells, "市", p.place().city());
        set(cells, "区", p.place().district());
        set(cells, "街道", "某某街道");
        set(cells, "详细地址", "***");
        set(cells, "是否修改过地址", "否");
        set(cells, "订单提交时间", desk.time(o.at()));
        set(cells, "订单完成时间", state == State.FINISHED ? desk.time(o.times().finishedAt()) : "-");
        set(cells, "支付完成时间", state.isPaid() ? desk.time(o.times().paidAt()) : "-");
        set(cells, "APP渠道", "抖音");
        set(cells, "订单状态", status(state));
        set(cells, "流量体裁", fresh ? FRESH : o.at() % 3 == 0 ? "商品卡" : "直播");
        set(cells, "平台实际承担优惠金额", Desk.grouped(o.platformFen()));
        return cells;
    }

    private void set(String[] cells, String name, String value) {
        cells[header.indexOf(name)] = value;
    }

    private static String status(State state) {
        return switch (state) {
            case UNPAID -> "待支付";
            case PAID -> "待发货";
            case SHIPPED -> "已发货";
            case FINISHED -> "已完成";
            case CLOSED_UNPAID, CLOSED_REFUNDED -> "已关闭";
        };
    }
}
