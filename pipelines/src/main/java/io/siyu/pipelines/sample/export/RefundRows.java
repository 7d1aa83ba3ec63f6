package io.siyu.pipelines.sample.export;

import io.siyu.pipelines.sample.catalogue.Defect;
import io.siyu.pipelines.sample.catalogue.Export;
import io.siyu.pipelines.sample.chance.Dates;
import io.siyu.pipelines.sample.chance.Draw;
import io.siyu.pipelines.sample.drop.Placed;
import io.siyu.pipelines.sample.trade.Mark;
import io.siyu.pipelines.sample.trade.Order;
import io.siyu.pipelines.sample.trade.Refund;

/** An order's refunds as JSON lines: one when the buyer asks, if that falls into an earlier drop, and one when the money went back. */
final class RefundRows {
    /** Fills the desk's line with a refund as a platform tells it. */
    interface Line {
        /**
         * @param isGivenBack whether the money went back; else the buyer asks for it
         * @param at when, in seconds of the world
         */
        void fill(Refund refund, boolean isGivenBack, long at);
    }

    private RefundRows() {}

    static void write(Desk desk, Export export, Order order, Draw draw, Line line) {
        for (Refund refund : order.refunds()) {
            int applied = Desk.drop(Dates.day(refund.appliedAt()));
            int done = Desk.drop(Dates.day(refund.succeededAt()));
            if (applied < done) {
                line.fill(refund, false, refund.appliedAt());
                desk.line(export, applied, refund.appliedAt(), refund.id(), draw);
            }
            line.fill(refund, true, refund.succeededAt());
            Placed placed = desk.line(export, done, refund.succeededAt(), refund.id(), draw);
            if (order.has(Mark.OVER_REFUND)) {
                desk.note(placed, Defect.REFUND_ABOVE_PAID, refund.id());
            }
        }
    }
}
