package io.siyu.pipelines.release;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What readers see: exact versions of all tables, named together.
 *
 * @param id {@code R20261111.1}: the business date and a count within it
 * @param date the business date it stands for
 * @param run the run that published it: {@code night-2026-11-11-1}
 * @param of for a rollback, the release it points back to; else its own id
 * @param versions table name to Delta version
 * @param kept whether its files are all there; vacuum lets old releases go
 */
public record Release(
        String id, LocalDate date, String run, String of, SortedMap<String, Long> versions, boolean kept) {
    public Release {
        versions = new TreeMap<>(versions);
    }

    /** A release whose files are all there. */
    public Release(String id, LocalDate date, String run, String of, SortedMap<String, Long> versions) {
        this(id, date, run, of, versions, true);
    }

    /** Whether this release only points back to an earlier one. */
    public boolean isRollback() {
        return !of.equals(id);
    }
}
