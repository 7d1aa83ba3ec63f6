package io.siyu.pipelines.sample.drop;

/** Whether and how a file reaches the drop folders. */
public enum Delivery {
    NORMAL,
    /** Not at all. */
    MISSING,
    /** In the drop folder of the next date. */
    LATE,
    /** Empty; its content comes with the next date's files under another name. */
    EMPTY,
    /** A second time under another name. */
    TWICE,
    /** Cut off within its last line. */
    TRUNCATED
}
