package io.siyu.pipelines.land;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.row_number;

import io.siyu.pipelines.feed.FeedParser;
import io.siyu.pipelines.sql.Kept;
import io.siyu.warehouse.LandedColumns;
import io.siyu.warehouse.Snapshot;
import io.siyu.warehouse.Table;
import java.time.LocalDate;
import java.util.ArrayList;
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

/**
 * Compares the lists of a run with what its table says of the dates before them, one after the other in the order of their
 * dates, whatever the order they came in. What a list has is taken even when it is not believed about what it lacks.
 */
final class ListChanges implements AutoCloseable {
    private final Table table;
    private final Snapshot snapshot;
    private final SortedSet<LocalDate> taken;
    private final ListLog log;
    private final ListJudge judge;
    private final List<Kept> kept = new ArrayList<>();

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
        this.table = table;
        this.snapshot = snapshot;
        this.taken = taken;
        this.log = new ListLog(snapshot, base);
        this.judge = new ListJudge(snapshot, believed);
    }

    /** Dates of lists that are not believed, and why. */
    SortedMap<LocalDate, String> reasons() {
        return judge.reasons();
    }

    /** The same for an operator. */
    String told() {
        return String.join(", ", judge.told());
    }

    /**
     * The parsed entries as rows to land, known or bad, and rows for what is listed no more.
     *
     * @param files per date of a list: its first file, and whether records or files of it could not be read
     */
    Dataset<Row> of(Dataset<Row> parsed, SortedMap<LocalDate, DayList> files) {
        Dataset<Row> entries = entries(parsed);
        SortedMap<LocalDate, DayList> lists = counted(entries, files);
        Dataset<Row> all = null;
        List<DayList> group = new ArrayList<>();
        long listed = 0;
        for (DayList list : lists.values()) {
            if (group.isEmpty()) {
                listed = log.listed(list.date());
            }
            group.add(list);
            boolean isBelieved = judge.believes(list, listed, lists.keySet());
            listed = list.entries();
            boolean isLate = !taken.tailSet(list.date()).isEmpty();
            boolean isLast = list.date().equals(lists.lastKey());
            if (!isBelieved || isLate || isLast) {
                Dataset<Row> before = log.on(group.get(0).date());
                Dataset<Row> compared =
                        new ListDiff(table, snapshot, List.copyOf(group), isBelieved).between(before, entries, kept);
                Dataset<Row> rows = isLast ? keep(compared) : computed(compared);
                log.add(rows.where(col(FeedParser.KIND).isin(FeedParser.ROW, ListDiff.END)));
                all = all == null ? rows : all.unionByName(rows);
                group.clear();
            }
        }
        return java.util.Objects.requireNonNull(all, "a run without lists compares none");
    }

    private Dataset<Row> entries(Dataset<Row> parsed) {
        Column[] listKey = Stream.concat(Stream.of(LandedColumns.DROP_DATE), snapshot.key().stream())
                .map(name -> col("`" + name + "`"))
                .toArray(Column[]::new);
        WindowSpec twins = Window.partitionBy(listKey).orderBy(LandedColumns.FILE, LandedColumns.ROW_NO);
        return keep(parsed.where(col(FeedParser.KIND).equalTo(FeedParser.ROW))
                .drop(FeedParser.KIND, FeedParser.REASON)
                .withColumn(ListDiff.PLACE, row_number().over(twins))
                .withColumn(ListDiff.COUNTS, first(LandedColumns.ROW_HASH).over(twins)));
    }

    private SortedMap<LocalDate, DayList> counted(Dataset<Row> entries, SortedMap<LocalDate, DayList> files) {
        Map<LocalDate, Long> counts = ListLog.perDate(entries.where(ListDiff.PLACE + " = 1")
                .groupBy(LandedColumns.DROP_DATE)
                .count());
        boolean again = !taken.tailSet(files.firstKey()).isEmpty();
        Map<LocalDate, Long> takes = again ? log.takes() : Map.of();
        SortedMap<LocalDate, DayList> lists = new TreeMap<>();
        files.forEach((date, list) -> lists.put(
                date,
                list.counted(
                        counts.getOrDefault(date, 0L),
                        takes.getOrDefault(date, 0L).intValue() + 1)));
        return lists;
    }

    /** Rows cut off from how they came about: the plans of the lists after it hold them once for each list between. */
    private static Dataset<Row> computed(Dataset<Row> rows) {
        return rows.localCheckpoint();
    }

    private Dataset<Row> keep(Dataset<Row> rows) {
        Kept cached = Kept.of(rows);
        kept.add(cached);
        return cached.rows();
    }

    @Override
    public void close() {
        kept.forEach(Kept::close);
    }
}
