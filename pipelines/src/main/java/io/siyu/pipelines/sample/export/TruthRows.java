package io.siyu.pipelines.sample.export;

import io.siyu.pipelines.sample.catalogue.Export;
import io.siyu.pipelines.sample.chance.Dates;
import io.siyu.pipelines.sample.person.Person;
import io.siyu.pipelines.sample.relation.Relation;
import io.siyu.pipelines.sample.trade.Line;
import io.siyu.pipelines.sample.trade.Oddity;
import io.siyu.pipelines.sample.trade.Order;
import io.siyu.pipelines.sample.trade.Refund;
import io.siyu.pipelines.sample.trade.Store;

/** What really happened: orders, their lines and refunds, and relations. Refunds count up to the end of the window. */
final class TruthRows {
    private final Desk desk;
    private final long end;

    TruthRows(Desk desk) {
        this.desk = desk;
        this.end = desk.stage().world().days() * Dates.DAY - 1;
    }

    void order(Order o) {
        boolean paid = o.isPaid() && o.times().paidAt() <= end;
        boolean valid = o.oddity() == Oddity.NONE;
        String uid = Shops.uid(o);
        String person = Integer.toString(o.buyer().id());
        boolean family = desk.stage().cast().isFamily(o.buyer().id());
        String recipient = family && o.at() % 5 == 0 ? "family of " + person : person;
        desk.shard()
                .truth(
                        Export.TRUTH_ORDER,
                        uid,
                        o.channel().text(),
                        Shops.key(o),
                        o.no(),
                        person,
                        person,
                        recipient,
                        desk.time(o.at()),
                        paid ? desk.time(o.times().paidAt()) : "",
                        Boolean.toString(valid),
                        o.oddity().text(),
                        fen(o.listFen()),
                        fen(o.discountFen()),
                        fen(o.payFen()),
                        fen(o.postageFen()),
                        fen(o.platformFen()),
                        fen(o.payFen()),
                        fen(paid ? o.payFen() : 0),
                        fen(o.refundedFen(end)),
                        fen(paid ? o.payFen() - o.refundedFen(end) : 0),
                        o.cause());
        for (int i = 0; i < o.lines().size(); i++) {
            line(o, uid, i);
        }
        for (Refund r : o.refunds()) {
            if (r.appliedAt() <= end) {
                desk.shard()
                        .truth(
                                Export.TRUTH_REFUND,
                                uid,
                                r.id(),
                                Integer.toString(r.line() + 1),
                                fen(r.fen()),
                                desk.time(r.appliedAt()),
                                r.succeededAt() <= end ? desk.time(r.succeededAt()) : "");
            }
        }
    }

    private void line(Order o, String uid, int i) {
        Line l = o.lines().get(i);
        long back = o.refunds().stream()
                .filter(r -> r.line() == i && r.hasSucceededBy(end))
                .mapToLong(Refund::fen)
                .sum();
        desk.shard()
                .truth(
                        Export.TRUTH_ORDER_LINE,
                        uid,
                        Integer.toString(i + 1),
                        l.sku().code(),
                        Integer.toString(l.quantity()),
                        fen(l.listFen()),
                        fen(l.discountFen()),
                        fen(l.platformFen()),
                        fen(l.payFen()),
                        Boolean.toString(l.isGift()),
                        fen(back),
                        l.sku().top(),
                        l.sku().category());
    }

    void relation(Person p, Relation r) {
        if (r.beginsAt() <= end) {
            boolean ended = r.endsAt() <= end;
            desk.shard()
                    .truth(
                            Export.TRUTH_RELATION,
                            "contact",
                            Integer.toString(p.id()),
                            Store.wecomUserid(r.staff()),
                            p.externalUserid(),
                            desk.time(r.beginsAt()),
                            ended ? desk.time(r.endsAt()) : "",
                            r.beganBy(),
                            ended ? r.endedBy() : "");
        }
    }

    private static String fen(long amount) {
        return Long.toString(amount);
    }
}
