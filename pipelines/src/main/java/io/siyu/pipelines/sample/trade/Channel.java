package io.siyu.pipelines.sample.trade;

import java.util.Locale;

/**
 * Where orders are made; the first five in the order of {@link io.siyu.pipelines.sample.person.Habits#channel()}, the others
 * are nobody's main channel.
 */
public enum Channel {
    POS,
    TMALL,
    MALL,
    DOUYIN,
    JD,
    PDD,
    WEIMOB;

    private static final Channel[] ALL = values();

    static Channel at(int place) {
        return ALL[place];
    }

    /** The platform's name in order keys: {@code tmall}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
