package io.siyu.pipelines.land;

import io.siyu.warehouse.Snapshot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Whether a list is believed about what it lacks. It is not when it is empty, broken, or has too few of the entries that stood
 * on its date, nor when it comes late and none of the believed lists after it is there any more to say what goes on. A list
 * that was believed stays so when it is compared again.
 *
 * @param believed dates of lists that were believed before
 */
record ListJudge(
        Snapshot snapshot, SortedSet<LocalDate> believed, SortedMap<LocalDate, String> reasons, List<String> told) {

    ListJudge(Snapshot snapshot, SortedSet<LocalDate> believed) {
        this(snapshot, believed, new TreeMap<>(), new ArrayList<>());
    }

    /**
     * Judges, and keeps the reason.
     *
     * @param listed how many entries stood on its date
     * @param present dates of the lists that are compared with it
     */
    boolean believes(DayList list, long listed, Set<LocalDate> present) {
        if (list.isAgain() && believed.contains(list.date())) {
            return true;
        }
        String reason = reason(list, listed, present);
        if (!reason.isEmpty()) {
            reasons.put(list.date(), reason);
            told.add(reason.replace('_', ' ') + " of " + list.date() + " (" + list.entries() + " of " + listed
                    + "), nothing ended");
        }
        return reason.isEmpty();
    }

    private String reason(DayList list, long listed, Set<LocalDate> present) {
        if (snapshot.files() == Snapshot.Contents.CHANGES) {
            return "changes_only";
        }
        if (list.isBroken()) {
            return "broken_list";
        }
        if (list.entries() == 0) {
            return "empty_list";
        }
        if (snapshot.files() == Snapshot.Contents.LISTS_AND_CHANGES && list.entries() * 2 < listed) {
            return "changes_only";
        }
        if (listed >= snapshot.from() && list.entries() * 100 < listed * snapshot.share()) {
            return "collapsed_list";
        }
        SortedSet<LocalDate> later = believed.tailSet(list.date().plusDays(1));
        boolean isAlone = !later.isEmpty() && later.stream().noneMatch(present::contains);
        return isAlone && !list.isAgain() ? "next_list_gone" : "";
    }
}
