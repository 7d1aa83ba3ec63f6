package io.siyu.pipelines.identity.graph;

import io.siyu.pipelines.identity.graph.Succession.Overlap;
import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** The rows of a {@link Succession}: what goes in, and what comes out. */
final class SettledRows {
    /** {@code cluster, id} with the rest null, or an event with {@code cluster} null. */
    static final StructType SHAPE = new StructType()
            .add("cluster", "string")
            .add("event", "string")
            .add("id", "string")
            .add("other", "string")
            .add("nodes", "long")
            .add("node", "string");

    private SettledRows() {}

    /** @param rows {@code cluster, id, ended, nodes, day, node}; of no nodes when an id is only named as issued */
    static Iterator<Row> of(Iterator<Row> rows) {
        Succession succession = new Succession();
        while (rows.hasNext()) {
            Row row = rows.next();
            if (row.getLong(3) == 0) {
                succession.issued(row.getString(1));
            } else {
                succession.tell(new Overlap(
                        row.getString(0),
                        row.getString(1),
                        row.getBoolean(2),
                        row.getLong(3),
                        row.getInt(4),
                        row.getString(5)));
            }
        }
        Stream<Row> ids = succession.ids().entrySet().stream()
                .map(e -> RowFactory.create(e.getKey(), null, e.getValue(), null, null, null));
        Stream<Row> events = succession.events().stream()
                .map(e -> RowFactory.create(null, e.event(), e.id(), e.other(), e.nodes(), e.node()));
        return Stream.concat(ids, events).iterator();
    }
}
