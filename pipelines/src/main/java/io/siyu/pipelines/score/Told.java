package io.siyu.pipelines.score;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a score answered.
 *
 * @param header names of the columns
 * @param numbers places of the columns that hold numbers
 * @param lines its rows
 */
public record Told(Score score, List<String> header, Set<Integer> numbers, List<Line> lines) {
    /** A row, as text, and whether it breaks the bound. */
    public record Line(List<@Nullable String> cells, boolean isOutside) {}

    /** How many rows break the bound. */
    public long outside() {
        return lines.stream().filter(Line::isOutside).count();
    }
}
