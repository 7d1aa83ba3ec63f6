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

/** The stores' tills, as Pospal's interface gives their tickets. */
final class TillSource {
    private TillSource() {}

    /** The tickets of one day, returns of earlier days' tickets among them. */
    static List<String> tickets(List<Order> orders, LocalDate day) {
        List<String> lines = new ArrayList<>();
        for (Order o : orders) {
            if (o.channel() == Channel.STORE && o.day().equals(day)) {
                lines.add(ticket(o));
            }
            if (o.channel() == Channel.STORE
                    && o.asked() != null
                    && o.asked().toLocalDate().equals(day)) {
                lines.add(returnTicket(o, o.asked()));
            }
        }
        return lines;
    }

    /** A till ticket; the odd fen of the total are let go (抹零). */
    private static String ticket(Order o) {
        long total = o.goodsFen() / 100 * 100;
        return pospal(o, o.no(), "SELL", o.at(), total, o.goodsFen() - total, "", 1);
    }

    /** A return ticket for the whole ticket; every third does not say for which. */
    private static String returnTicket(Order o, LocalDateTime at) {
        String original = o.no().hashCode() % 3 == 0 ? "" : o.no();
        return pospal(o, o.no() + "9", "SELL_RETURN", at, -(o.goodsFen() / 100 * 100), 0, original, -1);
    }

    private static String pospal(
            Order o, String sn, String type, LocalDateTime at, long total, long rounding, String original, int sign) {
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        for (Line l : o.lines()) {
            items.add(map(
                    "productUid",
                    l.sku().posUid(),
                    "name",
                    l.sku().name(),
                    "sellPrice",
                    yuan(l.sku().priceFen()),
                    "quantity",
                    sign * l.quantity(),
                    "totalAmount",
                    yuan(sign * l.payFen())));
        }
        return json(map(
                "store_code",
                o.store().code(),
                "sn",
                sn,
                "cashierUid",
                "87331200445566" + o.store().code().substring(1) + "88",
                "customerUid",
                o.buyer() == null ? null : o.buyer().posUid(),
                "datetime",
                time(at),
                "totalAmount",
                yuan(total),
                "rounding",
                yuan(rounding),
                "ticketType",
                type,
                "invalid",
                sign > 0 && sn.endsWith("77") ? 1 : 0,
                "originalSn",
                original,
                "payments",
                List.of(map("code", "payCode_13", "amount", yuan(total))),
                "items",
                items));
    }
}
