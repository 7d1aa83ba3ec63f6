package io.siyu.pipelines.identity.explain;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;

/**
 * A customer as it stands in a release.
 *
 * @param nodes its identifiers, by text; none when it has ended
 * @param ties the edges between them
 */
record Customer(String oneid, Set<String> nodes, Ties ties) {

    /** The customer with this OneID, an ended one too, or whose identifier this is. */
    static Customer of(Published published, Names names, String asked) {
        String text = asked.strip();
        boolean isKnown = !published
                .rows("dim.identity_span")
                .where(col("oneid").equalTo(text))
                .isEmpty();
        List<String> oneids = isKnown
                ? List.of(text)
                : new Identifiers(published, names.model()).find(text).oneids();
        return of(published, oneids.get(oneids.size() - 1));
    }

    /** The customer with this OneID. */
    static Customer of(Published published, String oneid) {
        Set<String> nodes = new TreeSet<>();
        for (Row row : published.held().where(col("oneid").equalTo(oneid)).collectAsList()) {
            nodes.add(row.getString(0));
        }
        List<Tie> ties = nodes.size() < 2 ? List.of() : new Edges(published).among(nodes);
        return new Customer(oneid, nodes, Ties.of(nodes, ties));
    }
}
