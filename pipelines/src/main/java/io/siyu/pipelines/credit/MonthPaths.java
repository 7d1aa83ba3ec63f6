package io.siyu.pipelines.credit;

import io.siyu.pipelines.attribution.CountedPath;
import io.siyu.pipelines.attribution.LargestRemainder;
import io.siyu.pipelines.attribution.Model;
import io.siyu.pipelines.attribution.PathCounter;
import io.siyu.pipelines.attribution.Paths;
import io.siyu.pipelines.attribution.TouchRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The counted paths of one month, for each kind of conversion with the journeys that no order followed. */
final class MonthPaths {
    /**
     * What a model gives one channel of a path.
     *
     * @param step domain and channel, as the path writes it
     * @param parts of {@link #WHOLE}, over all its positions
     */
    record Share(String conversion, String model, String path, String step, long parts) {}

    /** Parts of one conversion: as many as leave a product with any order's fen within 63 bits. */
    static final long WHOLE = 1_000_000_000;

    private static final List<String> CONVERSIONS = List.of("first_order", "membership", "order", "repurchase");

    private static final String SEPARATOR = " > ";

    private final Map<String, PathCounter> kinds = new TreeMap<>();

    MonthPaths() {
        CONVERSIONS.forEach(conversion -> kinds.put(conversion, new PathCounter()));
    }

    /** Adds journeys of one kind, as {@code dws.path} names it, along one path. */
    void add(String kind, String path, long journeys) {
        List<String> steps = List.of(path.split(SEPARATOR));
        kinds.forEach((conversion, counter) -> {
            if (kind.equals("none")) {
                counter.add(steps, 0, BigDecimal.ZERO, journeys);
            } else if (conversion.equals(kind) || (conversion.equals("order") && !kind.equals("membership"))) {
                counter.add(steps, journeys, BigDecimal.ZERO, 0);
            }
        });
    }

    /** All shares, sorted by kind of conversion, model, path and channel. */
    void shares(Map<String, Model> models, Consumer<Share> to) {
        kinds.forEach((conversion, counter) -> {
            Paths paths = counter.paths();
            models.forEach((name, model) -> {
                TouchRule rule = model.within(paths);
                for (CountedPath path : paths.counted()) {
                    if (path.conversions() > 0) {
                        String text = String.join(SEPARATOR, path.touches());
                        parts(path.touches(), rule)
                                .forEach((step, parts) -> to.accept(new Share(conversion, name, text, step, parts)));
                    }
                }
            });
        });
    }

    private static Map<String, Long> parts(List<String> touches, TouchRule rule) {
        TreeMap<String, Double> shares = new TreeMap<>();
        double[] each = rule.shares(touches);
        for (int i = 0; i < each.length; i++) {
            shares.merge(touches.get(i), each[i], Double::sum);
        }
        List<String> steps = new ArrayList<>(shares.keySet());
        long[] whole = LargestRemainder.split(
                WHOLE, shares.values().stream().mapToDouble(share -> share).toArray());
        TreeMap<String, Long> parts = new TreeMap<>();
        for (int i = 0; i < whole.length; i++) {
            parts.put(steps.get(i), whole[i]);
        }
        return parts;
    }
}
