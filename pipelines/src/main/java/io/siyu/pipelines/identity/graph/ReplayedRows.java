package io.siyu.pipelines.identity.graph;

import io.siyu.pipelines.identity.graph.Forest.Conflict;
import io.siyu.pipelines.identity.graph.Forest.Member;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** Runs sorted rows through one {@link Forest} per part; refused edges come out as they are met, nodes when their part ends. */
final class ReplayedRows implements Iterator<Row> {
    private final Iterator<Row> rows;
    private Forest forest = new Forest();
    private Iterator<Member> members = Collections.emptyIterator();
    private @Nullable String part;
    private @Nullable Row waiting;
    private @Nullable Row next;

    /** @param rows as {@link Replay} lays them out: part, right, left, strength, priority, seen, evidence, limit, count */
    ReplayedRows(Iterator<Row> rows) {
        this.rows = rows;
    }

    @Override
    public boolean hasNext() {
        while (next == null) {
            if (members.hasNext()) {
                Member m = members.next();
                next = row(m.node(), m.component(), m.cluster(), null, null, null, null, null, null, null, null, null);
            } else if (waiting != null || rows.hasNext()) {
                Row row = waiting != null ? waiting : rows.next();
                waiting = null;
                next = take(row);
            } else if (part != null) {
                endPart(null);
            } else {
                return false;
            }
        }
        return true;
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException("all rows are replayed");
        }
        Row row = Objects.requireNonNull(next);
        next = null;
        return row;
    }

    private @Nullable Row take(Row row) {
        String of = row.getString(0);
        if (part != null && !part.equals(of)) {
            waiting = row;
            endPart(of);
            return null;
        }
        part = of;
        String left = row.getString(2);
        if (row.isNullAt(1)) {
            forest.node(left);
            if (!row.isNullAt(7)) {
                forest.limit(left, row.getString(7), row.getInt(8));
            }
            return null;
        }
        Conflict no = forest.admit(left, row.getString(1));
        return no == null
                ? null
                : row(
                        null,
                        null,
                        null,
                        left,
                        row.get(1),
                        row.get(3),
                        row.get(4),
                        row.get(5),
                        row.get(6),
                        no.limitKey(),
                        no.left(),
                        no.right());
    }

    private void endPart(@Nullable String following) {
        members = forest.members();
        forest = new Forest();
        part = following;
    }

    private static Row row(@Nullable Object... cells) {
        return RowFactory.create(cells);
    }
}
