package io.siyu.pipelines.value.boost;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What trees of one span learn from: customers as of a day, and what each did in the days after it, in an order that does not depend
 * on how they came.
 *
 * @param rows {@link Features} one after the other
 * @param laterDays purchase days
 * @param laterFen what they came to
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Sample(float[] rows, int[] laterDays, long[] laterFen) {
    /** With fewer customers nothing is trained. */
    static final int LEAST_CUSTOMERS = 200;

    /** With fewer of them who bought afterwards nothing is trained. */
    static final int LEAST_BUYERS = 50;

    private static final int BYTES = Long.BYTES + Integer.BYTES + Long.BYTES + Features.SIZE * Float.BYTES;

    /** Adds a customer's row, if he had bought by the day that training sees; reads nothing that moved after the origin. */
    static void write(Purchases all, Span span, List<byte[]> to) {
        int day = (int) span.trainedAt().toEpochDay();
        float[] features = new float[Features.SIZE];
        if (Features.write(all, day, features, 0)) {
            ByteBuffer row = ByteBuffer.allocate(BYTES)
                    .putLong(all.hash())
                    .putInt(all.laterDays(day, span.days()))
                    .putLong(all.laterFen(day, span.days()));
            for (float feature : features) {
                row.putFloat(feature);
            }
            to.add(row.array());
        }
    }

    /** Rows one after the other, as they go from an executor to the driver. */
    static byte[] joined(List<byte[]> rows) {
        ByteBuffer all = ByteBuffer.allocate(rows.size() * BYTES);
        rows.forEach(all::put);
        return all.array();
    }

    /** The sample of joined rows. */
    static Sample of(List<byte[]> parts) {
        List<ByteBuffer> rows = new ArrayList<>();
        for (byte[] part : parts) {
            for (int at = 0; at < part.length; at += BYTES) {
                rows.add(ByteBuffer.wrap(part, at, BYTES).slice());
            }
        }
        rows.sort(Comparator.naturalOrder());
        Sample sample = new Sample(new float[rows.size() * Features.SIZE], new int[rows.size()], new long[rows.size()]);
        for (int i = 0; i < rows.size(); i++) {
            ByteBuffer row = rows.get(i);
            row.getLong();
            sample.laterDays[i] = row.getInt();
            sample.laterFen[i] = row.getLong();
            for (int j = 0; j < Features.SIZE; j++) {
                sample.rows[i * Features.SIZE + j] = row.getFloat();
            }
        }
        return sample;
    }

    /** Whether there are customers enough to learn from: some who came back and spent, and some who did not. */
    boolean isEnough() {
        long bought =
                java.util.Arrays.stream(laterDays).filter(days -> days > 0).count();
        long spent = java.util.Arrays.stream(laterFen).filter(fen -> fen > 0).count();
        return laterDays.length >= LEAST_CUSTOMERS
                && Math.min(bought, spent) >= LEAST_BUYERS
                && spent < laterFen.length;
    }

    /** Those who spent afterwards. */
    Sample spenders() {
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < laterFen.length; i++) {
            if (laterFen[i] > 0) {
                kept.add(i);
            }
        }
        return only(kept);
    }

    /** Every second row, from the first or from the second on. */
    Sample half(int first) {
        List<Integer> kept = new ArrayList<>();
        for (int i = first; i < laterFen.length; i += 2) {
            kept.add(i);
        }
        return only(kept);
    }

    private Sample only(List<Integer> kept) {
        int size = kept.size();
        Sample sample = new Sample(new float[size * Features.SIZE], new int[size], new long[size]);
        for (int i = 0; i < size; i++) {
            int from = kept.get(i);
            sample.laterDays[i] = laterDays[from];
            sample.laterFen[i] = laterFen[from];
            System.arraycopy(rows, from * Features.SIZE, sample.rows, i * Features.SIZE, Features.SIZE);
        }
        return sample;
    }
}
