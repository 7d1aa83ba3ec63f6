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
import io.siyu.pipelines.sample.relation.Visit;
import io.siyu.pipelines.sample.trade.Shelf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people do in the mini program, as Sensors' collector stores it: client time in milliseconds, receive time beside. */
final class EventRows {
    private static final int DEVICES = 40;
    private final Desk desk;
    private final Stage stage;

    EventRows(Desk desk) {
        this.desk = desk;
        this.stage = desk.stage();
    }

    /** Who is behind the phone during a visit. */
    private record Who(Person person, String device, boolean shared, boolean second, boolean union, boolean login) {}

    void write(Person p, List<Visit> visits) {
        Draw draw = Draw.at(stage.world().seed(), 73, p.id());
        boolean[] noted = new boolean[2];
        for (Visit visit : visits) {
            Who who = who(p, visit, draw);
            int pages = draw.geometric(2.6) + (visit.buys() ? 2 : 0);
            long at = visit.at();
            Placed first = event(who, visit, "$MPLaunch", at, draw);
            note(who, visit, first, noted);
            for (int i = 0; i < Math.min(pages, 9); i++) {
                at += draw.between(3, 70);
                event(who, visit, "$MPViewScreen", at, draw);
            }
            if (visit.buys() || draw.chance(0.12)) {
                at += draw.between(2, 30);
                event(who, visit, "addToCart", at, draw);
            }
            if (draw.chance(0.05)) {
                event(who, visit, "$MPShare", at + 2, draw);
            }
            event(who, visit, "$MPHide", at + draw.between(5, 120), draw);
        }
    }

    private Who who(Person p, Visit visit, Draw draw) {
        Cast cast = stage.cast();
        int onIpad = cast.sharedDevice.rankOf(p.id());
        boolean shared = onIpad >= 0 && draw.chance(0.35);
        boolean second = cast.twoWechats.has(p.id()) && draw.chance(0.5);
        int bare = cast.openidOnly.rankOf(p.id());
        boolean bound = bare < 0
                || (bare % 2 == 0 && Dates.day(visit.at()) >= stage.nights().switchOver());
        int devices = Math.min(DEVICES, Math.max(2, cast.sharedDevice.size() / 5));
        String device = shared ? "1700000000000-ipad-" + onIpad % devices : second ? p.deviceId() + "2" : p.deviceId();
        return new Who(p, device, shared, second, bound, p.isMemberAt(visit.at()) && draw.chance(0.7));
    }

    private void note(Who who, Visit visit, @Nullable Placed first, boolean[] noted) {
        if (who.shared()) {
            desk.note(first, Defect.SHARED_DEVICE, who.device());
        }
        if (!who.union() && !who.second() && !noted[0]) {
            desk.note(first, Defect.OPENID_WITHOUT_UNIONID, who.person().openid());
            noted[0] = true;
        }
        if (who.second() && !noted[1]) {
            desk.note(first, Defect.TWO_WECHATS, who.person().secondOpenid());
            noted[1] = true;
        }
        if (visit.touch().startsWith("F")) {
            desk.note(first, Defect.CLICK_WITHOUT_SEND, visit.campaign());
        }
        if (visit.scene().channel().isEmpty()) {
            desk.note(first, Defect.UNKNOWN_SCENE, "wx-" + visit.scene().code());
        }
    }

    private @Nullable Placed event(Who who, Visit visit, String name, long at, Draw draw) {
        int day = Dates.day(at);
        if (day < 0 || (day == stage.nights().fewEvents() && draw.chance(0.5))) {
            return null;
        }
        long real = stage.dates().epoch(at) * 1000 + draw.below(1000);
        double u = draw.unit();
        long client = real;
        Defect wrong = null;
        if (u < 0.005) {
            client = real + (draw.chance(0.5) ? 1 : -1) * (86_400_000L + draw.below(300_000_000));
            wrong = Defect.CLOCK_OFF;
        } else if (u < 0.0055) {
            client = draw.chance(0.5) ? draw.below(1_000_000_000) : real + 400L * 86_400_000L;
            wrong = Defect.CLOCK_ABSURD;
        } else if (u < 0.0057) {
            client = real / 1000;
            wrong = Defect.SECONDS_FOR_MILLIS;
        }
        json(who, visit, name, client, real, draw);
        Placed placed = desk.line(Export.EVENT, day, at, who.device(), draw);
        if (wrong != null) {
            desk.note(placed, wrong, Long.toString(client));
        }
        return placed;
    }

    private void json(Who who, Visit visit, String name, long client, long received, Draw draw) {
        Person p = who.person();
        Json json = desk.json().open();
        json.put("_track_id", draw.next() >>> 33);
        json.put("type", "track");
        json.put("event", name);
        json.put("time", client);
        json.put("_flush_time", client + 600);
        json.put("recv_time", received + 900);
        json.put("distinct_id", who.login() ? p.memberId() : who.device());
        json.put("anonymous_id", who.device());
        json.open("identities");
        if (who.login()) {
            json.put("$identity_login_id", p.memberId());
        }
        json.put("$identity_mp_id", who.device());
        json.put("$identity_mp_wxsiyu0001_openid", who.second() ? p.secondOpenid() : p.openid());
        if (who.union()) {
            json.put("$identity_mp_unionid", who.second() ? p.secondUnionid() : p.unionid());
        }
        json.close();
        json.open("lib")
                .put("$lib", "MiniProgram")
                .put("$lib_version", "1.22.8")
                .close();
        json.open("properties");
        boolean enters = name.equals("$MPLaunch");
        json.put(enters ? "$scene" : "$latest_scene", "wx-" + visit.scene().code());
        if (name.equals("$MPViewScreen") || name.equals("addToCart")) {
            json.put("$url_path", "pages/goods/detail");
            json.put("sku_code", Shelf.sku(draw.below(500)).code());
        } else {
            json.put("$url_path", "pages/index/index");
        }
        if (enters && !visit.touch().isEmpty()) {
            json.put("$url_query", "touch=" + visit.touch() + "&campaign=" + visit.campaign());
        }
        json.put("$timezone_offset", -480);
        json.close().put("project", "retail").end();
    }
}
