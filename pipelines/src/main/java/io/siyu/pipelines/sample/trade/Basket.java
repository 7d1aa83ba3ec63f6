package io.siyu.pipelines.sample.trade;

import io.siyu.pipelines.sample.chance.Draw;
import java.util.ArrayList;
import java.util.List;

/** What is in an order and what it costs. */
final class Basket {
    /** How a basket is priced, in fen. */
    record Prices(List<Line> lines, long postageFen, long roundingFen) {
        /** Its first line alone. */
        Prices single() {
            return new Prices(lines.subList(0, 1), postageFen, roundingFen);
        }
    }

    /** What postage comes to, if anything. */
    static final long POSTAGE_FEN = 1_000;

    private static final long FREE_POSTAGE_FEN = 9_900;

    private Basket() {}

    /** A customer's basket: a line or a few, sometimes with a gift. {@code taste} makes dearer things likelier. */
    static Prices filled(Channel channel, int month, double taste, boolean festive, boolean subsidised, Draw draw) {
        int kinds = draw.weighted(62, 25, 9, 4) + 1;
        List<Sku> skus = new ArrayList<>();
        List<Integer> quantities = new ArrayList<>();
        for (int i = 0; i < kinds; i++) {
            Sku sku = Shelf.sold(month, draw);
            Sku other = Shelf.sold(month, draw);
            boolean dearer = draw.chance(taste / (1 + taste));
            skus.add(dearer == other.tagFen() > sku.tagFen() ? other : sku);
            quantities.add(draw.chance(0.12) ? 2 : 1);
        }
        boolean gift = draw.chance(0.08);
        int off = festive ? draw.between(15, 40) : draw.weighted(40, 25, 20, 15) * 10;
        long[] list = new long[kinds];
        long[] due = new long[kinds];
        for (int i = 0; i < kinds; i++) {
            list[i] = skus.get(i).tagFen() * quantities.get(i);
            due[i] = list[i] * (100 - off) / 100;
        }
        long coupon = draw.chance(0.22) ? Math.min(sum(due) / 4, draw.between(1, 6) * 1_000L) : 0;
        long[] couponOf = Shares.of(coupon, due);
        long subsidy = subsidised ? Math.max(1, (sum(due) - coupon) * draw.between(3, 12) / 100) : 0;
        long[] subsidyOf = Shares.of(subsidy, due);
        long before = sum(due) - coupon - subsidy;
        long rounding = channel == Channel.POS && draw.chance(0.3) ? before % 100 : 0;
        long[] roundingOf = Shares.of(rounding, due);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < kinds; i++) {
            long pay = due[i] - couponOf[i] - subsidyOf[i] - roundingOf[i];
            lines.add(
                    new Line(skus.get(i), quantities.get(i), list[i], list[i] - pay - subsidyOf[i], subsidyOf[i], pay));
        }
        if (gift) {
            Sku free = Shelf.gift(draw);
            lines.add(new Line(free, 1, free.tagFen(), free.tagFen(), 0, 0));
        }
        boolean postage = channel != Channel.POS && before < FREE_POSTAGE_FEN && draw.chance(0.7);
        return new Prices(lines, postage ? POSTAGE_FEN : 0, rounding);
    }

    /** One line at a price that has nothing to do with its tag: a sample, a difference, a parcel sent again. */
    static Prices flat(long payFen, int month, Draw draw) {
        Sku sku = Shelf.sold(month, draw);
        long list = Math.max(payFen, sku.tagFen());
        return new Prices(List.of(new Line(sku, 1, list, list - payFen, 0, payFen)), 0, 0);
    }

    private static long sum(long[] amounts) {
        long sum = 0;
        for (long a : amounts) {
            sum += a;
        }
        return sum;
    }
}
