package io.siyu.pipelines.land;

import static io.siyu.warehouse.LandedColumns.ABSENT_FROM;
import static io.siyu.warehouse.LandedColumns.CHANGE;
import static io.siyu.warehouse.LandedColumns.DROP_DATE;
import static io.siyu.warehouse.LandedColumns.FILE;
import static io.siyu.warehouse.LandedColumns.GONE;
import static io.siyu.warehouse.LandedColumns.INGEST_TS;
import static io.siyu.warehouse.LandedColumns.MISSING;
import static io.siyu.warehouse.LandedColumns.PRESENT;
import static io.siyu.warehouse.LandedColumns.RAW;
import static io.siyu.warehouse.LandedColumns.ROW_HASH;
import static io.siyu.warehouse.LandedColumns.ROW_NO;
import static io.siyu.warehouse.LandedColumns.TAKE;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.siyu.pipelines.feed.FeedParser;
import io.siyu.pipelines.sql.Kept;
import io.siyu.warehouse.LandedColumns;
import io.siyu.warehouse.Snapshot;
import io.siyu.warehouse.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What successive lists say that was not known. Lists are numbered from 1 in order of their dates; 0 is what stood before
 * them. All but the last are believed about what they lack, the last as {@code lastIsBelieved} says.
 */
record ListDiff(Table table, Snapshot snapshot, List<DayList> lists, boolean lastIsBelieved) {
    /** {@link FeedParser#KIND} of an entry that says what is known. */
    static final String KNOWN = "known";
    /** {@link FeedParser#KIND} of a row that says that an entry is listed no more. */
    static final String END = "end";
    /** Place of an entry among those with its key in its list: the first counts, another one that differs is bad. */
    static final String PLACE = "_place";
    /** Hash of the entry that counts. */
    static final String COUNTS = "_counts";

    private static final String ORD = "_ord";

    /**
     * Compares.
     *
     * @param state per key what stood before, as {@link ListLog#on} gives it
     * @param entries rows of the lists as parsed, with {@link #PLACE}
     * @param kept takes what is to be closed after the rows were used
     * @return every entry as a row to land, as known or as bad, and rows for what is listed no more
     */
    Dataset<Row> between(Dataset<Row> state, Dataset<Row> entries, List<Kept> kept) {
        Dataset<Row> placed = entries.withColumn(ORD, expr("cast(array_position(" + dates() + ", _drop_date) as int)"))
                .where(ORD + " > 0");
        Kept marked = Kept.of(placed.where(PLACE + " = 1")
                .withColumn(CHANGE, lit(PRESENT))
                .withColumn(ABSENT_FROM, lit(null).cast("date"))
                .withColumn(ListLog.SAID, lit(PRESENT))
                .unionByName(state.withColumn(ORD, lit(0)), true)
                .selectExpr(
                        "*",
                        over("lag(struct(_ord, _said, _row_hash))") + " as _was",
                        "coalesce(" + over("lead(_ord)") + ", " + (lists.size() + 1) + ") - 1 as _absent_to"));
        kept.add(marked);
        Dataset<Row> seen = marked.rows();
        Column isNews = expr(
                "_was is null or _was._said <> 'present' or _was._row_hash <> _row_hash" + " or _ord - _was._ord > 1");
        Column kind = when(isNews, FeedParser.ROW).otherwise(KNOWN);
        Column isTwin = col(ROW_HASH).equalTo(col(COUNTS));
        return landed(seen.where(ORD + " > 0").withColumn(FeedParser.KIND, kind))
                .unionByName(landed(placed.where(PLACE + " > 1")
                        .withColumn(FeedParser.KIND, when(isTwin, KNOWN).otherwise(FeedParser.BAD))
                        .withColumn(CHANGE, lit(PRESENT))
                        .withColumn(ABSENT_FROM, lit(null).cast("date"))))
                .unionByName(ends(seen));
    }

