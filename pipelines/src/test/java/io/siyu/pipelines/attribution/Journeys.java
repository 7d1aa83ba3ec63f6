package io.siyu.pipelines.attribution;

import java.math.BigDecimal;
import java.util.List;

/** Paths written in one line: {@code a>b 3/1 12.5} is three conversions worth 12.5 together, and one without. */
final class Journeys {
    private Journeys() {}

    static Paths of(String... lines) {
        PathCounter counter = new PathCounter();
        for (String line : lines) {
            String[] words = line.split(" ");
            String[] counts = words[1].split("/");
            BigDecimal value = words.length > 2 ? new BigDecimal(words[2]) : BigDecimal.ZERO;
            counter.add(touches(words[0]), Long.parseLong(counts[0]), value, Long.parseLong(counts[1]));
        }
        return counter.paths();
    }

    static List<String> touches(String path) {
        return List.of(path.split(">"));
    }
}
