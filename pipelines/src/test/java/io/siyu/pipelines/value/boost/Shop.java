package io.siyu.pipelines.value.boost;

import io.siyu.pipelines.value.clock.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A made-up shop: everyone buys once, for 100 yuan, 200 to 299 days before its last day, and then at random. In the private domain
 * that is 1.8 times in 90 days, elsewhere .3 times, and what is bought there is four times as dear.
 */
final class Shop {
    static final LocalDate LAST = LocalDate.of(2026, 11, 20);
    static final int DAYS = 90;
    static final double PRIVATE_RATE = 1.8;
    static final double PUBLIC_RATE = 0.3;

    private Shop() {}

    static Span span() {
        return new Span(LAST.minusDays(DAYS), DAYS, Clock.EVEN, (days, fen) -> fen / days);
    }

    static List<Purchases> customers(int size, long seed) {
        Random random = new Random(seed);
        List<Purchases> all = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            all.add(customer(i, random));
        }
        return all;
    }

    private static Purchases customer(int number, Random random) {
        boolean isPrivate = random.nextBoolean();
        double rate = (isPrivate ? PRIVATE_RATE : PUBLIC_RATE) / DAYS;
        int last = (int) LAST.toEpochDay();
        int first = last - 200 - random.nextInt(100);
        List<Integer> days = new ArrayList<>(List.of(first));
        for (int day = first + 1; day <= last; day++) {
            if (random.nextDouble() < rate) {
                days.add(day);
            }
        }
        int[] moved = days.stream().mapToInt(day -> day).toArray();
        String[] domain = new String[moved.length];
        long[] fen = new long[moved.length];
        for (int i = 0; i < moved.length; i++) {
            domain[i] = isPrivate ? "private" : "public";
            fen[i] = i == 0 ? 10_000 : Math.round((isPrivate ? 40_000 : 10_000) * Math.exp(random.nextGaussian() / 2));
        }
        return new Purchases(new Random(number).nextLong(), moved, moved.clone(), domain, fen);
    }

    /** The same customer with another life after a day. */
    static Purchases changedAfter(Purchases one, int day) {
        int seen = one.seenBy(day);
        int[] moved = java.util.Arrays.copyOf(one.moved(), seen + 2);
        int[] bought = java.util.Arrays.copyOf(one.bought(), seen + 2);
        String[] domain = java.util.Arrays.copyOf(one.domain(), seen + 2);
        long[] fen = java.util.Arrays.copyOf(one.fen(), seen + 2);
        moved[seen] = day + 1;
        bought[seen] = seen == 0 ? day + 1 : bought[seen - 1];
        domain[seen] = "";
        fen[seen] = -7_777;
        moved[seen + 1] = day + 2;
        bought[seen + 1] = day + 2;
        domain[seen + 1] = "referral";
        fen[seen + 1] = 9_999_999;
        return new Purchases(one.hash(), moved, bought, domain, fen);
    }

    /** Features as of a day, of those who had bought by then. */
    static float[] rows(List<Purchases> customers, LocalDate day) {
        float[] all = new float[customers.size() * Features.SIZE];
        int size = 0;
        for (Purchases one : customers) {
            size += Features.write(one, (int) day.toEpochDay(), all, size * Features.SIZE) ? 1 : 0;
        }
        return java.util.Arrays.copyOf(all, size * Features.SIZE);
    }

    static Sample sample(List<Purchases> customers, Span span) {
        List<byte[]> rows = new ArrayList<>();
        customers.forEach(one -> Sample.write(one, span, rows));
        return Sample.of(List.of(Sample.joined(rows)));
    }
}
