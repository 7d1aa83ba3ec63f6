package io.siyu.pipelines.sample.export;

import io.siyu.pipelines.sample.catalogue.Export;
import io.siyu.pipelines.sample.chance.Dates;
import io.siyu.pipelines.sample.chance.Draw;
import io.siyu.pipelines.sample.drop.Json;
import io.siyu.pipelines.sample.person.Person;
import io.siyu.pipelines.sample.relation.Relation;
import io.siyu.pipelines.sample.trade.Store;
import java.util.List;

/** The message archive's metadata of conversations between contacts and guides; no content. */
final class MessageRows {
    private static final String[] TYPES = {"text", "text", "text", "image", "voice", "weapp", "link"};
    private final Desk desk;

    MessageRows(Desk desk) {
        this.desk = desk;
    }

    void write(Person p, List<Relation> relations) {
        Draw draw = Draw.at(desk.stage().world().seed(), 79, p.id());
        double days = desk.stage().world().days();
        for (Relation r : relations) {
            double at = draw.exponential(45) * Dates.DAY;
            while (at < days * Dates.DAY) {
                if (r.holdsAt((long) at)) {
                    talk(p, r, (long) at, draw);
                }
                at += Dates.DAY + draw.exponential(40) * Dates.DAY;
            }
        }
    }

    private void talk(Person p, Relation r, long begin, Draw draw) {
        long at = (long) Dates.day(begin) * Dates.DAY + 36_000 + draw.below(36_000);
        int messages = draw.geometric(4);
        for (int i = 0; i < messages; i++) {
            boolean fromCustomer = i % 2 == 0;
            long millis = desk.stage().dates().epoch(at) * 1000 + draw.below(1000);
            Json json = desk.json().open();
            json.put("seq", millis * 8 + draw.below(8));
            json.put("msgid", "88" + (draw.next() >>> 20) + "_" + millis + "_external");
            json.put("action", "send");
            json.put("from", fromCustomer ? p.externalUserid() : Store.wecomUserid(r.staff()));
            json.list("tolist")
                    .text(fromCustomer ? Store.wecomUserid(r.staff()) : p.externalUserid())
                    .endList();
            json.put("roomid", "");
            json.put("msgtime", millis);
            json.put("msgtype", TYPES[draw.below(TYPES.length)]);
            json.put("length", draw.between(2, 60));
            json.end();
            desk.line(Export.MESSAGE, Dates.day(at), at, p.externalUserid(), draw);
            at += fromCustomer ? (long) draw.logNormal(180, 1.2) : draw.between(10, 240);
        }
    }
}