    /** An entry is gone with the first list without it; where that is not sure, with the second, as of the first. */
    private Dataset<Row> ends(Dataset<Row> seen) {
        int last = lastIsBelieved ? lists.size() : lists.size() - 1;
        Dataset<Row> absent = seen.withColumn("_to", expr("least(_absent_to, " + last + ")"))
                .where("_ord < _to and _change in ('present', 'missing')");
        String damaged = "element_at(" + array(list -> String.valueOf(list.isDamaged())) + ", _ord + 1)";
        Dataset<Row> doubted = snapshot.by().isEmpty()
                ? absent.withColumn("_short", lit(false))
                : absent.join(broadcast(shortParts(seen)), names(ORD, snapshot.by()), "left");
        String from = "element_at(" + dates() + ", _ord + 1)";
        String doubtful = "slice(array(" + told("_ord + 1", MISSING, from) + ", " + told("_ord + 2", GONE, from)
                + "), 1, if(_ord + 1 < _to, 2, 1))";
        Dataset<Row> told = doubted.withColumn(
                "_told",
                expr("case when _change = 'missing' then array(" + told("1", GONE, "_absent_from") + ") when " + damaged
                        + " or coalesce(_short, false) then " + doubtful + " else array("
                        + told("_ord + 1", GONE, from) + ") end"));
        List<Column> columns = new ArrayList<>();
        snapshot.key().forEach(name -> columns.add(col("`" + name + "`")));
        columns.add(col(ROW_HASH));
        columns.add(inline(col("_told")).as(new String[] {"_at", CHANGE, ABSENT_FROM}));
        Dataset<Row> rows = told.select(columns.toArray(Column[]::new))
                .withColumn(ORD, col("_at"))
                .withColumn(DROP_DATE, expr("element_at(" + dates() + ", _at)"))
                .withColumn(
                        FILE,
                        expr("element_at(" + array(list -> "'" + list.file().replace("'", "\\'") + "'") + ", _at)"))
                .withColumn(ROW_NO, lit(0L))
                .withColumn(RAW, lit(""))
                .withColumn(INGEST_TS, expr("timestamp_seconds(element_at(" + array(DayList::sqlEndOfDay) + ", _at))"))
                .withColumn(FeedParser.KIND, lit(END));
        for (String name : LandedColumns.business(table)) {
            if (!snapshot.key().contains(name)) {
                rows = rows.withColumn(name, lit(null).cast("string"));
            }
        }
        return landed(rows);
    }

    private static String told(String ord, String change, String absentFrom) {
        return "named_struct('at', " + ord + ", 'change', '" + change + "', 'absent_from', " + absentFrom + ")";
    }

    /** Parts of which a list has too few of the entries before: {@code _ord} is the list before. */
    private Dataset<Row> shortParts(Dataset<Row> seen) {
        Column[] part = Arrays.stream(names(ORD, snapshot.by()))
                .map(c -> col("`" + c + "`"))
                .toArray(Column[]::new);
        Dataset<Row> sizes = seen.where("_change = 'present'")
                .groupBy(part)
                .agg(count(lit(1)).as("_n"));
        Dataset<Row> next = sizes.withColumn(ORD, expr("_ord - 1")).withColumnRenamed("_n", "_next");
        return sizes.join(next, names(ORD, snapshot.by()), "left")
                .where("_n >= " + snapshot.from() + " and coalesce(_next, 0) * 100 < _n * " + snapshot.share())
                .withColumn("_short", lit(true))
                .drop("_n", "_next");
    }

    private Dataset<Row> landed(Dataset<Row> rows) {
        List<Column> columns = new ArrayList<>();
        table.columnNames().stream()
                .filter(name -> !name.equals(TAKE))
                .forEach(name -> columns.add(col("`" + name + "`")));
        columns.add(expr("element_at(" + array(list -> String.valueOf(list.take())) + ", _ord)")
                .as(TAKE));
        columns.add(col(FeedParser.KIND));
        return rows.select(columns.toArray(Column[]::new));
    }

    private String over(String function) {
        return function + " over (partition by "
                + snapshot.key().stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "))
                + " order by _ord)";
    }

    private static String[] names(String first, List<String> others) {
        List<String> names = new ArrayList<>(List.of(first));
        names.addAll(others);
        return names.toArray(String[]::new);
    }

    private String dates() {
        return array(DayList::sqlDate);
    }

    private String array(java.util.function.Function<DayList, String> literal) {
        return lists.stream().map(literal).collect(Collectors.joining(", ", "array(", ")"));
    }
}
