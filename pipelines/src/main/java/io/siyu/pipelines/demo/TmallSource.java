package io.siyu.pipelines.demo;

import static io.siyu.pipelines.demo.Texts.json;
import static io.siyu.pipelines.demo.Texts.map;
import static io.siyu.pipelines.demo.Texts.time;
import static io.siyu.pipelines.demo.Texts.yuan;

import io.siyu.pipelines.demo.Order.Line;
import io.siyu.pipelines.demo.Person.Channel;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** The Tmall shop: its seller console's export and its refunds. */
final class TmallSource {
    private static final int REEXPORTED_DAYS = 7;
    private static final List<String> HEADER = List.of(
            "订单编号",
            "买家会员名",
            "买家支付宝账号",
            "买家应付货款",
            "买家应付邮费",
            "总金额",
            "买家实际支付金额",
            "订单状态",
            "收货人姓名",
            "收货地址",
            "联系手机",
            "订单创建时间",
            "订单付款时间",
            "宝贝标题",
            "宝贝总数量",
            "订单备注",
            "店铺名称",
            "订单关闭原因",
            "天猫卡券抵扣");

    private TmallSource() {}

    /** The main-order export made after the end of {@code day}: the orders of the last week in their present state. */
    static List<List<String>> export(List<Order> orders, LocalDate day) {
        List<List<String>> rows = new ArrayList<>(List.of(HEADER));
        for (Order o : orders) {
            Person buyer = o.buyer();
            if (buyer != null && o.channel() == Channel.TMALL && o.ageOn(day) < REEXPORTED_DAYS) {
                rows.add(row(o, buyer, day));
            }
        }
        return rows;
    }

    /** The refunds that changed on one day. */
    static List<String> refunds(List<Order> orders, LocalDate day) {
        List<String> lines = new ArrayList<>();
        for (Order o : orders) {
            Person buyer = o.buyer();
            if (buyer == null || o.channel() != Channel.TMALL || o.asked() == null) {
                continue;
            }
            if (o.asked().toLocalDate().equals(day)) {
                lines.add(refund(o, buyer, o.asked(), "WAIT_SELLER_AGREE", o.asked()));
            }
            if (o.refunded() != null && o.refunded().toLocalDate().equals(day)) {
                lines.add(refund(o, buyer, o.asked(), "SUCCESS", o.refunded()));
            }
        }
        return lines;
    }

    private static List<String> row(Order o, Person buyer, LocalDate day) {
        long age = o.ageOn(day);
        String status = !o.isPaid()
                ? age == 0 ? "等待买家付款" : "交易关闭"
                : o.isRefundedBy(day) ? "交易关闭" : age == 0 ? "买家已付款，等待卖家发货" : age < 5 ? "卖家已发货，等待买家确认" : "交易成功";
        long coupon = o.isPaid() && o.goodsFen() > 50_000 && o.at().getSecond() < 10 ? 1_000 : 0;
        return List.of(
                "=\"" + o.no() + "\"",
                buyer.nick(),
                "",
                yuan(o.listFen()).toString(),
                yuan(o.postageFen()).toString(),
                yuan(o.listFen() + o.postageFen()).toString(),
                yuan(o.isPaid() ? o.goodsFen() + o.postageFen() - coupon : 0).toString(),
                status,
                buyer.name().substring(0, 1) + "**",
                o.store().city() + "市 某某街道 ****(000000)",
                "'" + buyer.maskedPhone(),
                time(o.at()),
                o.isPaid() ? time(o.paidAt()) : "",
                String.join("，", o.lines().stream().map(l -> l.sku().name()).toList()),
                Integer.toString(o.lines().stream().mapToInt(Line::quantity).sum()),
                o.at().getSecond() == 59 ? "员工内购" : "",
                Shelf.SHOP,
                status.equals("交易关闭") ? o.isPaid() ? "退款" : "买家未付款" : "订单未关闭",
                coupon == 0 ? "-" : yuan(coupon) + "元");
    }

    private static String refund(Order o, Person buyer, LocalDateTime asked, String status, LocalDateTime modified) {
        return json(map(
                "refund_id",
                "88" + o.no(),
                "tid",
                o.no(),
                "oid",
                o.no(),
                "seller_nick",
                Shelf.SHOP,
                "buyer_nick",
                buyer.nick(),
                "outer_id",
                o.lines().get(0).sku().code(),
                "num",
                Integer.toString(o.lines().get(0).quantity()),
                "refund_fee",
                yuan(o.lines().get(0).payFen()).toString(),
                "status",
                status,
                "created",
                time(asked),
                "modified",
                time(modified),
                "reason",
                "不喜欢/不想要"));
    }
}
