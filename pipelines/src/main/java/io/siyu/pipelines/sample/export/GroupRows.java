package io.siyu.pipelines.sample.export;

import io.siyu.pipelines.sample.Stage;
import io.siyu.pipelines.sample.catalogue.Defect;
import io.siyu.pipelines.sample.catalogue.Export;
import io.siyu.pipelines.sample.chance.Codes;
import io.siyu.pipelines.sample.chance.Dates;
import io.siyu.pipelines.sample.chance.Draw;
import io.siyu.pipelines.sample.drop.Json;
import io.siyu.pipelines.sample.drop.Placed;
import io.siyu.pipelines.sample.person.Person;
import io.siyu.pipelines.sample.trade.Store;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Customer groups of thirty to two hundred members, whole each night (weekly in packed worlds): mostly contacts, a quarter
 * known by unionid only, the store's staff and often a robot.
 */
public final class GroupRows {
    private static final int[] SIZES = {30, 45, 60, 90, 120, 200};
    private static final int ROUND = 545;
    private final Desk desk;
    private final Stage stage;

    public GroupRows(Desk desk) {
        this.desk = desk;
        this.stage = desk.stage();
    }

    /** How many groups a world has. */
    public static int count(Stage stage) {
        return Math.max(1, (members(stage) + ROUND - 1) / ROUND * SIZES.length);
    }

    private static int members(Stage stage) {
        return stage.cast().groupedContacts.size() + stage.cast().groupedOthers.size();
    }

    /** A member and the days in between which he or she is in the group. */
    private record Member(Person person, boolean isContact, long joined, long left) {
        boolean isInAt(long at) {
            return joined <= at && at < left;
        }
    }

    public void write(int group) {
        Draw draw = Draw.at(stage.world().seed(), 94, group);
        List<Member> members = members(group, draw);
        if (members.isEmpty()) {
            return;
        }
        int store = draw.below(stage.stores());
        int owner = store * Store.STAFF + 1;
        String chat = "wr" + Codes.letters(stage.world().seed(), 95, group, 30);
        boolean noted = false;
        for (int day = 0; day < stage.world().days(); day++) {
            if (stage.nights().hasSnapshot(day)) {
                line(group, chat, owner, members, (day + 1) * Dates.DAY - 1);
                Placed placed = desk.shard().line(Export.GROUP, day, group);
                if (!noted) {
                    note(group, members, (day + 1) * Dates.DAY - 1, placed);
                    noted = true;
                }
            }
            if (day % 7 == 4) {
                send(chat, owner, day);
            }
        }
        truth(chat, members);
    }

    private List<Member> members(int group, Draw draw) {
        int from = group / SIZES.length * ROUND;
        for (int i = 0; i < group % SIZES.length; i++) {
            from += SIZES[i];
        }
        int to = Math.min(from + SIZES[group % SIZES.length], members(stage));
        int contacts = stage.cast().groupedContacts.size();
        List<Member> found = new ArrayList<>();
        int days = stage.world().days();
        for (int i = from; i < to; i++) {
            int place = (int) ((long) i * 7_919 % members(stage));
            boolean contact = place < contacts;
            int id = contact
                    ? stage.cast().groupedContacts.idAt(place)
                    : stage.cast().groupedOthers.idAt(place - contacts);
            long joined = (draw.chance(0.7) ? -draw.between(1, 200) : draw.below(days)) * Dates.DAY + 40_000;
            long left = draw.chance(0.1) ? Math.max(0, joined) + draw.between(1, days) * Dates.DAY : Dates.NEVER;
            found.add(new Member(stage.people().person(id), contact, joined, left));
        }
        return found;
    }

    private void line(int group, String chat, int owner, List<Member> members, long at) {
        Store store = stage.store(Store.ofStaff(owner));
        long made = stage.dates().epoch(-250 * Dates.DAY);
        Json json = desk.json().open().open("group_chat");
        json.put("chat_id", chat);
        json.put("name", store.name() + "福利群" + (group + 1));
        json.put("owner", Store.wecomUserid(owner));
        json.put("create_time", made);
        json.list("member_list");
        member(json, Store.wecomUserid(owner), 1, null, made, 1);
        member(json, Store.wecomUserid(owner + 1), 1, null, made, 1);
        if (group % 2 == 0) {
            member(json, "wb" + Codes.letters(stage.world().seed(), 96, group, 20), 1, null, made, 1);
        }
        for (Member m : members) {
            if (m.isInAt(at)) {
                boolean bare = stage.cast().noUnionid.has(m.person().id());
                member(
                        json,
                        m.person().externalUserid(),
                        2,
                        bare ? null : m.person().unionid(),
                        stage.dates().epoch(m.joined()),
                        3);
            }
        }
        json.endList().put("member_version", "v" + at).close().end();
    }

    private static void member(Json json, String userid, int type, @Nullable String unionid, long joined, int scene) {
        json.item().put("userid", userid).put("type", type);
        if (unionid != null) {
            json.put("unionid", unionid);
        }
        json.put("join_time", joined).put("join_scene", scene).close();
    }

    private void note(int group, List<Member> members, long at, @Nullable Placed placed) {
        desk.note(placed, Defect.STAFF_IN_GROUP, "two of the store's staff");
        if (group % 2 == 0) {
            desk.note(placed, Defect.ROBOT_IN_GROUP, "one robot");
        }
        for (Member m : members) {
            if (!m.isContact() && m.isInAt(at)) {
                desk.note(placed, Defect.MEMBER_NOT_CONTACT, m.person().externalUserid());
            }
        }
    }

    private void send(String chat, int owner, int day) {
        long at = day * Dates.DAY + 72_000;
        Json json = desk.json().open();
        json.put("kind", "groupchat");
        json.put("msgid", "grp" + day);
        json.put("campaign_code", "GROUP-" + stage.dates().digits(day));
        json.put("chat_id", chat);
        json.put("userid", Store.wecomUserid(owner));
        json.put("status", 1);
        json.put("send_time", stage.dates().epoch(at));
        json.end();
        desk.shard().line(Export.SEND, day, at);
    }

    private void truth(String chat, List<Member> members) {
        for (Member m : members) {
            if (Dates.day(m.joined()) < stage.world().days()) {
                boolean ended = Dates.day(m.left()) < stage.world().days();
                desk.shard()
                        .truth(
                                Export.TRUTH_RELATION,
                                "group",
                                Integer.toString(m.person().id()),
                                chat,
                                m.person().externalUserid(),
                                desk.time(m.joined()),
                                ended ? desk.time(m.left()) : "",
                                "scan",
                                ended ? "left" : "");
            }
        }
    }
}
