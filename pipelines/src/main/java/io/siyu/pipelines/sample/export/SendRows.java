package io.siyu.pipelines.sample.export;

import io.siyu.pipelines.sample.catalogue.Defect;
import io.siyu.pipelines.sample.catalogue.Export;
import io.siyu.pipelines.sample.chance.Draw;
import io.siyu.pipelines.sample.drop.Json;
import io.siyu.pipelines.sample.drop.Placed;
import io.siyu.pipelines.sample.person.Person;
import io.siyu.pipelines.sample.relation.Campaign;
import io.siyu.pipelines.sample.relation.Campaign.Treatment;
import io.siyu.pipelines.sample.trade.Store;
import org.jspecify.annotations.Nullable;

/** Mass sends: the group of each contact who was meant, and a result of each but those held out. */
final class SendRows {
    private final Desk desk;

    SendRows(Desk desk) {
        this.desk = desk;
    }

    void write(Person p, int staff, Campaign campaign, Treatment treatment, Draw draw) {
        desk.shard()
                .truth(
                        Export.TRUTH_TOUCH,
                        touch(p, campaign),
                        Integer.toString(p.id()),
                        "wecom_mass",
                        campaign.code(),
                        treatment.heldOut() ? "held_out" : treatment.isDelivered() ? "reach" : "undelivered",
                        desk.time(treatment.sentAt()),
                        "0",
                        "");
        desk.shard()
                .row(
                        Export.CAMPAIGN_ARM,
                        campaign.day(),
                        treatment.sentAt(),
                        campaign.code(),
                        "external_userid",
                        p.externalUserid(),
                        treatment.heldOut() ? "held_out" : "treated",
                        desk.time(campaign.day() * 86_400L + 34_200));
        if (treatment.heldOut()) {
            return;
        }
        line(p, staff, campaign, treatment, 0);
        desk.line(Export.SEND, campaign.day(), treatment.sentAt(), p.externalUserid(), draw);
        if (draw.chance(0.005) && treatment.status() == 1) {
            line(p, staff, campaign, treatment, 1);
            @Nullable
            Placed again = desk.line(Export.SEND, campaign.day(), treatment.sentAt() + 3_600, p.externalUserid(), draw);
            desk.note(again, Defect.OVER_LIMIT_SEND, p.externalUserid() + " twice on one day");
        }
    }

    static String touch(Person p, Campaign campaign) {
        return "M" + campaign.no() + "-" + p.id();
    }

    private void line(Person p, int staff, Campaign campaign, Treatment treatment, int again) {
        boolean sent = treatment.status() == 1;
        Json json = desk.json().open();
        json.put("kind", "groupmsg");
        json.put("msgid", campaign.msgid() + (again == 1 ? "x" : ""));
        json.put("campaign_code", campaign.code());
        json.put("creator", "guide_hq");
        json.put("create_type", 0);
        json.put("create_time", desk.stage().dates().epoch(campaign.day() * 86_400L + 34_200));
        json.put("external_userid", p.externalUserid());
        json.put("userid", Store.wecomUserid(staff));
        json.put("status", sent ? 1 : treatment.status());
        if (sent) {
            json.put("send_time", desk.stage().dates().epoch(treatment.sentAt() + again * 3_600L));
        }
        json.end();
    }
}
