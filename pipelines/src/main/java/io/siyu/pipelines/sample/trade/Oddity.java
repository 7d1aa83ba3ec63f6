package io.siyu.pipelines.sample.trade;

import java.util.Locale;

/** Why an order is no customer's purchase; {@code NONE} for those that are. */
public enum Oddity {
    NONE,
    STAFF,
    TEST,
    SAMPLE,
    PRICE_DIFFERENCE,
    RESHIP,
    BRUSHED,
    FORFEITED;

    /** The reason in truth files; empty for {@code NONE}. */
    public String text() {
        return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
    }
}
