package io.siyu.pipelines.land;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;

import io.siyu.pipelines.feed.FeedParser;
import io.siyu.warehouse.LandedColumns;
import io.siyu.warehouse.Snapshot;
import io.siyu.warehouse.Table;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.storage.StorageLevel;

/**
 * Compares the lists of a run with what its table says of the dates before them, one after the other in the order of their
 * dates, whatever the order they came in. A list is not believed about what it lacks when it is empty, broken, or has too
 * few of the entries before it; what it has is taken all the same.
 */
final class ListChanges implements AutoCloseable {
    private final Table table;
    private final Snapshot snapshot;
    private final SortedSet<LocalDate> taken;
    private final SortedSet<LocalDate> believed;
    private final List<Dataset<Row>> kept = new ArrayList<>();
    private final SortedMap<LocalDate, String> reasons = new TreeMap<>();
    private final List<String> told = new ArrayList<>();
    private Dataset<Row> known;

    /**
     * @param base the table as it stood before the run
     * @param taken dates of lists that were compared before this run
     * @param believed those of them that were believed
     */
    ListChanges(
            Table table,
            Snapshot snapshot,
            Dataset<Row> base,
            SortedSet<LocalDate> taken,
            SortedSet<LocalDate> believed) {
        this.taken = taken;
        this.table = table;
        this.snapshot = snapshot;
        this.believed = believed;
        this.known = log(base);
    }

    /** Dates of lists that are not believed, and why. */
    SortedMap<LocalDate, String> reasons() {
        return reasons;
    }

    /** The same for an operator. */
    String told() {
        return String.join(", ", told);
    }

    /**
     * The parsed entries as rows to land, known or bad, and rows for what is listed no more.
     *
     * @param files per date of a list: its first file, and whether records or files of it could not be read
     */
    Dataset<Row> of(Dataset<Row> parsed, SortedMap<LocalDate, DayList> files) {
        Column[] listKey = Stream.concat(Stream.of(LandedColumns.DROP_DATE), snapshot.key().stream())
                .map(name -> col("`" + name + "`"))
                .toArray(Column[]::new);
        WindowSpec twins = Window.partitionBy(listKey).orderBy(LandedColumns.FILE, LandedColumns.ROW_NO);
        Dataset<Row> entries = keep(parsed.where(col(FeedParser.KIND).equalTo(FeedParser.ROW))
                .drop(FeedParser.KIND, FeedParser.REASON)
                .withColumn(ListDiff.PLACE, row_number().over(twins))
                .withColumn(ListDiff.COUNTS, first(LandedColumns.ROW_HASH).over(twins)));
        SortedMap<LocalDate, DayList> lists = counted(entries, files);
        Dataset<Row> all = null;
        List<DayList> group = new ArrayList<>();
        long alive = 0;
        for (DayList list : lists.values()) {
            if (group.isEmpty()) {
                alive = state(list.date())
                        .where(col(LandedColumns.CHANGE).equalTo(LandedColumns.PRESENT))
                        .count();
            }
            group.add(list);
            boolean isBelieved = judge(list, alive, lists);
            alive = list.entries();
            boolean isLate = !taken.tailSet(list.date()).isEmpty();
            if (!isBelieved || isLate || list.date().equals(lists.lastKey())) {
                Dataset<Row> rows = keep(new ListDiff(table, snapshot, List.copyOf(group), isBelieved)
                        .between(state(group.get(0).date()), entries, kept));
                known = known.unionByName(log(rows.where(col(FeedParser.KIND).isin(FeedParser.ROW, ListDiff.END))));
                all = all == null ? rows : all.unionByName(rows);
                group.clear();
            }
        }
        return java.util.Objects.requireNonNull(all, "a run without lists compares none");
    }

