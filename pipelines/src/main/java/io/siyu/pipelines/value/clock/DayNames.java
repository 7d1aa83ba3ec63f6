package io.siyu.pipelines.value.clock;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * What days are called: festivals and holidays, whose names come back year after year. A day without a name is an ordinary one.
 *
 * @param names by day
 */
public record DayNames(Map<LocalDate, Name> names) {
    /** No day has a name. */
    public static final DayNames NONE = new DayNames(Map.of());

    /**
     * A name.
     *
     * @param kind what it is one of: a name that was never seen is expected to be, in part, like others of its kind
     * @param label the name itself
     */
    public record Name(String kind, String label) implements Comparable<Name> {
        @Override
        public int compareTo(Name other) {
            int byKind = kind.compareTo(other.kind);
            return byKind == 0 ? label.compareTo(other.label) : byKind;
        }
    }

    public DayNames {
        names = new TreeMap<>(names);
    }
}
