package io.siyu.pipelines.identity.link;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/**
 * What a person said of two customers, as strong identifiers name them tonight.
 *
 * @param l the lesser of two clusters
 * @param r the greater; the same when both identifiers are one customer's
 * @param limit a limit that both fill, when there is one
 */
record Decided(
        String l,
        String r,
        boolean same,
        String text,
        @Nullable String limit) {
    /** From a row of {@code dim.id_decided}. */
    static Decided of(Row row) {
        return new Decided(
                row.getAs("left_node"),
                row.getAs("right_node"),
                "same".equals(row.getAs("decision")),
                row.getAs("said"),
                row.getAs("limit_key"));
    }

    /** Whether the two may not be linked. */
    boolean apart() {
        return !same && !l.equals(r);
    }

    /** Whether it says that two are one, and a limit stands against it. */
    boolean refused() {
        return same && !l.equals(r);
    }

    String pair() {
        return Clusters.pair(l, r);
    }

    /** The row that says why it was refused. */
    Row row() {
        String why = limit == null ? "a limit of identity.yml" : "both have " + limit + ", and one customer has one";
        return RowFactory.create(l, r, "refused", null, null, null, text + "; " + why);
    }
}
