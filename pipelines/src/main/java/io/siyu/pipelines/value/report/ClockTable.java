package io.siyu.pipelines.value.report;

import io.siyu.pipelines.value.clock.ClockFit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A clock as it is told on the console. */
public final class ClockTable {
    private static final List<String> DAYS = List.of("Mon 一", "Tue 二", "Wed 三", "Thu 四", "Fri 五", "Sat 六", "Sun 日");

    private ClockTable() {}

    /** The whole text, ending with a line end. */
    public static String text(ClockFit fit) {
        StringBuilder out = new StringBuilder();
        if (fit.clock().isEven()) {
            return "clock 季节时钟   days are alike: fewer than " + ClockFit.LEAST_REPEATS
                    + " repeat purchase days to tell\n";
        }
        out.append(String.format(
                Locale.ROOT,
                "clock 季节时钟   counts scatter by %.1f times chance; 1 is a day like others%n",
                fit.scatter()));
        for (int i = 0; i < DAYS.size(); i++) {
            out.append(String.format(
                    Locale.ROOT, "  %s %.2f", DAYS.get(i), fit.weekdays().get(i)));
        }
        out.append('\n');
        String named = fit.named().entrySet().stream()
                .map(one -> String.format(
                        Locale.ROOT,
                        "%s (%s) %.2f",
                        one.getKey().label(),
                        one.getKey().kind(),
                        one.getValue()))
                .collect(Collectors.joining("  "));
        return out.append(named.isEmpty() ? "" : "  " + named + "\n").toString();
    }
}
