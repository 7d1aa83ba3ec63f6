package io.siyu.quality;

import java.util.List;

/** What rules measured on earlier nights. */
@FunctionalInterface
public interface History {
    /** No night before this one. */
    History NONE = (table, rule, nights) -> List.of();

    /**
     * The numbers by which a rule decided on earlier business dates, one a date, the latest first.
     *
     * @param table the table's name
     * @param rule the rule's {@link Rule#id}
     * @param nights how many at most
     */
    List<Double> last(String table, String rule, int nights);
}
