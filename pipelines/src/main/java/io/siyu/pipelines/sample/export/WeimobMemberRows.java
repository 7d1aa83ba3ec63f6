package io.siyu.pipelines.sample.export;

import io.siyu.pipelines.sample.Stage;
import io.siyu.pipelines.sample.catalogue.Export;
import io.siyu.pipelines.sample.chance.Dates;
import io.siyu.pipelines.sample.chance.Draw;
import io.siyu.pipelines.sample.drop.Json;
import io.siyu.pipelines.sample.person.Cast;
import io.siyu.pipelines.sample.person.Person;
import io.siyu.pipelines.sample.trade.Channel;
import io.siyu.pipelines.sample.trade.Order;
import io.siyu.pipelines.sample.trade.Store;
import java.util.List;

/**
 * Weimob's members: who orders there becomes one, and each further order changes the level. A phone, for some a unionid and a
 * card tie the wid to the rest; the guide's phone beside them is not the member's.
 */
final class WeimobMemberRows {
    private final Desk desk;
    private final Stage stage;

    WeimobMemberRows(Desk desk) {
        this.desk = desk;
        this.stage = desk.stage();
    }

    void write(Person p, List<Order> orders) {
        List<Order> own =
                orders.stream().filter(o -> o.channel() == Channel.WEIMOB).toList();
        Draw draw = Draw.at(stage.world().seed(), 84, p.id());
        long growth = 0;
        for (Order o : own) {
            growth += o.payFen() / 100;
            row(p, o, own.get(0).at(), growth);
            desk.line(Export.WEIMOB_MEMBER, Desk.drop(Dates.day(o.at())), o.at(), p.weimobWid(), draw);
        }
    }

    private void row(Person p, Order o, long joined, long growth) {
        Cast cast = stage.cast();
        boolean bound = cast.miniUsers.has(p.id()) && !cast.openidOnly.has(p.id());
        Json json = desk.json().open();
        json.put("wid", Long.parseLong(p.weimobWid()));
        json.put("bosId", Long.parseLong(WeimobRows.MERCHANT));
        json.put("phone", p.phone(o.at()));
        json.put("unionId", bound ? p.unionid() : null);
        json.put("openId", (String) null);
        json.put("appId", (String) null);
        json.put("customCardNo", p.isMemberAt(o.at()) ? p.card() : null);
        json.put("levelName", growth > 2_000 ? "金卡" : "银卡");
        json.put("growth", growth);
        json.put("point", growth / 2);
        json.put("belongVid", Long.parseLong(Shops.vid(p.habits().homeStore())));
        json.put("guiderPhone", stage.people().otherPhone(2, p.habits().homeStore() * Store.STAFF + 1));
        json.put("becomeMemberTime", desk.time(joined));
        json.put("updateTime", stage.dates().epoch(o.at()) * 1000);
        json.end();
    }
}
