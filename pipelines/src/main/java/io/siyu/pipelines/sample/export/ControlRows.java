package io.siyu.pipelines.sample.export;

import io.siyu.pipelines.sample.Stage;
import io.siyu.pipelines.sample.catalogue.Export;
import io.siyu.pipelines.sample.relation.Campaign;
import io.siyu.pipelines.sample.relation.Scenes;
import io.siyu.pipelines.sample.trade.Store;

/** The retailer's own lists, kept by hand: numbers that are nobody's, codes and their channels, scenes, limits. */
final class ControlRows {
    private final Desk desk;
    private final Stage stage;

    ControlRows(Desk desk) {
        this.desk = desk;
        this.stage = desk.stage();
    }

    void write() {
        String first = stage.dates().date(-365);
        Clerks clerks = new Clerks(stage);
        for (int c = 0; c < stage.clerks(); c++) {
            if (clerks.isListed(c)) {
                deny("phone", stage.people().otherPhone(2, c * 7 % stage.stores() * Store.STAFF + 3), "clerk", first);
            }
        }
        for (int s = 0; s < stage.storesWithPhone(); s += 2) {
            deny("phone", stage.people().otherPhone(3, s), "store", first);
        }
        deny("phone", "13800138000", "test", first);
        deny("phone", "11111111111", "test", first);
        for (String code : new String[] {"CASHIER", "TABLE", "PARCEL"}) {
            for (int s = 0; s < stage.stores(); s++) {
                channel("STORE" + (s + 1) + "_" + code, "store_scan", "private", "", first);
            }
        }
        for (int i = 1; i <= 3; i++) {
            channel("LDX_REUSED_" + i, "referral", "private", "LDX-SPRING", first);
            channel(
                    "LDX_REUSED_" + i,
                    "wecom_mass",
                    "private",
                    "LDX-AUTUMN",
                    stage.dates().date(stage.world().days() / 2));
        }
        for (Campaign campaign : stage.campaigns()) {
            channel(
                    campaign.code(),
                    "wecom_mass",
                    "private",
                    campaign.code(),
                    stage.dates().date(campaign.day()));
        }
        for (int i = 0; i < AdRows.OCEAN + AdRows.TENCENT + AdRows.ALIMAMA; i++) {
            if (i != AdRows.UNMAPPED) {
                channel(AdRows.code(i), "ad", "public", AdRows.code(i), first);
            }
        }
        for (Scenes.Scene scene : Scenes.ALL) {
            desk.shard()
                    .row(
                            Export.SCENE_MAP,
                            0,
                            0,
                            Integer.toString(scene.code()),
                            scene.name(),
                            scene.domain(),
                            scene.channel(),
                            first);
        }
        limit("wecom_mass", "customer", "30", "month", first);
        limit("wecom_mass", "customer_and_staff", "1", "day", first);
        limit("oa_service", "user", "4", "month", first);
        limit("oa_subscription", "user", "1", "day", first);
    }

    private void deny(String type, String value, String reason, String from) {
        desk.shard().row(Export.DENYLIST, 0, 0, type, value, reason, from);
    }

    private void channel(String code, String channel, String domain, String campaign, String from) {
        desk.shard().row(Export.CHANNEL_MAP, 0, 0, code, channel, domain, campaign, from, "");
    }

    private void limit(String channel, String scope, String most, String per, String from) {
        desk.shard().row(Export.TOUCH_LIMIT, 0, 0, channel, scope, most, per, from, "");
    }
}
