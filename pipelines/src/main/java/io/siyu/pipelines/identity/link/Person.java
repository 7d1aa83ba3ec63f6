package io.siyu.pipelines.identity.link;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * A record as it is compared.
 *
 * @param values normal forms, one per comparison; null where nothing is known
 * @param keys one per blocking rule; null where the rule finds nobody for it
 * @param never values of which two different ones may never come together
 * @param alone values that two records of one person never share
 */
record Person(
        String id,
        @Nullable String[] values,
        @Nullable String[] keys,
        @Nullable String[] never,
        Set<String> alone) implements Comparable<Person> {
    /** From a row of {@link People}. */
    static Person of(Row row) {
        return new Person(
                row.getString(0), strings(row, 1), strings(row, 2), strings(row, 3), Set.copyOf(row.getList(4)));
    }

    /** Whether something known of both forbids that they are one. */
    boolean forbids(Person other) {
        for (int i = 0; i < never.length; i++) {
            String mine = never[i];
            String theirs = other.never[i];
            if (mine != null && theirs != null && !mine.equals(theirs)) {
                return true;
            }
        }
        return !Collections.disjoint(alone, other.alone);
    }

    @Override
    public int compareTo(Person other) {
        return id.compareTo(other.id);
    }

    private static @Nullable String[] strings(Row row, int place) {
        List<String> list = row.getList(place);
        return list.toArray(String[]::new);
    }
}
