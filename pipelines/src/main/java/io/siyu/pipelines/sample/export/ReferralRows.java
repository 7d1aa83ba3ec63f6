package io.siyu.pipelines.sample.export;

import io.siyu.pipelines.sample.catalogue.Defect;
import io.siyu.pipelines.sample.catalogue.Export;
import io.siyu.pipelines.sample.chance.Codes;
import io.siyu.pipelines.sample.chance.Dates;
import io.siyu.pipelines.sample.chance.Draw;
import io.siyu.pipelines.sample.drop.Placed;
import io.siyu.pipelines.sample.person.Person;
import io.siyu.pipelines.sample.trade.Order;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who was brought by whom: a twentieth of those whose first order falls into the window, and what cheats make of it. */
final class ReferralRows {
    static final int RINGS = 20;
    private static final int CHEATS = 3;
    private final Desk desk;

    ReferralRows(Desk desk) {
        this.desk = desk;
    }

    void write(Person p, List<Order> orders) {
        Draw draw = Draw.at(desk.stage().world().seed(), 75, p.id());
        boolean isNew = !orders.isEmpty()
                && orders.get(0).at() >= Dates.DAY
                && orders.get(0).isPaid();
        if (!isNew || !draw.chance(0.05)) {
            return;
        }
        Order first = orders.get(0);
        boolean self = draw.chance(0.03);
        int inviter = self ? p.id() : draw.below(desk.stage().world().persons());
        Placed placed = row("R-" + Codes.padded(p.id(), 7), inviter, p, first, first.at() - 7_200);
        if (self) {
            desk.note(placed, Defect.SELF_REFERRAL, p.unionid());
        }
        if (draw.chance(0.04)) {
            int other = draw.below(desk.stage().world().persons());
            Placed again = row("R-" + Codes.padded(p.id(), 7) + "b", other, p, first, first.at() - 3_600);
            desk.note(again, Defect.TWO_INVITERS, p.unionid());
        }
    }

    /** A brings B, B brings C, C brings A. */
    void ring(int number) {
        int n = desk.stage().world().persons();
        long at = Math.max(1, desk.stage().world().days() / 2) * Dates.DAY + number * 60L;
        for (int i = 0; i < 3; i++) {
            int inviter = (number * 3 + i) % n;
            Person invitee = desk.stage().people().person((number * 3 + (i + 1) % 3) % n);
            Placed placed = row("R-RING" + number + "-" + i, inviter, invitee, null, at + i * 10L);
            desk.note(placed, Defect.REFERRAL_RING, "ring " + number);
        }
        if (number < CHEATS) {
            cheats(n - 1 - number, at);
        }
    }

    /** Somebody who brings himself, and somebody whom two say they brought: there are some in every world. */
    private void cheats(int id, long at) {
        Person p = desk.stage().people().person(id);
        desk.note(row("R-SELF" + id, id, p, null, at), Defect.SELF_REFERRAL, p.unionid());
        Person claimed = desk.stage().people().person(id / 2);
        row("R-TWO" + id + "-1", id / 3, claimed, null, at);
        desk.note(row("R-TWO" + id + "-2", id / 4, claimed, null, at + 60), Defect.TWO_INVITERS, claimed.unionid());
    }

    private @Nullable Placed row(String id, int inviter, Person invitee, @Nullable Order first, long at) {
        long seed = desk.stage().world().seed();
        String[] cells = {
            id,
            "LDX-" + desk.stage().dates().digits(Dates.day(at)).substring(0, 6),
            "unionid",
            Person.unionid(seed, inviter),
            "unionid",
            invitee.unionid(),
            desk.time(at),
            desk.time(at + 190),
            first == null ? "" : first.no(),
            first == null ? "" : desk.time(first.times().paidAt()),
            "coupon",
            "20.00",
            first == null ? "bound" : "rewarded"
        };
        return desk.shard().row(Export.REFERRAL, Dates.day(at), at, cells);
    }
}
