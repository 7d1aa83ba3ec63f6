package io.siyu.pipelines.sample.export;

import io.siyu.pipelines.sample.Stage;
import io.siyu.pipelines.sample.catalogue.Defect;
import io.siyu.pipelines.sample.catalogue.Export;
import io.siyu.pipelines.sample.chance.Dates;
import io.siyu.pipelines.sample.chance.Draw;
import io.siyu.pipelines.sample.drop.Json;
import io.siyu.pipelines.sample.drop.Placed;
import io.siyu.pipelines.sample.person.Cast;
import io.siyu.pipelines.sample.person.Person;
import io.siyu.pipelines.sample.relation.Relation;
import io.siyu.pipelines.sample.trade.Store;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lists of contacts, whole each night (weekly in packed worlds), and the events of contacts made and ended. The
 * extractor stamps {@code _provider}: contacts of the agency carry unionids of the agency's own namespace.
 */
final class ContactRows {
    private static final int COLLISIONS = 200;
    private static final double GONE = 0.3;
    private final Desk desk;
    private final Stage stage;

    ContactRows(Desk desk) {
        this.desk = desk;
        this.stage = desk.stage();
    }

    /** The agency's unionid; of two hundred persons it is, by chance of another world, a unionid of the brand. */
    static String agencyUnionid(Stage stage, Person p) {
        int rank = stage.cast().agency.rankOf(p.id());
        int collisions = Math.min(COLLISIONS, stage.cast().agency.size() / 2);
        int other = stage.cast().agency.idAt((rank + 1) % stage.cast().agency.size());
        return rank < collisions ? Person.unionid(stage.world().seed(), other) : p.agencyUnionid();
    }

    void write(Person p, List<Relation> relations) {
        Draw draw = Draw.at(stage.world().seed(), 72, p.id());
        boolean noted = false;
        for (Relation r : relations) {
            boolean hasMobile = draw.chance(0.6) || stage.cast().wrongRemark.has(p.id());
            line(p, r, hasMobile);
            byte[] row = desk.shard().lineBytes();
            for (int day = Math.max(0, Dates.day(r.beginsAt()));
                    day < stage.world().days();
                    day++) {
                long end = (day + 1) * Dates.DAY - 1;
                boolean collapsed = day == stage.nights().snapshotCollapse() && draw.chance(GONE);
                if (r.holdsAt(end) && stage.nights().hasSnapshot(day) && !collapsed) {
                    Placed placed = desk.shard().again(Export.CONTACT, day, p.id(), row);
                    if (!noted && day != stage.nights().snapshotMissing()) {
                        notes(p, r, placed);
                        noted = true;
                    }
                }
            }
            events(p, r, draw);
        }
    }

    private void line(Person p, Relation r, boolean hasMobile) {
        Cast cast = stage.cast();
        boolean other = cast.otherCompany.has(p.id());
        boolean agency = cast.agency.has(p.id());
        Json json = desk.json().open();
        json.put("_provider", agency ? "agency" : "brand");
        json.open("external_contact");
        json.put("external_userid", p.externalUserid());
        json.put("name", other ? "供应商-" + p.surname() : p.nick());
        json.put("type", other ? 2 : 1);
        json.put("gender", p.female() ? 2 : 1);
        if (!other && !cast.noUnionid.has(p.id())) {
            json.put("unionid", agency ? agencyUnionid(stage, p) : p.unionid());
        }
        if (other) {
            json.put("corp_name", p.place().town() + "某某供应链");
        }
        json.close();
        json.open("follow_info");
        json.put("userid", Store.wecomUserid(r.staff()));
        json.put("remark", p.surname() + p.title() + (p.habits().isHighValue() ? "-VIP" : ""));
        json.put("createtime", stage.dates().epoch(r.beginsAt()));
        json.list("tag_id").text("etSiyu" + (p.id() % 12)).endList();
        json.list("remark_mobiles");
        if (hasMobile && !other) {
            json.text(mobile(p, r));
        }
        json.endList();
        json.put("add_way", r.addWay());
        json.put("oper_userid", r.addWay() == 202 ? Store.wecomUserid(r.staff()) : p.externalUserid());
        json.put("state", r.state());
        json.close().end();
    }

    /** What the guide typed: seven of a hundred times somebody else's number. */
    private String mobile(Person p, Relation r) {
        return stage.cast().wrongRemark.has(p.id())
                ? stage.people()
                        .person((p.id() + 13) % stage.world().persons())
                        .phones()
                        .first()
                : p.phone(r.beginsAt());
    }

    private void notes(Person p, Relation r, @Nullable Placed placed) {
        Cast cast = stage.cast();
        String id = p.externalUserid();
        if (cast.otherCompany.has(p.id())) {
            desk.note(placed, Defect.OTHER_COMPANY_CONTACT, id);
        } else if (cast.noUnionid.has(p.id())) {
            desk.note(placed, Defect.CONTACT_WITHOUT_UNIONID, id);
        } else if (cast.agency.has(p.id())) {
            boolean collides = !agencyUnionid(stage, p).equals(p.agencyUnionid());
            desk.note(placed, Defect.SECOND_UNIONID_SPACE, id);
            if (collides) {
                desk.note(placed, Defect.COLLIDING_UNIONID, agencyUnionid(stage, p));
            }
        }
        if (cast.wrongRemark.has(p.id()) && !cast.otherCompany.has(p.id())) {
            desk.note(placed, Defect.WRONG_REMARK_MOBILE, mobile(p, r));
        }
        if (r.state().startsWith("LDX_REUSED")) {
            desk.note(placed, Defect.STATE_REUSED, r.state());
        }
        if (r.state().length() == 30) {
            desk.note(placed, Defect.STATE_TRUNCATED, r.state());
        }
    }

    private void events(Person p, Relation r, Draw draw) {
        if (r.beginsAt() >= 0) {
            Placed placed = event(p, r, "add_external_contact", r.beginsAt(), draw);
            switch (r.beganBy()) {
                case "readd" -> desk.note(placed, Defect.CONTACT_READDED, p.externalUserid());
                case "transfer" -> desk.note(placed, Defect.CONTACT_TRANSFERRED, p.externalUserid());
                case "inherit" -> desk.note(placed, Defect.CONTACT_INHERITED, p.externalUserid());
                default -> {}
            }
        }
        if (r.endedBy().equals("customer")) {
            desk.note(
                    event(p, r, "del_follow_user", r.endsAt(), draw),
                    Defect.CUSTOMER_DELETED_STAFF,
                    p.externalUserid());
        } else if (r.endedBy().equals("staff")) {
            desk.note(
                    event(p, r, "del_external_contact", r.endsAt(), draw),
                    Defect.STAFF_DELETED_CONTACT,
                    p.externalUserid());
        }
    }

    private @Nullable Placed event(Person p, Relation r, String type, long at, Draw draw) {
        Json json = desk.json().open();
        json.put("event_id", "ev-" + p.id() + "-" + r.staff() + "-" + at + "-" + type.charAt(0));
        json.put("Event", "change_external_contact");
        json.put("ChangeType", type);
        json.put("UserID", Store.wecomUserid(r.staff()));
        json.put("ExternalUserID", p.externalUserid());
        json.put("State", r.state());
        json.put("CreateTime", stage.dates().epoch(at));
        json.end();
        return desk.line(Export.CONTACT_EVENT, Desk.drop(Dates.day(at)), at, p.externalUserid(), draw);
    }
}
