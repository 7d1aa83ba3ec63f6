package io.siyu.pipelines.sample.trade;

import io.siyu.pipelines.sample.chance.Dates;
import io.siyu.pipelines.sample.chance.Draw;
import java.util.ArrayList;
import java.util.List;

/** What becomes of an order: paid or not, shipped, finished, sent back. */
final class Fate {
    private Fate() {}

    static Order.Times times(Channel channel, long at, boolean paid, Draw draw) {
        if (channel == Channel.POS) {
            return new Order.Times(at, at, at, at, Dates.NEVER);
        }
        if (!paid) {
            return new Order.Times(at, Dates.NEVER, Dates.NEVER, Dates.NEVER, at + Dates.DAY);
        }
        long paidAt = at + draw.between(8, 600);
        long shipped = paidAt + draw.between(4 * 3600, 2 * 86_400);
        return new Order.Times(
                at, paidAt, shipped, shipped + Dates.DAY * draw.between(3, 10) + draw.below(3600), Dates.NEVER);
    }

    /** Refunds of a whole order: one for each line that was paid for. */
    static List<Refund> whole(Order.Times times, List<Line> lines, String no, Draw draw) {
        long applied = times.paidAt() + draw.between(3_600, 5 * 86_400);
        long succeeded = applied + delay(draw);
        List<Refund> refunds = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.payFen() > 0) {
                refunds.add(new Refund("88" + no + i, i, line.quantity(), line.payFen(), applied, succeeded));
            }
        }
        return refunds;
    }

    /** A refund of a part: of one line of several, or of some of the money of the only one. */
    static List<Refund> part(Order.Times times, List<Line> lines, String no, Draw draw) {
        int which = draw.below(lines.size());
        Line line = lines.get(which).isGift() ? lines.get(0) : lines.get(which);
        int at = lines.indexOf(line);
        long paid = lines.stream().filter(l -> l.payFen() > 0).count();
        long fen = paid > 1 ? line.payFen() : line.payFen() * draw.between(10, 60) / 100;
        if (fen <= 0) {
            return List.of();
        }
        long applied = times.paidAt() + draw.between(7_200, 8 * 86_400);
        int quantity = paid > 1 ? line.quantity() : 0;
        return List.of(new Refund("88" + no + at, at, quantity, fen, applied, applied + delay(draw)));
    }

    /** Half within 6 days, 95 of 100 within 21, one after more than 60. */
    private static long delay(Draw draw) {
        double days = draw.chance(0.01) ? 60 + 30 * draw.unit() : draw.logNormal(6, 0.7615);
        return (long) (days * Dates.DAY);
    }
}
