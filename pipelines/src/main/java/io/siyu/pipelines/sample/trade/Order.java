package io.siyu.pipelines.sample.trade;

import io.siyu.pipelines.sample.chance.Dates;
import io.siyu.pipelines.sample.person.Person;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * An order and all that becomes of it. Lines sum to the order to the fen.
 *
 * @param shop the shop's place among its channel's shops; the store's number for POS
 * @param paidAt {@link Dates#NEVER} for an order that is closed unpaid; so are the times after it
 * @param roundingFen what the till let go (抹零), already taken off the lines' payments
 * @param store where it is handed over or belongs
 * @param guide who sold it, a staff number; {@code privateGuide} whose customer the buyer is; -1 for nobody
 * @param clerk whose card was used instead of the buyer's, or -1
 * @param cause {@code organic}, or the touch or campaign without which it would not be
 */
public record Order(
        Channel channel,
        int shop,
        String no,
        Person buyer,
        Times times,
        List<Line> lines,
        List<Refund> refunds,
        long postageFen,
        long roundingFen,
        Oddity oddity,
        Set<Mark> marks,
        int store,
        int guide,
        int privateGuide,
        int clerk,
        String cause) {

    /** When it was made, paid, shipped, finished and, unpaid, closed. */
    public record Times(long at, long paidAt, long shippedAt, long finishedAt, long closedAt) {}

    public boolean has(Mark mark) {
        return marks.contains(mark);
    }

    public long at() {
        return times.at();
    }

    public boolean isPaid() {
        return times.paidAt() != Dates.NEVER;
    }

    /** Goods without postage. */
    public long payFen() {
        return lines.stream().mapToLong(Line::payFen).sum();
    }

    public long listFen() {
        return lines.stream().mapToLong(Line::listFen).sum();
    }

    public long discountFen() {
        return lines.stream().mapToLong(Line::discountFen).sum();
    }

    public long platformFen() {
        return lines.stream().mapToLong(Line::platformFen).sum();
    }

    public int quantity() {
        return lines.stream().mapToInt(Line::quantity).sum();
    }

    /** What went back by a time. */
    public long refundedFen(long at) {
        return refunds.stream()
                .filter(r -> r.hasSucceededBy(at))
                .mapToLong(Refund::fen)
                .sum();
    }

    public boolean isRefundedWhole(long at) {
        return isPaid() && !refunds.isEmpty() && payFen() > 0 && refundedFen(at) >= payFen();
    }

    /** How far it is at a time. */
    public State state(long at) {
        if (!isPaid()) {
            return times.closedAt() <= at ? State.CLOSED_UNPAID : State.UNPAID;
        }
        if (times.paidAt() > at) {
            return State.UNPAID;
        }
        if (isRefundedWhole(at)) {
            return State.CLOSED_REFUNDED;
        }
        return times.finishedAt() <= at ? State.FINISHED : times.shippedAt() <= at ? State.SHIPPED : State.PAID;
    }

    /** The time of its last change up to {@code at}. */
    public long modifiedAt(long at) {
        long last = at();
        for (long t : new long[] {times.paidAt(), times.shippedAt(), times.finishedAt(), times.closedAt()}) {
            last = t <= at && t > last ? t : last;
        }
        for (Refund refund : refunds) {
            last = refund.succeededAt() <= at && refund.succeededAt() > last ? refund.succeededAt() : last;
        }
        return last;
    }

    /** The days of its changes, in order; those before the window fall on its first day. */
    public Set<Integer> changeDays() {
        Set<Integer> days = new TreeSet<>();
        for (long t : new long[] {at(), times.paidAt(), times.shippedAt(), times.finishedAt(), times.closedAt()}) {
            if (t != Dates.NEVER) {
                days.add(Math.max(0, Dates.day(t)));
            }
        }
        for (Refund refund : refunds) {
            if (refund.succeededAt() != Dates.NEVER) {
                days.add(Math.max(0, Dates.day(refund.succeededAt())));
            }
        }
        return days;
    }
}
