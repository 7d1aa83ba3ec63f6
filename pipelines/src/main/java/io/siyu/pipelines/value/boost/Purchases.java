package io.siyu.pipelines.value.boost;

import org.apache.spark.sql.Row;

/**
 * What one customer bought, in the order in which it moved: the rows of {@code dws.customer_purchase}. Days are days since 1970.
 *
 * @param hash of the customer; fixes who is taken into a sample, and in which order
 * @param moved the day of a purchase, or that on which money went back
 * @param bought the purchase day that a row belongs to; {@code moved} itself but for refunds
 * @param domain of the purchase; "" for a refund alone
 * @param fen paid less refunded on {@code moved}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Purchases(long hash, int[] moved, int[] bought, String[] domain, long[] fen) {

    /** From {@code hash} and {@code moves: ARRAY<STRUCT<moved INT, bought INT, domain STRING, fen BIGINT>>}, sorted. */
    static Purchases of(Row row) {
        java.util.List<Row> moves = row.getList(1);
        int size = moves.size();
        Purchases all = new Purchases(row.getLong(0), new int[size], new int[size], new String[size], new long[size]);
        for (int i = 0; i < size; i++) {
            Row move = moves.get(i);
            all.moved[i] = move.getInt(0);
            all.bought[i] = move.getInt(1);
            all.domain[i] = move.isNullAt(2) ? "" : move.getString(2);
            all.fen[i] = move.getLong(3);
        }
        return all;
    }

    /** How many rows had moved by the end of a day: all that may be seen from it. */
    int seenBy(int day) {
        int seen = 0;
        while (seen < moved.length && moved[seen] <= day) {
            seen++;
        }
        return seen;
    }

    /** Whether a row is a purchase day, and not a refund alone. */
    boolean isPurchase(int row) {
        return moved[row] == bought[row];
    }

    /** Fen that had moved by the end of a day. */
    long spentBy(int day) {
        long spent = 0;
        for (int i = seenBy(day) - 1; i >= 0; i--) {
            spent += fen[i];
        }
        return spent;
    }

    /** Purchase days after a day, within so many days. */
    int laterDays(int after, int days) {
        int later = 0;
        for (int i = 0; i < moved.length; i++) {
            later += isPurchase(i) && moved[i] > after && moved[i] <= after + days ? 1 : 0;
        }
        return later;
    }

    /** Fen that those purchase days came to, less what had gone back by their end. */
    long laterFen(int after, int days) {
        long later = 0;
        for (int i = 0; i < moved.length; i++) {
            later += bought[i] > after && moved[i] <= after + days ? fen[i] : 0;
        }
        return later;
    }
}
