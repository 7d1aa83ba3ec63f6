package io.siyu.pipelines.sample.export;

import io.siyu.pipelines.sample.Stage;
import io.siyu.pipelines.sample.catalogue.Defect;
import io.siyu.pipelines.sample.catalogue.Export;
import io.siyu.pipelines.sample.chance.Dates;
import io.siyu.pipelines.sample.chance.Draw;
import io.siyu.pipelines.sample.drop.Json;
import io.siyu.pipelines.sample.trade.Store;

/** What is counted or sent each day whoever buys: guides' behaviour, moments, articles, and bots in the mini program. */
final class DailyRows {
    private static final String[] TITLES = {"秋冬上新", "会员日", "一件羊绒衫的来历", "穿搭笔记", "门店快闪", "本周好价"};
    private static final int TOLD = 7;
    private final Desk desk;
    private final Stage stage;

    DailyRows(Desk desk) {
        this.desk = desk;
        this.stage = desk.stage();
    }

    void write() {
        int bots = Math.max(1, stage.world().persons() / 5_000);
        for (int day = 0; day < stage.world().days(); day++) {
            Draw draw = Draw.at(stage.world().seed(), 92, day);
            for (int staff = 0; staff < stage.staff(); staff++) {
                if (staff % Store.STAFF == 1 || staff % Store.STAFF == 2) {
                    behaviour(day, staff, draw);
                }
            }
            articles(day);
            for (int bot = 0; bot < bots; bot++) {
                bot(day, bot, draw);
            }
        }
    }

    private void behaviour(int day, int staff, Draw draw) {
        if (stage.leavesAt(staff) <= day * Dates.DAY) {
            return;
        }
        int chats = draw.chance(0.3) ? 0 : draw.geometric(8);
        Json json = desk.json().open();
        json.put("_req_userid", Store.wecomUserid(staff));
        json.put("stat_time", stage.dates().epoch(day * Dates.DAY));
        json.put("chat_cnt", chats);
        json.put("message_cnt", chats * draw.between(2, 6));
        if (chats > 0) {
            json.yuan("reply_percentage", draw.between(6_000, 10_000));
            json.put("avg_reply_time", draw.between(1, 90));
        }
        json.put("negative_feedback_cnt", draw.chance(0.05) ? 1 : 0);
        json.put("new_apply_cnt", draw.below(4));
        json.put("new_contact_cnt", draw.below(3));
        json.end();
        desk.shard().line(Export.BEHAVIOR, day, staff);
        if (day % 7 == 2 && staff % 4 == 1) {
            moment(day, staff);
        }
    }

    private void moment(int day, int staff) {
        Json json = desk.json().open();
        json.put("kind", "moment");
        json.put("msgid", "mom" + day + "-" + staff);
        json.put("campaign_code", "MOMENT-" + stage.dates().digits(day));
        json.put("creator", Store.wecomUserid(staff));
        json.put("create_type", 1);
        json.put("create_time", stage.dates().epoch(day * Dates.DAY + 43_200));
        json.put("userid", Store.wecomUserid(staff));
        json.put("publish_status", 1);
        json.end();
        desk.shard().line(Export.SEND, day, day * Dates.DAY + 43_200);
    }

    /** Each article's readers, added up day by day for a week. */
    private void articles(int day) {
        for (int age = 0; age < TOLD && age <= day; age++) {
            int sent = day - age;
            if (sent % 3 == 0) {
                Draw draw = Draw.at(stage.world().seed(), 93, sent);
                long target = stage.world().persons() * 3L / 10;
                long readers = (long) (target * (0.02 + 0.04 * draw.unit()) * (1 - StrictMath.exp(-(age + 1) / 1.5)));
                desk.shard()
                        .row(
                                Export.OA_ARTICLE,
                                day,
                                sent,
                                stage.dates().date(sent),
                                (2_000_000_000L + sent) + "_1",
                                TITLES[sent / 3 % TITLES.length],
                                stage.dates().date(day),
                                Long.toString(target),
                                Long.toString(readers),
                                Long.toString(readers * 13 / 10),
                                Long.toString(readers / 30),
                                Long.toString(readers / 26),
                                Long.toString(readers / 60),
                                Long.toString(readers * 7 / 10),
                                Long.toString(readers / 10));
            }
        }
    }

    /** A crawler: the same pages at the same pace, night and day. */
    private void bot(int day, int bot, Draw draw) {
        for (int i = 0; i < 6; i++) {
            long at = day * Dates.DAY + 3_600L * (i * 4 % 24) + 30;
            long millis = stage.dates().epoch(at) * 1000;
            Json json = desk.json().open();
            json.put("_track_id", draw.next() >>> 33);
            json.put("type", "track");
            json.put("event", "$MPViewScreen");
            json.put("time", millis);
            json.put("_flush_time", millis);
            json.put("recv_time", millis + 1);
            json.put("distinct_id", "1600000000000-bot-" + bot);
            json.put("anonymous_id", "1600000000000-bot-" + bot);
            json.open("identities")
                    .put("$identity_mp_id", "1600000000000-bot-" + bot)
                    .close();
            json.open("properties")
                    .put("$url_path", "pages/goods/detail")
                    .put("$latest_scene", "wx-1089")
                    .close();
            json.put("project", "retail").end();
            desk.note(desk.shard().line(Export.EVENT, day, at), Defect.BOT_EVENTS, "1600000000000-bot-" + bot);
        }
    }
}
