package io.siyu.pipelines.cli;

import io.siyu.pipelines.attribution.ChainOrder;
import io.siyu.pipelines.attribution.Credits;
import io.siyu.pipelines.attribution.Markov;
import io.siyu.pipelines.attribution.Models;
import io.siyu.pipelines.attribution.Money;
import io.siyu.pipelines.attribution.Paths;
import io.siyu.pipelines.attribution.file.PathFile;
import io.siyu.pipelines.serve.RowText;
import io.siyu.warehouse.Words;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the attribution of a file says to people. */
final class AttributionText {
    private final PrintWriter out;

    AttributionText(PrintWriter out) {
        this.out = out;
    }

    void file(Path file, PathFile read, Paths paths) {
        print(
                "%s: %,d rows, %,d distinct paths of %,d channels.%n",
                Words.path(file),
                read.rows(),
                paths.counted().size(),
                paths.channels().size());
        print(
                "  read as %s; cells end at %s%n",
                Words.list(read.columns()), read.delimiter() == '\t' ? "tabs" : "'" + read.delimiter() + "'");
        print(
                "  %,d conversions (转化) of %,d journeys (旅程), worth %s (价值).%n",
                paths.conversions(), paths.conversions() + paths.nulls(), amount(Money.rounded(paths.value())));
        if (Money.rounded(paths.value()).compareTo(paths.value()) != 0) {
            print("  Values have more than %d decimals; their sum is rounded.%n", Money.DECIMALS);
        }
        if (paths.nulls() == 0) {
            print("  Nobody is known who did not convert: Markov and rates see only those who did.%n");
        }
    }

    /** A table of conversions, and one of value where there is any; whom the first model gives most stands first. */
    void credits(Paths paths, Map<String, Credits> models) {
        Map<String, List<String>> conversions = new LinkedHashMap<>();
        Map<String, List<String>> value = new LinkedHashMap<>();
        models.forEach((name, credits) -> {
            List<String> parts = new ArrayList<>();
            for (double part : credits.conversions()) {
                parts.add(String.format(Locale.ROOT, "%,.2f", part));
            }
            parts.add(String.format(Locale.ROOT, "%,d", paths.conversions()));
            conversions.put(name, parts);
            List<String> amounts = Money.of(paths.value(), credits.value()).stream()
                    .map(AttributionText::amount)
                    .collect(Collectors.toCollection(ArrayList::new));
            amounts.add(amount(Money.rounded(paths.value())));
            value.put(name, amounts);
        });
        double[] most = models.values().iterator().next().conversions();
        table("Conversions 转化", paths, conversions, most);
        if (paths.value().signum() != 0) {
            table("Value 价值", paths, value, most);
        }
    }

    private void table(String title, Paths paths, Map<String, List<String>> columns, double[] most) {
        List<String> header = new ArrayList<>(List.of("channel 渠道"));
        columns.keySet()
                .forEach(name -> header.add(name + " " + Models.chinese().getOrDefault(name, "")));
        List<List<@Nullable String>> rows = new ArrayList<>();
        IntStream.range(0, most.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> -most[i]))
                .forEach(i -> rows.add(row(paths.channels().get(i), columns, i)));
        rows.add(row("total 合计", columns, most.length));
        Set<Integer> numbers = IntStream.rangeClosed(1, columns.size()).boxed().collect(Collectors.toSet());
        out.println();
        out.println(title);
        RowText.table(header, numbers, rows).forEach(out::println);
    }

    private static List<@Nullable String> row(String name, Map<String, List<String>> columns, int at) {
        List<@Nullable String> row = new ArrayList<>();
        row.add(name);
        columns.values().forEach(column -> row.add(column.get(at)));
        return row;
    }

    /** How the chain was solved, what would be lost without each channel, and which order fits best. */
    void markov(int order, Paths paths, Markov.Effects effects, List<ChainOrder> orders) {
        out.println();
        print(
                "Markov of order %d: %,d states, solved exactly %s; a journey converts with %.4f%%.%n",
                order,
                effects.states(),
                effects.sweeps() == 0 ? "by decomposition" : "in " + effects.sweeps() + " sweeps",
                100 * effects.converted());
        String lost = IntStream.range(0, paths.channels().size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> -effects.conversions()[i]))
                .map(i -> String.format(
                        Locale.ROOT, "%s %.2f%%", paths.channels().get(i), 100 * effects.conversions()[i]))
                .limit(12)
                .collect(Collectors.joining(", "));
        print("  Lost without a channel (移除效应): %s%n", lost);
        int best = ChainOrder.best(orders).order();
        print(
                "  The order that fits best is %d (least BIC: %s)%s.%n",
                best,
                orders.stream()
                        .map(o -> String.format(Locale.ROOT, "%d %,.0f", o.order(), o.bic()))
                        .collect(Collectors.joining(", ")),
                best == order ? "" : "; --order " + best + " uses it");
    }

    void end(Optional<Path> folder) {
        folder.ifPresent(to -> print("%nWritten to %s.%n", Words.path(to)));
        out.flush();
    }

    private void print(String format, Object... values) {
        out.printf(Locale.ROOT, format, values);
    }

    private static String amount(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,." + amount.scale() + "f", amount);
    }
}
