package io.siyu.pipelines.sample.export;

import io.siyu.pipelines.sample.catalogue.Defect;
import io.siyu.pipelines.sample.catalogue.Export;
import io.siyu.pipelines.sample.chance.Codes;
import io.siyu.pipelines.sample.chance.Dates;
import io.siyu.pipelines.sample.chance.Draw;
import io.siyu.pipelines.sample.drop.Json;
import io.siyu.pipelines.sample.drop.Placed;
import io.siyu.pipelines.sample.person.Person;
import io.siyu.pipelines.sample.trade.Order;
import java.util.List;

/** Service tickets about orders, and answers to the survey that some buyers get. */
final class ServiceRows {
    private static final String[] TYPES = {
        "售后 / 退换货 / 尺码不合适", "售前 / 咨询 / 尺码", "物流 / 催发货 / 未发货", "售后 / 质量 / 起球", "会员 / 积分 / 未到账"
    };
    private static final String[] WORDS = {"尺码", "物流", "价格", "质量", "客服态度"};
    private final Desk desk;

    ServiceRows(Desk desk) {
        this.desk = desk;
    }

    void write(Person p, List<Order> orders) {
        Draw draw = Draw.at(desk.stage().world().seed(), 76, p.id());
        for (Order o : orders) {
            if (o.at() >= 0 && o.isPaid() && draw.chance(0.05)) {
                ticket(p, o, draw);
            }
            if (o.at() >= 0 && o.isPaid() && draw.chance(0.08)) {
                answer(p, o, draw);
            }
        }
    }

    private void ticket(Person p, Order o, Draw draw) {
        long at = o.times().paidAt() + draw.between(3_600, 6 * 86_400);
        boolean orderInText = draw.chance(0.40);
        boolean phoneInText = draw.chance(0.25);
        String text = (orderInText ? "订单" + o.no() + " " : "") + "麻烦处理一下" + (phoneInText ? "，电话" + p.phone(at) : "");
        String code = "15" + Codes.padded(Math.floorMod(o.no().hashCode() * 31L + p.id(), 100_000_000_000L), 11);
        Json json = desk.json().open();
        json.put("ticketCode", code);
        json.put("ticketTitle", TYPES[draw.below(TYPES.length)].split(" / ")[1]);
        json.put("ticketContent", text);
        json.put("ticketStatus", draw.chance(0.9) ? 3 : 1);
        json.put("ticketLevel", draw.weighted(30, 55, 12, 3));
        json.put("ticketTypeName", TYPES[draw.below(TYPES.length)]);
        json.put("ticketFrom", draw.chance(0.6) ? 3 : 8);
        json.put("createTime", desk.stage().dates().epoch(at) * 1000);
        json.put("updateTime", desk.stage().dates().epoch(at + draw.between(600, 90_000)) * 1000);
        json.put("dealUserName", "客服-" + "甲乙丙丁".charAt(draw.below(4)));
        json.list("resultList");
        if (!orderInText) {
            json.item()
                    .put("title", "订单号")
                    .put("value", draw.chance(0.5) ? o.no() : "")
                    .close();
        }
        json.endList().end();
        Placed placed = desk.line(Export.TICKET, Desk.drop(Dates.day(at)), at, code, draw);
        if (orderInText) {
            desk.note(placed, Defect.ORDER_IN_TEXT, o.no());
        }
        if (phoneInText) {
            desk.note(placed, Defect.PHONE_IN_TEXT, p.phone(at));
        }
    }

    private void answer(Person p, Order o, Draw draw) {
        long at = o.times().paidAt() + draw.between(86_400, 9 * 86_400);
        boolean anonymous = draw.chance(0.30);
        String mood =
                draw.chance(0.6) ? "(空)" : WORDS[draw.below(5)] + (draw.chance(0.4) ? "┋" + WORDS[draw.below(5)] : "");
        String[] cells = {
            Long.toString(Math.floorMod(o.no().hashCode(), 1_000_000_000L)),
            desk.time(at).replace('-', '/'),
            draw.between(20, 240) + "秒",
            "微信",
            anonymous ? "直接访问" : "src_" + (draw.chance(0.5) ? p.unionid() : o.no()),
            "10.0." + draw.below(256) + "." + draw.below(256) + "("
                    + p.place().province().replace("省", "") + "-" + p.place().town() + ")",
            draw.chance(0.02)
                    ? "(跳过)"
                    : Integer.toString(Math.max(0, 10 - draw.weighted(30, 22, 18, 10, 7, 5, 3, 2, 1, 1, 1))),
            mood,
            anonymous || draw.chance(0.3) ? "(跳过)" : p.phone(at)
        };
        Placed placed = desk.shard().row(Export.NPS, Dates.day(at), at, cells);
        if (anonymous) {
            desk.note(placed, Defect.ANONYMOUS_ANSWER, cells[0]);
        }
    }
}
