package io.siyu.pipelines.sample.trade;

import java.util.ArrayList;
import java.util.List;

/**
 * One of the ways in which a ticket was paid.
 *
 * @param fen never negative, also of money that goes back
 */
public record Tender(Kind kind, long fen) {
    /** The till's code of each way. */
    public enum Kind {
        CASH("payCode_1"),
        STORED_VALUE("payCode_2"),
        ALIPAY("payCode_11"),
        WECHAT("payCode_13");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** How a ticket was paid: a wallet, three of ten Alipay; stored value; or two fifths cash and the rest a wallet. */
    public static List<Tender> of(Order order) {
        long total = order.payFen();
        Kind wallet = Math.floorMod(order.no().hashCode(), 10) < 3 ? Kind.ALIPAY : Kind.WECHAT;
        if (order.has(Mark.MIXED_TENDER)) {
            long cash = total * 2 / 5;
            return List.of(new Tender(Kind.CASH, cash), new Tender(wallet, total - cash));
        }
        return List.of(new Tender(order.has(Mark.STORED_VALUE) ? Kind.STORED_VALUE : wallet, total));
    }

    /** How a ticket's refunds are paid: the way it came, the last first; in cash without its original. */
    public static List<Tender> back(Order order) {
        long left = order.refunds().stream().mapToLong(Refund::fen).sum();
        List<Tender> back = new ArrayList<>();
        List<Tender> paid = order.has(Mark.NO_ORIGINAL) ? List.of() : of(order);
        for (int i = paid.size() - 1; i >= 0 && left > 0; i--) {
            long fen = Math.min(left, paid.get(i).fen());
            back.add(new Tender(paid.get(i).kind(), fen));
            left -= fen;
        }
        if (left > 0) {
            back.add(new Tender(Kind.CASH, left));
        }
        return back;
    }
}
