package io.siyu.pipelines.step;

/**
 * What became of a step.
 *
 * @param verdict {@code written} or {@code unchanged}
 * @param rows rows written, or looked at
 * @param rules what the judge said, in a few words
 */
public record Outcome(String verdict, long rows, String rules) {
    static final String WRITTEN = "written";
    static final String UNCHANGED = "unchanged";

    /** Whether the table has a new version now. */
    public boolean isWritten() {
        return verdict.equals(WRITTEN);
    }
}
