package io.siyu.pipelines.sample.export;

import io.siyu.pipelines.sample.chance.Dates;
import io.siyu.pipelines.sample.export.BillRows.Entry;
import io.siyu.pipelines.sample.person.Phones;
import io.siyu.pipelines.sample.trade.Channel;
import io.siyu.pipelines.sample.trade.Order;
import java.math.BigDecimal;
import java.util.Arrays;

/** The cells of a bill's entry as each provider writes it: WeChat with a backtick before every value, Alipay with tabs. */
final class BillCells {
    static final String MERCHANT = "1900000001";

    private final Desk desk;

    BillCells(Desk desk) {
        this.desk = desk;
    }

    String[] wechat(Entry e) {
        Order o = e.order();
        boolean back = e.isRefund();
        boolean till = o.channel() == Channel.POS;
        boolean channels = o.channel() == Channel.MALL && o.shop() == 1;
        String[] cells = {
            desk.time(e.at()),
            till ? "wxsiyu0002" : channels ? "wxchannels01" : "wxsiyu0001",
            MERCHANT,
            "0",
            till ? Shops.key(o) : "",
            wechatNo(o),
            e.no(),
            till
                    ? o.buyer().oaOpenid()
                    : channels ? o.buyer().channelsOpenid() : o.buyer().openid(),
            till ? "MICROPAY" : "JSAPI",
            back ? "REFUND" : "SUCCESS",
            "OTHERS",
            "CNY",
            Desk.yuan(back ? 0 : e.fen()),
            "0.00",
            back ? wechatRefund(e) : "0",
            back ? e.refund() : "0",
            Desk.yuan(back ? e.fen() : 0),
            "0.00",
            back ? "ORIGINAL" : "",
            back ? (e.at() % 3 == 0 ? "PROCESSING" : "SUCCESS") : "",
            o.lines().get(0).sku().name(),
            "",
            BigDecimal.valueOf(e.fee(), 5).toPlainString(),
            "0.60%",
            Desk.yuan(back ? 0 : e.fen()),
            Desk.yuan(back ? e.fen() : 0),
            ""
        };
        return Arrays.stream(cells).map(cell -> "`" + cell).toArray(String[]::new);
    }

    String[] alipay(Entry e) {
        Order o = e.order();
        boolean till = o.channel() == Channel.POS;
        long fen = e.isRefund() ? -e.fen() : e.fen();
        return new String[] {
            alipayNo(o) + "\t",
            e.no() + "\t",
            e.isRefund() ? "退款\t" : "交易\t",
            o.lines().get(0).sku().name(),
            desk.time(o.times().paidAt()),
            desk.time(e.at()),
            till ? Shops.key(o) + "\t" : "\t",
            till ? desk.stage().store(o.store()).name() + "\t" : "\t",
            "\t",
            till ? "01\t" : "\t",
            "*" + o.buyer().name().substring(1) + "(" + Phones.masked(o.buyer().phone(e.at())) + ")\t",
            Desk.yuan(fen),
            Desk.yuan(fen),
            "0.00",
            "0.00",
            "0.00",
            "0.00",
            "0.00",
            "",
            "0.00\t",
            "0.00",
            e.refund() + "\t",
            Desk.yuan(isTaobao(e) ? 0 : -fen(e.fee())),
            "0.00",
            ""
        };
    }

    /** Alipay takes nothing of a Taobao trade; Tmall has its share elsewhere. */
    static boolean isTaobao(Entry e) {
        return e.order().channel() == Channel.TMALL;
    }

    /** Hundred-thousandths of a yuan as fen, a half away from zero. */
    static long fen(long fee) {
        return fee < 0 ? -((500 - fee) / 1_000) : (fee + 500) / 1_000;
    }

    /** 28 digits, its date of payment among them. */
    String wechatNo(Order o) {
        return "4200000925" + desk.stage().dates().digits(Dates.day(o.times().paidAt())) + "0" + number(o);
    }

    String alipayNo(Order o) {
        return desk.stage().dates().digits(Dates.day(o.times().paidAt())) + "22001458860" + number(o);
    }

    static String wechatRefund(Entry e) {
        return "503" + e.refund();
    }

    /** The nine digits that tell an order from all others. */
    private static String number(Order o) {
        int end = o.no().length() - (o.channel() == Channel.TMALL ? 2 : 0);
        return o.no().substring(end - 9, end);
    }
}
