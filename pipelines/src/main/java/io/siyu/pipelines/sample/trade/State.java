package io.siyu.pipelines.sample.trade;

/** How far an order is. */
public enum State {
    UNPAID,
    PAID,
    SHIPPED,
    FINISHED,
    CLOSED_UNPAID,
    CLOSED_REFUNDED;

    public boolean isPaid() {
        return this != UNPAID && this != CLOSED_UNPAID;
    }
}
