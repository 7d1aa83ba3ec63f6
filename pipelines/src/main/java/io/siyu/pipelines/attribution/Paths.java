package io.siyu.pipelines.attribution;

import java.math.BigDecimal;
import java.util.List;

/**
 * Distinct paths with their counts.
 *
 * @param channels every channel of the paths, sorted
 * @param counted every path once, sorted by its touches
 */
public record Paths(List<String> channels, List<CountedPath> counted) {
    public Paths {
        channels = List.copyOf(channels);
        counted = List.copyOf(counted);
    }

    /** All conversions. */
    public long conversions() {
        return counted.stream().mapToLong(CountedPath::conversions).sum();
    }

    /** All who did not convert. */
    public long nulls() {
        return counted.stream().mapToLong(CountedPath::nulls).sum();
    }

    /** What all conversions were worth, exactly. */
    public BigDecimal value() {
        return counted.stream().map(CountedPath::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The same journeys, told by a transform: what becomes the same path is counted together. */
    public Paths told(PathTransform transform) {
        PathCounter counter = new PathCounter();
        counted.forEach(
                path -> counter.add(transform.of(path.touches()), path.conversions(), path.value(), path.nulls()));
        return counter.paths();
    }
}
