package io.siyu.pipelines.identity.graph;

import io.siyu.pipelines.identity.graph.Timeline.Span;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Runs sorted rows through one {@link Timeline} per part.
 *
 * @param last day whose ids are known
 * @param tonight the day to come to
 */
record TimelineRows(int last, int tonight) implements MapPartitionsFunction<Row, Row> {
    /** What a row is; nodes come before edges. */
    static final int NODE = 0;

    static final int HAD = 1;
    static final int ISSUED = 2;
    static final int EDGE = 3;

    static final StructType SHAPE = new StructType()
            .add("node", "string")
            .add("oneid", "string")
            .add("since", "int")
            .add("until", "int")
            .add("part", "string");

    /** The columns of a row; {@code other} is the key of a node's limit, an id, or the other end, {@code until} a limit's count. */
    static Column[] columns() {
        return new Column[] {
            functions.col("part"),
            functions.col("kind"),
            functions.col("node"),
            functions.col("other"),
            functions.col("since"),
            functions.col("until")
        };
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        return new Parts(rows);
    }

    private final class Parts implements Iterator<Row> {
        private final Iterator<Row> rows;
        private Iterator<Span> spans = Collections.emptyIterator();
        private String part = "";
        private @Nullable Row waiting;

        Parts(Iterator<Row> rows) {
            this.rows = rows;
            this.waiting = following();
        }

        @Override
        public boolean hasNext() {
            while (!spans.hasNext() && waiting != null) {
                spans = part(waiting);
            }
            return spans.hasNext();
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException("all parts are told");
            }
            Span span = spans.next();
            return RowFactory.create(span.node(), span.id(), span.from(), span.until(), part);
        }

        private @Nullable Row following() {
            return rows.hasNext() ? rows.next() : null;
        }

        private Iterator<Span> part(Row first) {
            part = first.getString(0);
            Timeline timeline = new Timeline();
            Row row = first;
            while (row != null && row.getString(0).equals(part)) {
                tell(timeline, row);
                row = following();
            }
            waiting = row;
            return timeline.spans(last, tonight).iterator();
        }
    }

    private static void tell(Timeline timeline, Row row) {
        String node = row.getString(2);
        String other = row.getString(3);
        int since = row.getInt(4);
        switch (row.getInt(1)) {
            case NODE -> {
                timeline.node(node, since);
                if (other != null) {
                    timeline.limit(node, other, row.getInt(5));
                }
            }
            case HAD -> timeline.had(node, other, since, row.getInt(5));
            case ISSUED -> timeline.issued(other);
            default -> timeline.edge(node, other, since, row.getInt(5));
        }
    }
}
