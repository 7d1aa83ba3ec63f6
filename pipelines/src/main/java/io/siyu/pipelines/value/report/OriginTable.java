package io.siyu.pipelines.value.report;

import io.siyu.pipelines.value.RollingOrigins;
import io.siyu.pipelines.value.RollingOrigins.Round;
import java.util.Locale;

/** Rolling origins as they are told on the console. */
public final class OriginTable {
    private OriginTable() {}

    /** The whole text, ending with a line end. */
    public static String text(RollingOrigins origins) {
        StringBuilder out = new StringBuilder(
                "rolling origins 滚动回测   customers   expected     actual     bias      MAE   gini   spend bias   gini   reason\n");
        for (Round round : origins.rounds()) {
            out.append(String.format(
                    Locale.ROOT,
                    "  %-21s %,11d %,10.1f %,10.0f %+7.1f%% %8.4f %6.4f     %+7.1f%% %6.4f   %s%n",
                    round.origin(),
                    round.customers(),
                    round.orders().predicted(),
                    round.orders().actual(),
                    100 * round.orders().bias(),
                    round.orders().mae(),
                    round.orders().gini(),
                    100 * round.spend().bias(),
                    round.spend().gini(),
                    round.reason().code()));
        }
        return out.toString();
    }
}