    private boolean judge(DayList list, long alive, SortedMap<LocalDate, DayList> lists) {
        SortedSet<LocalDate> later = believed.tailSet(list.date().plusDays(1));
        String reason = list.isBroken()
                ? "broken_list"
                : list.entries() == 0
                        ? "empty_list"
                        : snapshot.isMixed() && list.entries() * 2 < alive
                                ? "changes_only"
                                : alive >= snapshot.from() && list.entries() * 100 < alive * snapshot.share()
                                        ? "collapsed_list"
                                        : !later.isEmpty() && !lists.containsKey(later.first()) ? "next_list_gone" : "";
        if (!reason.isEmpty()) {
            reasons.put(list.date(), reason);
            told.add(reason.replace('_', ' ') + " of " + list.date() + " (" + list.entries() + " of " + alive
                    + "), nothing ended");
        }
        return reason.isEmpty();
    }

    /** Per key what was said last, up to a date. */
    private Dataset<Row> state(LocalDate upTo) {
        String[] values = {
            LandedColumns.DROP_DATE,
            LandedColumns.TAKE,
            LandedColumns.CHANGE,
            LandedColumns.ROW_HASH,
            LandedColumns.ABSENT_FROM
        };
        Column[] key =
                snapshot.key().stream().map(name -> col("`" + name + "`")).toArray(Column[]::new);
        Column[] state = Stream.concat(
                        snapshot.key().stream(),
                        Arrays.stream(values)
                                .filter(name -> !name.equals(LandedColumns.TAKE))
                                .map(name -> "_last." + name))
                .map(name -> name.startsWith("_last.") ? col(name) : col("`" + name + "`"))
                .toArray(Column[]::new);
        return known.where(col(LandedColumns.DROP_DATE).leq(org.apache.spark.sql.functions.lit(Date.valueOf(upTo))))
                .groupBy(key)
                .agg(max(struct(Arrays.stream(values).map(name -> col(name)).toArray(Column[]::new)))
                        .as("_last"))
                .select(state);
    }

    private SortedMap<LocalDate, DayList> counted(Dataset<Row> entries, SortedMap<LocalDate, DayList> files) {
        Map<LocalDate, Long> counts = perDate(entries.where(ListDiff.PLACE + " = 1")
                .groupBy(LandedColumns.DROP_DATE)
                .count());
        boolean again = !taken.tailSet(files.firstKey()).isEmpty();
        Map<LocalDate, Long> takes = again
                ? perDate(known.groupBy(LandedColumns.DROP_DATE)
                        .agg(max(LandedColumns.TAKE).cast("bigint")))
                : Map.of();
        SortedMap<LocalDate, DayList> lists = new TreeMap<>();
        files.forEach((date, f) -> lists.put(
                date,
                new DayList(
                        date,
                        f.file(),
                        counts.getOrDefault(date, 0L),
                        f.isDamaged(),
                        f.isBroken(),
                        takes.getOrDefault(date, 0L).intValue() + 1)));
        return lists;
    }

    private static Map<LocalDate, Long> perDate(Dataset<Row> rows) {
        Map<LocalDate, Long> numbers = new TreeMap<>();
        rows.collectAsList().forEach(row -> numbers.put(row.getDate(0).toLocalDate(), row.getLong(1)));
        return numbers;
    }

    private Dataset<Row> log(Dataset<Row> rows) {
        return rows.select(Stream.concat(
                        snapshot.key().stream(),
                        Stream.of(
                                LandedColumns.DROP_DATE,
                                LandedColumns.TAKE,
                                LandedColumns.CHANGE,
                                LandedColumns.ROW_HASH,
                                LandedColumns.ABSENT_FROM))
                .map(name -> col("`" + name + "`"))
                .toArray(Column[]::new));
    }

    private Dataset<Row> keep(Dataset<Row> rows) {
        Dataset<Row> cached = rows.persist(StorageLevel.MEMORY_AND_DISK());
        kept.add(cached);
        return cached;
    }

    @Override
    public void close() {
        kept.forEach(Dataset::unpersist);
    }
}
