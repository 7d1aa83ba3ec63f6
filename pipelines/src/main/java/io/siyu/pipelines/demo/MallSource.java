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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The mini-program mall: its orders and return applications. */
final class MallSource {
    private MallSource() {}

    /** The orders that changed on one day: made, then sent or closed, then finished. */
    static List<String> orders(List<Order> orders, LocalDate day) {
        List<String> lines = new ArrayList<>();
        for (Order o : orders) {
            Person buyer = o.buyer();
            if (buyer == null || o.channel() != Channel.MALL) {
                continue;
            }
            if (o.ageOn(day) == 0) {
                lines.add(order(o, buyer, o.isPaid() ? 1 : 0, o.isPaid() ? o.paidAt() : o.at()));
            } else if (o.ageOn(day) == 1) {
                lines.add(order(o, buyer, o.isPaid() ? 2 : 4, day.atTime(16, 5)));
            } else if (o.ageOn(day) == 6 && o.isPaid()) {
                lines.add(order(o, buyer, 3, day.atTime(20, 30)));
            }
        }
        return lines;
    }

    /** The return applications that changed on one day. */
    static List<String> refunds(List<Order> orders, LocalDate day) {
        List<String> lines = new ArrayList<>();
        for (Order o : orders) {
            Person buyer = o.buyer();
            if (buyer == null || o.channel() != Channel.MALL || o.asked() == null) {
                continue;
            }
            if (o.asked().toLocalDate().equals(day)) {
                lines.add(refund(o, buyer, o.asked(), 0, o.asked()));
            }
            LocalDateTime handled = o.refunded() == null ? o.asked().plusDays(2) : o.refunded();
            if (handled.toLocalDate().equals(day)) {
                lines.add(refund(o, buyer, o.asked(), o.refunded() == null ? 3 : 2, handled));
            }
        }
        return lines;
    }

    /** The order with the mall's {@code status}, reached at {@code updated}; 0 and 4 stand for unpaid and closed. */
    private static String order(Order o, Person buyer, int status, LocalDateTime updated) {
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        for (Line l : o.lines()) {
            items.add(map(
                    "sku_code",
                    l.sku().code(),
                    "price",
                    yuan(l.sku().priceFen()),
                    "quantity",
                    l.quantity(),
                    "integration_amount",
                    0,
                    "real_amount",
                    yuan(l.payFen()),
                    "is_present",
                    l.sku().isGift()));
        }
        return json(map(
                "order_sn",
                o.no(),
                "order_type",
                "0",
                "member_id",
                mallMember(buyer),
                "openid",
                buyer.openid(),
                "unionid",
                buyer.unionid(),
                "is_staff",
                o.no().endsWith("50"),
                "total_amount",
                yuan(o.listFen()),
                "promotion_amount",
                yuan(o.listFen() - o.goodsFen()),
                "coupon_amount",
                0,
                "integration_amount",
                0,
                "freight_amount",
                yuan(o.postageFen()),
                "pay_amount",
                yuan(o.goodsFen() + o.postageFen()),
                "status",
                status,
                "create_time",
                time(o.at()),
                "payment_time",
                o.isPaid() ? time(o.paidAt()) : null,
                "update_time",
                time(updated),
                "receiver_phone",
                buyer.phone(),
                "items",
                items));
    }

    private static String refund(Order o, Person buyer, LocalDateTime asked, int status, LocalDateTime updated) {
        Line line = o.lines().get(0);
        return json(map(
                "return_id",
                "R" + o.no(),
                "order_sn",
                o.no(),
                "member_id",
                mallMember(buyer),
                "openid",
                buyer.openid(),
                "unionid",
                buyer.unionid(),
                "sku_code",
                line.sku().code(),
                "quantity",
                line.quantity(),
                "return_amount",
                yuan(line.payFen()),
                "status",
                status,
                "create_time",
                time(asked),
                "handle_time",
                status < 2 ? null : time(updated),
                "update_time",
                time(updated)));
    }

    /** Every fourth buyer of the mall has not logged in as a member. */
    private static String mallMember(Person buyer) {
        return buyer.no() % 4 == 0 ? "0" : buyer.memberId();
    }
}
