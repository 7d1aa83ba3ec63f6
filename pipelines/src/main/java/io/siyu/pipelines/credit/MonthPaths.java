package io.siyu.pipelines.credit;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.siyu.pipelines.attribution.CountedPath;
import io.siyu.pipelines.attribution.LargestRemainder;
import io.siyu.pipelines.attribution.Model;
import io.siyu.pipelines.attribution.PathCounter;
import io.siyu.pipelines.attribution.Paths;
import io.siyu.pipelines.attribution.TouchRule;
import java.math.BigDecimal;
import java.sql.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The counted paths of one month, for each kind of conversion with the journeys that no order followed. */
final class MonthPaths {
    /**
     * What a model gives one touch of a path.
     *
     * @param position of the touch, from 1
     * @param step domain and channel, as the path writes it
     * @param parts of {@link #WHOLE}, more than 0
     */
    record Share(String conversion, String model, String path, int position, String step, long parts) {}

    /** Parts of one conversion: as many as leave a product with any order's fen within 63 bits. */
    static final long WHOLE = 1_000_000_000;

    private static final List<String> CONVERSIONS = List.of("first_order", "membership", "order", "repurchase");

    private static final String SEPARATOR = " > ";

    private final Map<String, PathCounter> kinds = new TreeMap<>();

    MonthPaths() {
        CONVERSIONS.forEach(conversion -> kinds.put(conversion, new PathCounter()));
    }

    /** The counted paths of {@code dws.path}, by month; Spark counts, so that the work here does not grow with customers. */
    static Map<Date, MonthPaths> of(Dataset<Row> paths) {
        Map<Date, MonthPaths> months = new TreeMap<>();
        for (Row row :
                paths.groupBy("month", "conversion", "path").agg(count(lit(1))).collectAsList()) {
            months.computeIfAbsent(row.getDate(0), month -> new MonthPaths())
                    .add(row.getString(1), row.getString(2), row.getLong(3));
        }
        return months;
    }

    /** The counted paths by kind of conversion; nulls in each are journeys that no order followed. */
    Map<String, Paths> kinds() {
        Map<String, Paths> counted = new TreeMap<>();
        kinds.forEach((conversion, counter) -> counted.put(conversion, counter.paths()));
        return counted;
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

    /** All shares, sorted by kind of conversion, model, path and position. */
    void shares(Map<String, Model> models, Consumer<Share> to) {
        kinds().forEach((conversion, paths) -> {
            models.forEach((name, model) -> {
                TouchRule rule = model.within(paths);
                for (CountedPath path : paths.counted()) {
                    if (path.conversions() > 0) {
                        share(conversion, name, path.touches(), rule, to);
                    }
                }
            });
        });
    }

    private static void share(
            String conversion, String model, List<String> touches, TouchRule rule, Consumer<Share> to) {
        String path = String.join(SEPARATOR, touches);
        long[] parts = LargestRemainder.split(WHOLE, rule.shares(touches));
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] > 0) {
                to.accept(new Share(conversion, model, path, i + 1, touches.get(i), parts[i]));
            }
        }
    }
}
