package io.siyu.pipelines.value.report;

import io.siyu.pipelines.value.RollingOrigins;
import io.siyu.pipelines.value.RollingOrigins.Round;
import java.util.List;
import java.util.Locale;

/** Rolling origins as they are told on the console. */
public final class OriginTable {
    private OriginTable() {}

    /** The whole text, ending with a line end. */
    public static String text(RollingOrigins origins) {
        StringBuilder out = new StringBuilder(
                "rolling origins 滚动回测   customers   expected     actual     bias   80% interval, rank of actual      MAE   gini   spend bias   rank   gini   reason\n");
        for (Round round : origins.rounds()) {
            out.append(String.format(
                    Locale.ROOT,
                    "  %-21s %,11d %,10.1f %,10.0f %+7.1f%%   %,9.0f to %,9.0f, %.2f     %8.4f %6.4f     %+7.1f%%   %.2f %6.4f   %s%n",
                    round.origin(),
                    round.customers(),
                    round.orders().predicted(),
                    round.orders().actual(),
                    100 * round.orders().bias(),
                    round.ordersTotal().low(),
                    round.ordersTotal().high(),
                    round.ordersTotal().rank(round.orders().actual()),
                    round.orders().mae(),
                    round.orders().gini(),
                    100 * round.spend().bias(),
                    round.spendTotal().rank(round.spend().actual()),
                    round.spend().gini(),
                    round.reason().code()));
        }
        List<Round> rounds = origins.rounds();
        out.append(String.format(
                Locale.ROOT,
                "  totals within their 80%% interval 区间命中: orders %d of %d, spend %d of %d%n",
                rounds.stream()
                        .filter(round ->
                                round.ordersTotal().holds(round.orders().actual()))
                        .count(),
                rounds.size(),
                rounds.stream()
                        .filter(round -> round.spendTotal().holds(round.spend().actual()))
                        .count(),
                rounds.size()));
        return out.toString();
    }
}
