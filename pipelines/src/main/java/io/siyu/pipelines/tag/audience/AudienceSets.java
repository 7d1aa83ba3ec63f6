package io.siyu.pipelines.tag.audience;

import static org.apache.spark.sql.functions.col;

import io.siyu.warehouse.tag.ConditionTree;
import io.siyu.warehouse.tag.ConditionTree.Both;
import io.siyu.warehouse.tag.ConditionTree.Compared;
import io.siyu.warehouse.tag.ConditionTree.Either;
import io.siyu.warehouse.tag.ConditionTree.Holds;
import io.siyu.warehouse.tag.ConditionTree.Not;
import io.siyu.warehouse.tag.ConditionTree.Unknown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.roaringbitmap.RoaringBitmap;

/**
 * Counts customers by sets of them. A column's slices are read once and kept, so that in an open session a further question
 * over the same columns reads nothing. Not for several threads.
 */
public final class AudienceSets {
    private final Dataset<Row> slices;
    private final LocalDate today;
    private final Map<String, ColumnSets> columns = new HashMap<>();

    /** Of whom a condition is true, and of whom it is false; in neither are those of whom it is unknown. */
    private record Sides(RoaringBitmap yes, RoaringBitmap no) {}

    /**
     * @param slices rows of {@code dws.tag_audience}
     * @param today its business date
     */
    public AudienceSets(Dataset<Row> slices, LocalDate today) {
        this.slices = slices;
        this.today = today;
    }

    /** All customers. */
    public long customers() {
        read(Set.of(TagAudience.ALL));
        return column(TagAudience.ALL).known().getLongCardinality();
    }

    /** Customers of whom a condition holds; nothing when a column of it has too many values for sets. */
    public OptionalLong count(ConditionTree condition) {
        Set<String> names = new TreeSet<>(Set.of(TagAudience.ALL));
        names(condition, names);
        read(names);
        if (names.stream()
                .anyMatch(name -> !name.equals(TagAudience.ALL) && column(name).isOpen())) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(sides(condition).yes().getLongCardinality());
    }

    private Sides sides(ConditionTree condition) {
        if (condition instanceof Both both) {
            Sides left = sides(both.left());
            Sides right = sides(both.right());
            return new Sides(RoaringBitmap.and(left.yes(), right.yes()), RoaringBitmap.or(left.no(), right.no()));
        }
        if (condition instanceof Either either) {
            Sides left = sides(either.left());
            Sides right = sides(either.right());
            return new Sides(RoaringBitmap.or(left.yes(), right.yes()), RoaringBitmap.and(left.no(), right.no()));
        }
        if (condition instanceof Not not) {
            Sides of = sides(not.of());
            return new Sides(of.no(), of.yes());
        }
        if (condition instanceof Unknown unknown) {
            RoaringBitmap known = column(unknown.column()).known();
            return new Sides(RoaringBitmap.andNot(column(TagAudience.ALL).known(), known), known);
        }
        RoaringBitmap yes;
        ColumnSets column;
        if (condition instanceof Holds holds) {
            column = column(holds.column());
            yes = column.value("true");
        } else {
            Compared compared = (Compared) condition;
            column = column(compared.column());
            yes = compared.type().equals("string")
                    ? column.value(compared.value())
                    : column.ordered(compared.how(), number(compared));
        }
        return new Sides(yes, RoaringBitmap.andNot(column.known(), yes));
    }

    private long number(Compared compared) {
        if (!compared.type().equals("date")) {
            return Long.parseLong(compared.value());
        }
        return compared.value().startsWith("D-")
                ? today.toEpochDay() - Long.parseLong(compared.value().substring(2))
                : LocalDate.parse(compared.value()).toEpochDay();
    }

    private static void names(ConditionTree condition, Set<String> names) {
        if (condition instanceof Both both) {
            names(both.left(), names);
            names(both.right(), names);
        } else if (condition instanceof Either either) {
            names(either.left(), names);
            names(either.right(), names);
        } else if (condition instanceof Not not) {
            names(not.of(), names);
        } else if (condition instanceof Holds holds) {
            names.add(holds.column());
        } else if (condition instanceof Unknown unknown) {
            names.add(unknown.column());
        } else if (condition instanceof Compared compared) {
            names.add(compared.column());
        }
    }

    private ColumnSets column(String name) {
        return columns.computeIfAbsent(name, any -> new ColumnSets());
    }

    /** Reads the slices of columns that were not asked for before, in one query. */
    private void read(Set<String> names) {
        Set<String> missing = new TreeSet<>(names);
        missing.removeAll(columns.keySet());
        if (missing.isEmpty()) {
            return;
        }
        missing.forEach(this::column);
        slices.where(col("tag").isin(missing.toArray()))
                .select("tag", "slice", "members")
                .collectAsList()
                .forEach(row -> column(row.getString(0)).add(row.getString(1), set(row.getAs(2))));
    }

    private static RoaringBitmap set(byte[] bytes) {
        RoaringBitmap set = new RoaringBitmap();
        try {
            set.deserialize(ByteBuffer.wrap(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return set;
    }
}
