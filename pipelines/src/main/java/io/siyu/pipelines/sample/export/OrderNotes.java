package io.siyu.pipelines.sample.export;

import io.siyu.pipelines.sample.catalogue.Defect;
import io.siyu.pipelines.sample.chance.Dates;
import io.siyu.pipelines.sample.drop.Placed;
import io.siyu.pipelines.sample.trade.Channel;
import io.siyu.pipelines.sample.trade.Line;
import io.siyu.pipelines.sample.trade.Mark;
import io.siyu.pipelines.sample.trade.Order;
import io.siyu.pipelines.sample.trade.Refund;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Notes once, at the row by which an order is first seen, what is particular about it. */
final class OrderNotes {
    private static final Map<Mark, Defect> OF_MARKS = new EnumMap<>(Map.of(
            Mark.NO_MEMBER, Defect.POS_WITHOUT_MEMBER,
            Mark.CLERK_CARD, Defect.CLERK_CARD,
            Mark.MIXED_TENDER, Defect.MIXED_TENDER,
            Mark.STORED_VALUE, Defect.STORED_VALUE,
            Mark.PRESALE, Defect.PRESALE,
            Mark.SUBSIDY, Defect.PLATFORM_SUBSIDY,
            Mark.DOUBLE_CREDIT, Defect.DOUBLE_CREDIT,
            Mark.FRANCHISE_FULFILLED, Defect.FRANCHISE_FULFILLED,
            Mark.VIRTUAL_NUMBER, Defect.VIRTUAL_NUMBER));

    private OrderNotes() {}

    static void write(Desk desk, Order order, @Nullable Placed placed) {
        String no = order.no();
        OF_MARKS.forEach((mark, defect) -> {
            if (order.has(mark)) {
                desk.note(placed, defect, no);
            }
        });
        oddity(desk, order, placed);
        long second = Math.floorMod(order.at(), Dates.DAY);
        if (second < 600 || second >= Dates.DAY - 601) {
            desk.note(placed, Defect.NEAR_MIDNIGHT, no);
        }
        if (!order.isPaid()) {
            desk.note(placed, Defect.UNPAID_CLOSED, no);
        }
        if (order.lines().stream().anyMatch(Line::isGift)) {
            desk.note(placed, Defect.GIFT_LINE, no);
        }
        if (order.lines().size() > 1 && order.discountFen() % 100 != 0) {
            desk.note(placed, Defect.LINE_ROUNDING, no);
        }
        refunds(desk, order, placed);
        boolean hasKey = order.channel() == Channel.MALL || order.channel() == Channel.WEIMOB;
        if (order.channel() != Channel.POS && !hasKey) {
            masked(desk, order, placed);
        }
    }

    private static void refunds(Desk desk, Order order, @Nullable Placed placed) {
        if (order.refunds().isEmpty()) {
            return;
        }
        desk.note(
                placed,
                order.isRefundedWhole(Dates.NEVER - 1) ? Defect.FULL_REFUND : Defect.PARTIAL_REFUND,
                order.no());
        for (Refund refund : order.refunds()) {
            boolean isTold =
                    Dates.day(refund.succeededAt()) < desk.stage().world().days();
            if (order.has(Mark.OVER_REFUND) && isTold) {
                desk.note(placed, Defect.REFUND_ABOVE_PAID, order.no());
            }
            if (refund.succeededAt() - refund.appliedAt() > 60 * Dates.DAY) {
                desk.note(placed, Defect.VERY_LATE_REFUND, order.no());
            }
        }
    }

    /** Buyers whom no synced membership leads to stay behind their masks. */
    private static void masked(Desk desk, Order order, @Nullable Placed placed) {
        boolean bridged = order.channel() == Channel.TMALL
                && desk.stage().cast().bridged.has(order.buyer().id());
        desk.note(placed, bridged ? Defect.MEMBER_SYNC_BRIDGE : Defect.MASKED_PHONE_ONLY, order.no());
        if (order.channel() == Channel.TMALL
                && desk.stage().cast().twoShops.has(order.buyer().id())) {
            desk.note(placed, Defect.TWO_TMALL_SHOPS, order.no());
        }
    }

    private static void oddity(Desk desk, Order order, @Nullable Placed placed) {
        switch (order.oddity()) {
            case NONE -> {}
            case STAFF -> desk.note(placed, Defect.STAFF_PURCHASE, order.no());
            case TEST -> desk.note(placed, Defect.STAFF_OR_TEST, order.no());
            case SAMPLE -> desk.note(placed, Defect.ZERO_PRICE, order.no());
            case PRICE_DIFFERENCE -> desk.note(placed, Defect.PRICE_DIFFERENCE, order.no());
            case RESHIP -> desk.note(placed, Defect.RESHIP_EXCHANGE, order.no());
            case FORFEITED -> desk.note(placed, Defect.FORFEITED_DEPOSIT, order.no());
            case BRUSHED -> {
                if (order.has(Mark.REGISTERED)) {
                    desk.note(placed, Defect.BRUSHING_REGISTERED, order.no());
                }
                if (order.has(Mark.NOTED)) {
                    desk.note(placed, Defect.BRUSHING_NOTED, order.no());
                }
                if (!order.has(Mark.REGISTERED) && !order.has(Mark.NOTED)) {
                    desk.note(placed, Defect.BRUSHING_HIDDEN, order.no());
                }
            }
        }
    }
}
