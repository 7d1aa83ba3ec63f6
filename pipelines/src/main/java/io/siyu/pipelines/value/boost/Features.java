package io.siyu.pipelines.value.boost;

import java.time.LocalDate;
import java.util.List;

/**
 * What trees see of a customer: numbers of his purchases as they stood at the end of a day. Nothing that moved later has a part in
 * them. What cannot be told, such as gaps of a customer who bought once, is NaN, which trees take for missing.
 */
final class Features {
    /** In the order in which they stand; days, fen, counts and shares. */
    static final List<String> NAMES = List.of(
            "repeats",
            "recency_days",
            "age_days",
            "silent_days",
            "spend_fen",
            "mean_fen",
            "first_fen",
            "last_fen",
            "bought_30",
            "bought_90",
            "bought_365",
            "spend_30_fen",
            "spend_90_fen",
            "spend_365_fen",
            "mean_gap",
            "gap_deviation",
            "silent_gaps",
            "refund_share",
            "first_domain",
            "private_share",
            "first_month");

    /** How many there are. */
    static final int SIZE = NAMES.size();

    private static final int[] WINDOWS = {30, 90, 365};
    private static final List<String> DOMAINS = List.of("private", "public", "referral");

    private final Purchases all;
    private final int seen;
    private final int[] boughtIn = new int[WINDOWS.length];
    private final long[] spentIn = new long[WINDOWS.length];
    private int days;
    private int inPrivate;
    private int last;
    private long spent;
    private long paid;
    private long refunded;
    private double gapSquares;

    private Features(Purchases all, int day) {
        this.all = all;
        this.seen = all.seenBy(day);
        for (int i = 0; i < seen; i++) {
            add(i, day);
        }
    }

    /** Writes the features of a customer at the end of a day from {@code at} on; false, and nothing written, if he had not bought. */
    static boolean write(Purchases all, int day, float[] to, int at) {
        if (all.seenBy(day) == 0) {
            return false;
        }
        float[] features = new Features(all, day).values(day);
        System.arraycopy(features, 0, to, at, SIZE);
        return true;
    }

    private void add(int row, int day) {
        long fen = all.fen()[row];
        boolean isPurchase = all.isPurchase(row);
        if (isPurchase) {
            double gap = days == 0 ? 0 : all.moved()[row] - last;
            gapSquares += gap * gap;
            last = all.moved()[row];
            days++;
            inPrivate += all.domain()[row].equals(DOMAINS.get(0)) ? 1 : 0;
            paid += Math.max(0, fen);
        } else {
            refunded -= Math.min(0, fen);
        }
        spent += fen;
        for (int i = 0; i < WINDOWS.length; i++) {
            if (all.moved()[row] > day - WINDOWS[i]) {
                boughtIn[i] += isPurchase ? 1 : 0;
                spentIn[i] += fen;
            }
        }
    }

    private float[] values(int day) {
        int first = all.moved()[0];
        int repeats = days - 1;
        int recency = last - first;
        int silent = day - last;
        double gap = repeats > 0 ? recency / (double) repeats : Double.NaN;
        int domain = DOMAINS.indexOf(all.domain()[0]);
        double[] values = {
            repeats,
            recency,
            day - first,
            silent,
            spent,
            spent / (double) days,
            spentOn(first),
            spentOn(last),
            boughtIn[0],
            boughtIn[1],
            boughtIn[2],
            spentIn[0],
            spentIn[1],
            spentIn[2],
            gap,
            repeats > 1 ? Math.sqrt(Math.max(0, gapSquares / repeats - gap * gap)) : Double.NaN,
            silent / gap,
            paid > 0 ? refunded / (double) paid : Double.NaN,
            domain < 0 ? Double.NaN : domain,
            inPrivate / (double) days,
            LocalDate.ofEpochDay(first).getMonthValue()
        };
        float[] features = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            features[i] = (float) values[i];
        }
        return features;
    }

    /** What a purchase day came to, refunds that were seen taken off. */
    private long spentOn(int bought) {
        long sum = 0;
        for (int i = 0; i < seen; i++) {
            sum += all.bought()[i] == bought ? all.fen()[i] : 0;
        }
        return sum;
    }
}
