package io.siyu.pipelines.store;

import io.siyu.quality.NoRows;
import io.siyu.warehouse.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.SetTransaction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.collection.JavaConverters;

/**
 * Writes a step's rows in one atomic Delta commit that carries its note. It makes the commit itself: which files a commit
 * replaces is known here, so that a write is one Spark job, and none to look for them.
 */
public final class Writer {
    private final SparkSession spark;
    private final Lake lake;

    public Writer(SparkSession spark, Lake lake) {
        this.spark = spark;
        this.lake = lake;
    }

    /** Creates the table if it was never built, else adds the columns its contract has gained. */
    public void prepare(Table table, boolean exists) {
        if (exists) {
            Shape.evolve(spark, lake, table);
        } else {
            Shape.create(spark, lake, table);
        }
    }

    /** Replaces all rows. */
    public void replace(Table table, Dataset<Row> rows, CommitNote note) {
        replace(table, rows, file -> true, note);
    }

    /** Replaces the rows of these partition values; {@code rows} must hold no others. */
    public void overwrite(Table table, Dataset<Row> rows, SortedSet<String> partitions, CommitNote note) {
        String column = table.partition().orElseThrow();
        replace(
                table,
                rows,
                file -> partitions.contains(String.valueOf(
                        JavaConverters.mapAsJavaMap(file.partitionValues()).get(column))),
                note);
    }

    /** Adds rows to a table. A run that may have done so before it was killed uses {@link #appendOnce}. */
    public void append(String table, Dataset<Row> rows, CommitNote note) {
        DeltaLog log = log(table);
        append(log, log.startTransaction(), rows, note);
    }

    /** Adds rows to a table, once per run and step: the same again changes nothing. Looking for that is one Spark job. */
    public void appendOnce(String table, Dataset<Row> rows, CommitNote note) {
        DeltaLog log = log(table);
        OptimisticTransaction commit = log.startTransaction();
        if (!commit.snapshot().transactions().contains(id(note))) {
            append(log, commit, rows, note);
        }
    }

    /** SQL that holds for the rows of these partition values, e.g. {@code business_date in ('2026-11-11')}. */
    public static String condition(Table table, SortedSet<String> partitions) {
        String column = table.partition().orElseThrow();
        String literal = table.column(column).orElseThrow().type().equals("date") ? "date '" : "'";
        return partitions.stream()
                .map(value -> literal + value.replace("'", "\\'") + "'")
                .collect(Collectors.joining(", ", column + " in (", ")"));
    }

    private void replace(Table table, Dataset<Row> rows, Predicate<AddFile> replaced, CommitNote note) {
        DeltaLog log = log(table.name());
        OptimisticTransaction commit = log.startTransaction();
        commit.readWholeTable();
        List<Action> actions = new ArrayList<>();
        TableFiles.at(spark, log, commit.snapshot().version()).stream()
                .filter(replaced)
                .forEach(file -> actions.add(file.remove()));
        Dataset<Row> clustered = table.partition()
                .filter(column -> !NoRows.in(rows))
                .map(column -> rows.repartition(functions.col(column)))
                .orElse(rows);
        write(commit, clustered, SaveMode.Overwrite, note, actions);
    }

    /** Marks the commit as Delta marks its own: a mark without a time is forgotten at once where marks are kept for a while. */
    private static void append(DeltaLog log, OptimisticTransaction commit, Dataset<Row> rows, CommitNote note) {
        List<Action> actions = new ArrayList<>();
        actions.add(new SetTransaction(id(note), 1, Option.apply(log.clock().getTimeMillis())));
        write(commit, rows, SaveMode.Append, note, actions);
    }

    private static String id(CommitNote note) {
        return note.step() + "/" + note.run();
    }

    private static void write(
            OptimisticTransaction commit, Dataset<Row> rows, SaveMode mode, CommitNote note, List<Action> actions) {
        StructType stored = commit.snapshot().schema();
        if (!types(rows.schema()).equals(types(stored))) {
            throw new IllegalArgumentException(
                    "rows of " + rows.schema().toDDL() + " do not fit a table of " + stored.toDDL());
        }
        if (!NoRows.in(rows)) {
            actions.addAll(JavaConverters.seqAsJavaList(commit.writeFiles(rows)));
        }
        commit.commit(
                JavaConverters.asScalaBuffer(actions).toSeq(),
                new DeltaOperations.Write(mode, Option.empty(), Option.empty(), Option.apply(note.toJson())));
    }

    private static Map<String, String> types(StructType schema) {
        Map<String, String> types = new TreeMap<>();
        Arrays.stream(schema.fields())
                .forEach(field -> types.put(field.name(), field.dataType().catalogString()));
        return types;
    }

    private DeltaLog log(String table) {
        return DeltaLog.forTable(spark, lake.path(table));
    }
}
