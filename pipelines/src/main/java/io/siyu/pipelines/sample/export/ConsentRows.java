package io.siyu.pipelines.sample.export;

import io.siyu.pipelines.sample.catalogue.Defect;
import io.siyu.pipelines.sample.catalogue.Export;
import io.siyu.pipelines.sample.chance.Dates;
import io.siyu.pipelines.sample.chance.Draw;
import io.siyu.pipelines.sample.drop.Json;
import io.siyu.pipelines.sample.drop.Placed;
import io.siyu.pipelines.sample.person.Person;
import io.siyu.pipelines.sample.relation.Relation;
import io.siyu.pipelines.sample.trade.Store;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What members agreed to and took back, and which guide a member is bound to. */
final class ConsentRows {
    private final Desk desk;

    ConsentRows(Desk desk) {
        this.desk = desk;
    }

    void write(Person p) {
        boolean withdraws = desk.stage().cast().withdrawn.has(p.id());
        boolean deletes = desk.stage().cast().deletion.has(p.id());
        Draw draw = Draw.at(desk.stage().world().seed(), 78, p.id());
        String type = p.isMember() ? "member_id" : "unionid";
        String id = p.isMember() ? p.memberId() : p.unionid();
        if (p.isMember()) {
            row(type, id, "marketing", "granted", p.joined(), draw);
        }
        int days = desk.stage().world().days();
        long from = Math.max(3_600, p.isMember() ? p.joined() : 0);
        long at = from + (long) (draw.unit() * Math.max(1, days * Dates.DAY - 3_600 - from));
        if (withdraws) {
            desk.note(row(type, id, "marketing", "withdrawn", at, draw), Defect.CONSENT_WITHDRAWN, id);
        }
        if (deletes) {
            desk.note(row(type, id, "all", "deletion_requested", at, draw), Defect.DELETION_REQUEST, id);
        }
    }

    void binding(Person p, List<Relation> relations) {
        if (!p.isMember()) {
            return;
        }
        for (Relation r : relations) {
            long at = Math.max(p.joined(), r.beginsAt());
            String until = r.endedBy().equals("inherit") || r.endedBy().equals("transfer") ? desk.time(r.endsAt()) : "";
            String[] cells = {
                p.memberId(), Store.staffNo(r.staff()), r.beganBy(), desk.time(at), "", desk.time(at + 90 * Dates.DAY)
            };
            desk.shard().row(Export.GUIDE_BINDING, Desk.drop(Dates.day(at)), at, cells);
            if (!until.isEmpty() && r.endsAt() > at) {
                cells[4] = until;
                desk.shard().row(Export.GUIDE_BINDING, Desk.drop(Dates.day(r.endsAt())), r.endsAt(), cells);
            }
        }
    }

    private @Nullable Placed row(String type, String id, String purpose, String status, long at, Draw draw) {
        Json json = desk.json().open();
        json.put("id_type", type);
        json.put("id", id);
        json.put("purpose", purpose);
        json.put("channel", "mini_program");
        json.put("status", status);
        json.put("version", "2026-03");
        json.put("ts", desk.time(at));
        json.end();
        return desk.line(Export.CONSENT, Desk.drop(Dates.day(at)), at, id, draw);
    }
}
