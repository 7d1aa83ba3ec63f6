package io.siyu.pipelines.sample.export;

import io.siyu.pipelines.sample.catalogue.Export;
import io.siyu.pipelines.sample.chance.Dates;
import io.siyu.pipelines.sample.trade.Mark;
import io.siyu.pipelines.sample.trade.Order;
import io.siyu.pipelines.sample.trade.Refund;
import io.siyu.pipelines.sample.trade.Tender;
import java.util.List;

/**
 * Entries of the bills of WeChat Pay and Alipay: what tills and the mall took and gave back, and Taobao trades. A bill is
 * had the night after its date. A provider never gives back more than it took.
 */
final class BillRows {
    private final Desk desk;
    private final BillCells cells;

    BillRows(Desk desk) {
        this.desk = desk;
        this.cells = new BillCells(desk);
    }

    void write(Order order) {
        if (!order.isPaid()) {
            return;
        }
        switch (order.channel()) {
            case POS -> till(order);
            case MALL -> online(Export.WECHAT_BILL, order, order.no());
            case TMALL -> online(Export.ALIPAY_BILL, order, "T200P" + order.no());
            case JD, DOUYIN, PDD, WEIMOB -> {}
        }
    }

    private void till(Order order) {
        for (Tender tender : Tender.of(order)) {
            if (isBilled(tender)) {
                entry(
                        bill(tender),
                        new Entry(order, order.no(), "", order.times().paidAt(), tender.fen()));
            }
        }
        for (Tender tender : order.has(Mark.NO_ORIGINAL) ? List.<Tender>of() : Tender.back(order)) {
            if (isBilled(tender)) {
                Refund first = order.refunds().get(0);
                entry(bill(tender), new Entry(order, order.no(), first.id(), first.succeededAt(), tender.fen()));
            }
        }
    }

    private void online(Export bill, Order order, String no) {
        long left = order.payFen() + order.postageFen();
        entry(bill, new Entry(order, no, "", order.times().paidAt(), left));
        for (Refund refund : order.refunds()) {
            long fen = Math.min(left, refund.fen());
            if (refund.succeededAt() != Dates.NEVER) {
                entry(bill, new Entry(order, no, refund.id(), refund.succeededAt(), fen));
                left -= fen;
            }
        }
    }

    private static boolean isBilled(Tender tender) {
        return tender.kind() == Tender.Kind.WECHAT || tender.kind() == Tender.Kind.ALIPAY;
    }

    private static Export bill(Tender tender) {
        return tender.kind() == Tender.Kind.WECHAT ? Export.WECHAT_BILL : Export.ALIPAY_BILL;
    }

    /**
     * A payment, or with a number of its own a refund.
     *
     * @param no the merchant's number of the payment
     */
    record Entry(Order order, String no, String refund, long at, long fen) {
        boolean isRefund() {
            return !refund.isEmpty();
        }

        /** 6 of 1,000, in hundred-thousandths of a yuan; negative when it is given back. */
        long fee() {
            return isRefund() ? -6 * fen : 6 * fen;
        }
    }

    private void entry(Export bill, Entry e) {
        int day = Dates.day(e.at()) + 1;
        if (e.fen() == 0 || day < 0 || day >= desk.shard().days()) {
            return;
        }
        boolean wechat = bill == Export.WECHAT_BILL;
        desk.shard().row(bill, day, e.at(), wechat ? cells.wechat(e) : cells.alipay(e));
        long fee = wechat || !BillCells.isTaobao(e) ? BillCells.fen(e.fee()) : 0;
        desk.shard()
                .truth(
                        Export.TRUTH_BILL,
                        wechat ? "wechat" : "alipay",
                        wechat ? BillCells.MERCHANT : Export.ALIPAY_ACCOUNT,
                        wechat ? cells.wechatNo(e.order()) : cells.alipayNo(e.order()),
                        e.no(),
                        Shops.uid(e.order()),
                        e.isRefund() ? "refund" : "pay",
                        e.isRefund() ? (wechat ? BillCells.wechatRefund(e) : e.refund()) : "",
                        desk.time(e.at()),
                        Long.toString(e.fen()),
                        Long.toString(fee),
                        desk.stage().dates().date(day));
    }
}
