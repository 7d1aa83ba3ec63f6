package io.siyu.pipelines.store;

import io.siyu.warehouse.Table;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Writes a step's rows in one atomic Delta commit that carries its note. */
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
        write(clustered(table, rows), "overwrite", note, "").save(lake.path(table.name()));
    }

    /** Replaces the rows of these partition values; {@code rows} must hold no others. */
    public void overwrite(Table table, Dataset<Row> rows, SortedSet<String> partitions, CommitNote note) {
        write(clustered(table, rows), "overwrite", note, condition(table, partitions))
                .save(lake.path(table.name()));
    }

    /** Adds rows to a table, once per run and step: the same again changes nothing. */
    public void append(String table, Dataset<Row> rows, CommitNote note) {
        write(rows, "append", note, "")
                .option("txnAppId", note.step() + "/" + note.run())
                .option("txnVersion", 1)
                .save(lake.path(table));
    }

    /** SQL that holds for the rows of these partition values, e.g. {@code business_date in ('2026-11-11')}. */
    public static String condition(Table table, SortedSet<String> partitions) {
        String column = table.partition().orElseThrow();
        String literal = table.column(column).orElseThrow().type().equals("date") ? "date '" : "'";
        return partitions.stream()
                .map(value -> literal + value.replace("'", "\\'") + "'")
                .collect(Collectors.joining(", ", column + " in (", ")"));
    }

    private static Dataset<Row> clustered(Table table, Dataset<Row> rows) {
        return table.partition()
                .map(column -> rows.repartition(functions.col(column)))
                .orElse(rows);
    }

    private org.apache.spark.sql.DataFrameWriter<Row> write(
            Dataset<Row> rows, String mode, CommitNote note, String condition) {
        var writer = rows.write().format("delta").mode(mode).option("userMetadata", note.toJson());
        return condition.isEmpty() ? writer : writer.option("replaceWhere", condition);
    }
}
