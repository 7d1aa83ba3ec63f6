package io.siyu.pipelines.attribution.file;

import io.siyu.pipelines.attribution.ChainOrder;
import io.siyu.pipelines.attribution.Credits;
import io.siyu.pipelines.attribution.Markov;
import io.siyu.pipelines.attribution.Money;
import io.siyu.pipelines.attribution.OrderedShapley;
import io.siyu.pipelines.attribution.Paths;
import io.siyu.pipelines.serve.RowText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Results as CSV files in one folder; a file of the same name is replaced once the new one is whole. */
public final class CreditFiles {
    private final Path folder;

    public CreditFiles(Path folder) {
        this.folder = folder;
    }

    /** {@code credits.csv}: a row per model and channel; the value of each model adds up to the total exactly. */
    public void credits(Paths paths, Map<String, Credits> models) {
        List<List<String>> rows = new ArrayList<>();
        double conversions = paths.conversions();
        models.forEach((model, credits) -> {
            List<BigDecimal> amounts = Money.of(paths.value(), credits.value());
            for (int i = 0; i < amounts.size(); i++) {
                rows.add(List.of(
                        model,
                        credits.channels().get(i),
                        digits(credits.conversions()[i]),
                        digits(credits.conversions()[i] / conversions),
                        amounts.get(i).toPlainString()));
            }
        });
        write("credits.csv", List.of("model", "channel", "conversions", "share_of_conversions", "value"), rows);
    }

    /** {@code removal_effects.csv}: what would be lost without a channel, as a part of all. */
    public void removal(List<String> channels, Markov.Effects effects) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < channels.size(); i++) {
            rows.add(List.of(channels.get(i), digits(effects.conversions()[i]), digits(effects.value()[i])));
        }
        write("removal_effects.csv", List.of("channel", "of_conversions", "of_value"), rows);
    }

    /** {@code orders.csv}: how well chains of each order fit, the best of them marked. */
    public void orders(List<ChainOrder> orders) {
        ChainOrder best = ChainOrder.best(orders);
        List<List<String>> rows = orders.stream()
                .map(o -> List.of(
                        Integer.toString(o.order()),
                        Integer.toString(o.states()),
                        Integer.toString(o.rates()),
                        digits(o.likelihood()),
                        digits(o.bic()),
                        Boolean.toString(o.equals(best))))
                .toList();
        write("orders.csv", List.of("order", "states", "free_rates", "log_likelihood", "bic", "is_best"), rows);
    }

    /** {@code shapley_by_place.csv}: what a channel earned as the first, second, … one a journey met. */
    public void places(List<OrderedShapley.Part> parts) {
        List<List<String>> rows = parts.stream()
                .map(p -> List.of(p.channel(), Integer.toString(p.place()), digits(p.conversions()), digits(p.value())))
                .toList();
        write("shapley_by_place.csv", List.of("channel", "place", "conversions", "value"), rows);
    }

    private static String digits(double number) {
        return String.format(Locale.ROOT, "%.10f", number);
    }

    private void write(String name, List<String> header, List<List<String>> rows) {
        StringBuilder text = new StringBuilder(RowText.csv(header));
        rows.forEach(row -> text.append(RowText.csv(row)));
        Path aside = folder.resolve(name + ".part");
        try {
            Files.createDirectories(folder);
            Files.writeString(aside, text);
            Files.move(aside, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
