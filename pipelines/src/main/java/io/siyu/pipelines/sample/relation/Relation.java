package io.siyu.pipelines.sample.relation;

import io.siyu.pipelines.sample.chance.Dates;

/**
 * A contact of a member of staff, from the day it was made to the day one of them ended it.
 *
 * @param endsAt {@link Dates#NEVER} while it lasts
 * @param beganBy {@code scan}, {@code readd}, {@code transfer} or {@code inherit}
 * @param endedBy {@code customer}, {@code staff}, {@code transfer}, {@code inherit} or an empty text
 * @param state the code of the QR that was scanned
 */
public record Relation(
        int staff, long beginsAt, long endsAt, String beganBy, String endedBy, int addWay, String state) {
    public boolean holdsAt(long at) {
        return beginsAt <= at && at < endsAt;
    }

    public boolean hasEnded() {
        return endsAt != Dates.NEVER;
    }

    Relation ended(long at, String by) {
        return new Relation(staff, beginsAt, at, beganBy, by, addWay, state);
    }
}
