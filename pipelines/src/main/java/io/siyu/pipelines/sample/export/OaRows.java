package io.siyu.pipelines.sample.export;

import io.siyu.pipelines.sample.World;
import io.siyu.pipelines.sample.catalogue.Defect;
import io.siyu.pipelines.sample.catalogue.Export;
import io.siyu.pipelines.sample.chance.Dates;
import io.siyu.pipelines.sample.chance.Draw;
import io.siyu.pipelines.sample.drop.Json;
import io.siyu.pipelines.sample.drop.Placed;
import io.siyu.pipelines.sample.person.Person;
import org.jspecify.annotations.Nullable;

/** Followers of the official account. Who unfollows comes without a unionid, until following again. */
final class OaRows {
    private static final String[] SCENES = {
        "ADD_SCENE_QR_CODE", "ADD_SCENE_SEARCH", "ADD_SCENE_PROFILE_CARD", "ADD_SCENE_PAID", "ADD_SCENE_OTHERS"
    };
    private final Desk desk;

    OaRows(Desk desk) {
        this.desk = desk;
    }

    void write(Person p) {
        if (!desk.stage().cast().followers.has(p.id())) {
            return;
        }
        int days = desk.stage().world().days();
        Draw draw = Draw.at(desk.stage().world().seed(), 77, p.id());
        long at = (draw.chance(0.8) ? -draw.between(1, World.HISTORY) : draw.below(days)) * Dates.DAY + 50_000;
        String scene = SCENES[draw.below(SCENES.length)];
        row(p, true, at, at, scene, draw);
        boolean again = draw.chance(0.05);
        if (again || draw.chance(0.08 * days / 120)) {
            long left = Math.max(0, at) + draw.between(3_600, Math.max(7_200, days * 43_200));
            row(p, false, at, left, scene, draw);
            if (again) {
                long back = left + draw.between(86_400, 10 * 86_400);
                desk.note(row(p, true, back, back, scene, draw), Defect.OA_REFOLLOWED, p.oaOpenid());
            }
        }
    }

    private @Nullable Placed row(Person p, boolean follows, long since, long at, String scene, Draw draw) {
        Json json = desk.json().open();
        json.put("appid", "wxsiyu0002");
        json.put("subscribe", follows ? 1 : 0);
        json.put("openid", p.oaOpenid());
        if (follows) {
            boolean qr = scene.equals("ADD_SCENE_QR_CODE");
            json.put("unionid", p.unionid());
            json.put("language", "zh_CN");
            json.put("subscribe_time", desk.stage().dates().epoch(since));
            json.list("tagid_list").endList();
            json.put("subscribe_scene", scene);
            json.put("qr_scene", 0);
            json.put("qr_scene_str", qr ? "STORE" + (p.habits().homeStore() + 1) + "_TABLE" : "");
        }
        json.put("_pulled_at", desk.time(at));
        json.end();
        return desk.line(Export.OA_USER, Desk.drop(Dates.day(at)), at, p.oaOpenid(), draw);
    }
}
