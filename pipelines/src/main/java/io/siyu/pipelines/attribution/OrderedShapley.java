package io.siyu.pipelines.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Shapley values of channels told apart by when they came (Zhao, Mahboobi and Bagheri 2018, the ordered value): a channel
 * that opens journeys and one that closes them earn at different places. Over all places a channel earns what
 * {@link Shapley} with {@link Shapley.Worth#TOTAL} gives it.
 */
public final class OrderedShapley {
    /**
     * What a channel earned at one place.
     *
     * @param place 1 where it was the first channel a journey met, 2 the second, and so on; met again does not count
     */
    public record Part(String channel, int place, double conversions, double value) {}

    private OrderedShapley() {}

    /** All parts that are not nought, by channel and place. */
    public static List<Part> of(Paths paths) {
        Map<String, Map<Integer, double[]>> earned = new TreeMap<>();
        for (CountedPath path : paths.told(PathTransform.first()).counted()) {
            int n = path.touches().size();
            for (int i = 0; i < n; i++) {
                double[] part = earned.computeIfAbsent(path.touches().get(i), c -> new TreeMap<>())
                        .computeIfAbsent(i + 1, p -> new double[2]);
                part[0] += (double) path.conversions() / n;
                part[1] += path.value().doubleValue() / n;
            }
        }
        List<Part> parts = new ArrayList<>();
        earned.forEach((channel, places) -> places.forEach((place, part) -> {
            if (part[0] != 0 || part[1] != 0) {
                parts.add(new Part(channel, place, part[0], part[1]));
            }
        }));
        return parts;
    }
}
