package io.siyu.pipelines.attribution;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Counts paths. Sums are exact, so that the order in which paths come changes no digit. */
public final class PathCounter {
    private static final Comparator<List<String>> BY_TOUCHES = PathCounter::compare;

    private final Map<List<String>, CountedPath> paths = new HashMap<>();

    /** Adds journeys along one path; see {@link CountedPath} for what the counts mean. */
    public void add(List<String> touches, long conversions, BigDecimal value, long nulls) {
        CountedPath more = new CountedPath(touches, conversions, value, nulls);
        paths.merge(more.touches(), more, PathCounter::sum);
    }

    /** What was counted so far. */
    public Paths paths() {
        TreeSet<String> channels = new TreeSet<>();
        paths.keySet().forEach(channels::addAll);
        List<CountedPath> sorted = new ArrayList<>(paths.values());
        sorted.sort(Comparator.comparing(CountedPath::touches, BY_TOUCHES));
        return new Paths(List.copyOf(channels), sorted);
    }

    private static CountedPath sum(CountedPath a, CountedPath b) {
        return new CountedPath(
                a.touches(), a.conversions() + b.conversions(), a.value().add(b.value()), a.nulls() + b.nulls());
    }

    private static int compare(List<String> a, List<String> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = a.get(i).compareTo(b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }
}
