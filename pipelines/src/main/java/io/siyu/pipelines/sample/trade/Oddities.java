package io.siyu.pipelines.sample.trade;

import io.siyu.pipelines.sample.chance.Draw;
import java.util.Set;

/** Decides what is odd about an order, and marks it. */
final class Oddities {
    private static final double STAFF = 0.008;
    private static final double SAMPLE = 0.010;
    /** Of Tmall orders: seven in a thousand of all. */
    private static final double DIFFERENCE = 0.032;

    private static final double RESHIP = 0.015;
    private static final double BRUSHED = 0.04;

    private Oddities() {}

    /** Weimob has no seller's note, so nobody could tell the staff's orders there. */
    static Oddity of(Channel channel, boolean excludedBuyer, Set<Mark> marks, Draw draw) {
        marks(channel, marks, draw);
        double u = draw.unit();
        if (excludedBuyer) {
            return draw.chance(0.7) ? Oddity.STAFF : Oddity.TEST;
        }
        if (u < STAFF) {
            return channel == Channel.WEIMOB ? Oddity.NONE : Oddity.STAFF;
        }
        if (channel == Channel.POS) {
            return Oddity.NONE;
        }
        u -= STAFF;
        if (u < 2 * SAMPLE) {
            return Oddity.SAMPLE;
        }
        u -= 2 * SAMPLE;
        if (channel == Channel.TMALL && u < BRUSHED) {
            brush(marks, draw);
            return Oddity.BRUSHED;
        }
        u -= channel == Channel.TMALL ? BRUSHED : 0;
        if (channel == Channel.TMALL && u < DIFFERENCE) {
            return Oddity.PRICE_DIFFERENCE;
        }
        u -= channel == Channel.TMALL ? DIFFERENCE : 0;
        if (channel == Channel.JD || channel == Channel.TMALL || channel == Channel.DOUYIN) {
            if (u < 3 * RESHIP * 0.8) {
                return Oddity.RESHIP;
            }
        }
        boolean isLetGo = marks.contains(Mark.PRESALE) && draw.chance(0.05);
        return isLetGo && channel == Channel.TMALL ? Oddity.FORFEITED : Oddity.NONE;
    }

    /** In the register and noted 45 of 100, only registered 25, only noted 15, neither 15. */
    private static void brush(Set<Mark> marks, Draw draw) {
        int kind = draw.weighted(45, 25, 15, 15);
        if (kind < 2) {
            marks.add(Mark.REGISTERED);
        }
        if (kind == 0 || kind == 2) {
            marks.add(Mark.NOTED);
        }
    }

    private static void marks(Channel channel, Set<Mark> marks, Draw draw) {
        switch (channel) {
            case POS -> {
                mark(marks, Mark.MIXED_TENDER, 0.12, draw);
                mark(marks, Mark.STORED_VALUE, 0.06, draw);
            }
            case TMALL -> mark(marks, Mark.PRESALE, 0.06, draw);
            case DOUYIN -> {
                mark(marks, Mark.VIRTUAL_NUMBER, 0.20, draw);
                mark(marks, Mark.PRESALE, 0.06, draw);
            }
            case MALL -> {
                mark(marks, Mark.DOUBLE_CREDIT, 0.12, draw);
                mark(marks, Mark.FRANCHISE_FULFILLED, 0.05, draw);
            }
            case JD -> mark(marks, Mark.SPLIT, 0.04, draw);
            case WEIMOB -> mark(marks, Mark.DOUBLE_CREDIT, 0.12, draw);
            case PDD -> {}
        }
    }

    private static void mark(Set<Mark> marks, Mark mark, double rate, Draw draw) {
        if (draw.chance(rate)) {
            marks.add(mark);
        }
    }
}
