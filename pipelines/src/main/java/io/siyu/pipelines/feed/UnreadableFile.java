package io.siyu.pipelines.feed;

/** A file none of whose rows can be had. It fails alone: the reason goes into its trailer and never further. */
final class UnreadableFile extends Exception {
    UnreadableFile(String reason) {
        super(reason);
    }

    /** Snake-case reason, with names behind a colon where there are some: {@code missing_columns: order_no}. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
