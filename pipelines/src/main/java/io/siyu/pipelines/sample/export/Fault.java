package io.siyu.pipelines.sample.export;

import io.siyu.pipelines.sample.trade.Channel;

/** What makes an order trip a check. */
enum Fault {
    NONE,
    NEGATIVE_QUANTITY,
    LINES_DO_NOT_SUM,
    ORPHAN_REFUND,
    PAID_WITHOUT_TIME;

    /** One of the two faults that orders of this channel can have, by a number; none for other channels. */
    static Fault of(Channel channel, int number) {
        return switch (channel) {
            case POS -> number % 2 == 0 ? NEGATIVE_QUANTITY : LINES_DO_NOT_SUM;
            case MALL -> number % 2 == 0 ? ORPHAN_REFUND : PAID_WITHOUT_TIME;
            default -> NONE;
        };
    }
}
