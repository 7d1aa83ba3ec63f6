package io.siyu.pipelines.identity.link;

import java.io.Serializable;
import java.util.List;

/**
 * How records are linked.
 *
 * @param id the column that names a record; every value differs and none is empty
 * @param seed chooses the records whose pairs tell how often strangers agree; equal seeds give equal results
 * @param threshold probability from which two groups of records are one, above 0 and below 1
 * @param review probability from which a pair that was not linked is shown to a person; at most {@code threshold}
 * @param largestBlock records that may share a key of a blocking rule; a larger block is left out and named
 * @param compare what is compared, at most {@link Pattern#MOST}
 * @param block blocking rules: a pair is compared when the keys of some rule agree; at most {@link #MOST_RULES}
 * @param never columns of which two different values may never come together
 */
public record LinkSpec(
        String id,
        long seed,
        double threshold,
        double review,
        int largestBlock,
        List<Comparison> compare,
        List<Block> block,
        List<String> never)
        implements Serializable {
    /** Rules are kept as bits of a number. */
    public static final int MOST_RULES = 62;

    /** When a spec does not say: groups are one when that is likelier than not, all their pairs considered. */
    public static final double THRESHOLD = 0.5;

    public static final double REVIEW = 0.1;
    public static final int LARGEST_BLOCK = 500;

    /**
     * One comparison.
     *
     * @param column a column of the input, and the name of its normal form in blocking rules
     */
    public record Comparison(String column, Kind kind) implements Serializable {}

    /**
     * One blocking rule.
     *
     * @param keys Spark SQL expressions over the normal forms of compared columns; an empty key finds nobody
     */
    public record Block(List<String> keys) implements Serializable {
        /** As a spec writes it. */
        public String text() {
            return String.join(" & ", keys);
        }
    }

    /** The columns compared, in order. */
    public List<String> columns() {
        return compare.stream().map(Comparison::column).toList();
    }
}
