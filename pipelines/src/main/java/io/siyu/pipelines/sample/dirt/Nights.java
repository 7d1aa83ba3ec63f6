package io.siyu.pipelines.sample.dirt;

import io.siyu.pipelines.sample.World;

/** The nights on which something special is wrong, as days from the first drop folder; -1 where the window is too short. */
public final class Nights {
    private static final int WEEK = 7;
    private final int days;
    private final boolean packed;

    public Nights(World world) {
        this.days = world.days();
        this.packed = world.packed();
    }

    /** From this night on, files are written otherwise: day 60 of 120. */
    public int switchOver() {
        return days / 2;
    }

    /** A header changes its order and another gets a column: day 45 of 120. */
    public int newHeader() {
        return days * 3 / 8;
    }

    /** A column gets another name: day 75 of 120. */
    public int renamed() {
        return days * 5 / 8;
    }

    public int columnMissing() {
        return at(0.30);
    }

    /** JD's amounts come in fen. */
    public int wrongUnit() {
        return at(0.80);
    }

    /** Half of the events are not there. */
    public int fewEvents() {
        return at(0.70);
    }

    /** Most mini-program orders come without a unionid. */
    public int nullJump() {
        return at(0.55);
    }

    /** Most tickets come without the member they belong to. */
    public int joinDrop() {
        return at(0.62);
    }

    public int totalMismatch() {
        return at(0.40);
    }

    /** No contact list arrives. */
    public int snapshotMissing() {
        return snapshot(at(0.34));
    }

    /** The contact list lacks three of ten relations. */
    public int snapshotCollapse() {
        return snapshot(at(0.75));
    }

    /** Whether this night's daily full lists are written: every night, in packed worlds once a week. */
    public boolean hasSnapshot(int day) {
        return !packed || day % WEEK == 0;
    }

    private int snapshot(int day) {
        return packed ? day / WEEK * WEEK : day;
    }

    private int at(double share) {
        int day = (int) (days * share);
        return days < 8 ? -1 : day;
    }
}
