package io.siyu.pipelines.sample.export;

import io.siyu.pipelines.sample.catalogue.Defect;
import io.siyu.pipelines.sample.catalogue.Export;
import io.siyu.pipelines.sample.chance.Codes;
import io.siyu.pipelines.sample.chance.Dates;
import io.siyu.pipelines.sample.chance.Draw;
import io.siyu.pipelines.sample.drop.Placed;
import io.siyu.pipelines.sample.person.Person;
import io.siyu.pipelines.sample.trade.Channel;
import io.siyu.pipelines.sample.trade.Oddity;
import io.siyu.pipelines.sample.trade.Order;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Coupons and points of members. The mall says points with a sign by type, the CRM with a signed amount and a balance. */
final class LoyaltyRows {
    private static final long VALID = 30 * Dates.DAY;
    private final Desk desk;

    LoyaltyRows(Desk desk) {
        this.desk = desk;
    }

    void write(Person p, List<Order> orders) {
        if (!p.isMember()) {
            return;
        }
        Draw draw = Draw.at(desk.stage().world().seed(), 74, p.id());
        points(p, orders, draw);
        int n = 0;
        for (Order o : orders) {
            boolean usable = (o.channel() == Channel.MALL || o.channel() == Channel.POS) && o.isPaid();
            if (usable && o.at() >= 0 && o.oddity() == Oddity.NONE && draw.chance(0.35)) {
                coupon(p, o, n++, draw);
            }
        }
        long given = draw.below(desk.stage().world().days()) * Dates.DAY + 36_000;
        if (draw.chance(0.5) && p.isMemberAt(given)) {
            coupon(p, given, n, null, given + VALID, draw);
        }
    }

    private void coupon(Person p, Order o, int n, Draw draw) {
        boolean late = draw.chance(0.008);
        long given = Math.max(0, o.at() - (late ? VALID + 3 * Dates.DAY : draw.between(3_600, 20 * 86_400)));
        long ends = late ? o.at() - 2 * Dates.DAY : given + VALID;
        coupon(p, given, n, o, ends, draw);
    }

    private void coupon(Person p, long given, int n, @Nullable Order o, long ends, Draw draw) {
        String code = "CP-" + Codes.padded(p.id(), 7) + "-" + Codes.padded(n, 2);
        boolean passedOn = o != null && draw.chance(0.10) && p.id() > 0;
        String giver = passedOn ? Integer.toString(10_000_000 + p.id() - 1) : p.memberId();
        String[] cells = {
            code,
            Integer.toString(501 + p.id() % 7),
            "满减券" + (p.id() % 7 + 1) * 10,
            (p.id() % 7 + 1) * 10 + ".00",
            "199.00",
            giver,
            draw.chance(0.6) ? "0" : "1",
            desk.time(given),
            desk.time(ends),
            "0",
            "",
            "",
            "",
            passedOn || draw.chance(0.3) ? "1" : "0",
            Shops.storeCode(p.habits().homeStore()),
            desk.time(given)
        };
        if (o == null || Dates.day(o.at()) > Dates.day(given)) {
            desk.shard().row(Export.COUPON, Dates.day(given), given, cells);
        }
        if (o != null) {
            cells[9] = "1";
            cells[10] = desk.time(o.at());
            cells[11] = o.no();
            cells[12] = p.memberId();
            cells[15] = desk.time(o.at());
            Placed used = desk.shard().row(Export.COUPON, Dates.day(o.at()), o.at(), cells);
            if (passedOn) {
                desk.note(used, Defect.COUPON_GIVEN_ON, code);
            }
            if (ends < o.at()) {
                desk.note(used, Defect.COUPON_AFTER_EXPIRY, code);
            }
        }
    }

    private void points(Person p, List<Order> orders, Draw draw) {
        boolean unbalanced = desk.stage().cast().unbalanced.has(p.id());
        long balance = draw.below(3_000);
        String opening = "PT" + p.memberId() + "-0";
        long from = Math.max(0, p.joined());
        crm(p, opening, balance, balance, from);
        int n = 1;
        boolean wrong = false;
        for (Order o : orders) {
            boolean earns = o.isPaid() && o.at() >= from && o.oddity() == Oddity.NONE && o.payFen() >= 100;
            if (!earns || (o.channel() != Channel.MALL && o.channel() != Channel.POS)) {
                continue;
            }
            long earned = o.payFen() / 100;
            balance += earned;
            String no = "PT" + p.memberId() + "-" + n++;
            long at = o.times().paidAt() + 5;
            mall(p, o, no, earned, at, draw);
            wrong |= unbalanced;
            Placed placed = crm(p, no, earned, balance + (wrong ? 77 : 0), at);
            if (wrong) {
                desk.note(placed, Defect.POINTS_MISMATCH, p.memberId());
            }
        }
        if (unbalanced && !wrong) {
            desk.note(
                    crm(p, "PT" + p.memberId() + "-" + n, 10, balance + 87, from + 7_200),
                    Defect.POINTS_MISMATCH,
                    p.memberId());
        }
    }

    private void mall(Person p, Order o, String no, long earned, long at, Draw draw) {
        if (o.channel() == Channel.MALL) {
            String[] cells = {
                no,
                p.memberId(),
                "0",
                Long.toString(earned),
                "1",
                draw.chance(0.02) ? "活动\"双倍\"" : "购物送积分",
                desk.time(at),
                o.no()
            };
            desk.shard().row(Export.POINTS_MALL, Dates.day(at), at, cells);
        }
    }

    private @Nullable Placed crm(Person p, String no, long amount, long total, long at) {
        String[] cells = {
            no,
            p.memberId(),
            Long.toString(amount),
            Long.toString(total),
            "1",
            Shops.storeCode(p.habits().homeStore()),
            desk.time(at)
        };
        return desk.shard().row(Export.POINTS_CRM, Dates.day(at), at, cells);
    }
}
