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
 * @param said what the spec knows beforehand
 */
public record LinkSpec(
        String id,
        long seed,
        double threshold,
        double review,
        int largestBlock,
        List<Comparison> compare,
        List<Block> block,
        List<String> never,
        Said said)
        implements Serializable {
    /** Rules are kept as bits of a number. */
    public static final int MOST_RULES = 62;

    /** When a spec does not say: groups are one when that is likelier than not, all their pairs considered. */
    public static final double THRESHOLD = 0.5;

    public static final double REVIEW = 0.1;
    public static final int LARGEST_BLOCK = 500;

    /** A spec that leaves all to the records. */
    public LinkSpec(
            String id,
            long seed,
            double threshold,
            double review,
            int largestBlock,
            List<Comparison> compare,
            List<Block> block,
            List<String> never) {
        this(id, seed, threshold, review, largestBlock, compare, block, never, Said.NOTHING);
    }

    /**
     * What is known before any record is seen. It counts like pairs seen before, so that few records do not mislead and many decide.
     *
     * @param prior probability that two records drawn by chance are one; 0 when it is not said
     * @param alone columns of elements, parted by semicolons, of which two records of one person never share one: when it names
     *     the source of a record, a person has at most one record per source
     */
    public record Said(double prior, List<String> alone) implements Serializable {
        static final Said NOTHING = new Said(0, List.of());
    }

    /**
     * One comparison.
     *
     * @param column a column of the input, and the name of its normal form in blocking rules
     * @param same how often one person's records agree so, per level from the lowest; empty when the records alone tell
     * @param strangers how often strangers' records do
     */
    public record Comparison(String column, Kind kind, List<Double> same, List<Double> strangers)
            implements Serializable {
        public Comparison(String column, Kind kind) {
            this(column, kind, List.of(), List.of());
        }
    }

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
