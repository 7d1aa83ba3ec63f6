package io.siyu.pipelines.store;

import io.delta.tables.DeltaTable;
import io.siyu.warehouse.Column;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.Option;

/** Brings a Delta table's columns to its contract: creates it, or adds what the contract has gained, never more. */
public final class Shape {
    /** Around Delta's own ten; no two share a factor, so that two of them seldom fall on one night. */
    private static final List<Integer> INTERVALS = List.of(7, 8, 9, 11, 13, 17);

    private Shape() {}

    /** Creates the table with the contract's columns, comments and partition; its rows are none. */
    static void create(SparkSession spark, Lake lake, Table table) {
        String statistics = statisticsColumns(table);
        var builder = DeltaTable.createIfNotExists(spark)
                .location(lake.path(table.name()))
                .addColumns(Lake.schema(table))
                .comment(table.description())
                .property(
                        statistics.isEmpty() ? "delta.dataSkippingNumIndexedCols" : "delta.dataSkippingStatsColumns",
                        statistics.isEmpty() ? "0" : statistics)
                .property("delta.checkpointInterval", String.valueOf(checkpointInterval(table.name())))
                .property("delta.setTransactionRetentionDuration", "interval 90 days")
                .property("delta.enableExpiredLogCleanup", "false");
        table.partition().ifPresent(builder::partitionedBy);
        builder.execute();
    }

    /**
     * How many commits a table makes between two checkpoints of its log, by its name. Most tables commit once a night; one
     * interval for all would have the whole house write its checkpoints in the same nights.
     */
    static int checkpointInterval(String table) {
        return INTERVALS.get(Math.floorMod(table.hashCode(), INTERVALS.size()));
    }

    /**
     * Adds columns that the contract has and the table lacks.
     *
     * @throws io.siyu.warehouse.SiyuException.InvalidDefinition when a column was removed or changed its type
     */
    static void evolve(SparkSession spark, Lake lake, Table table) {
        StructType now = DeltaLog.forTable(spark, lake.path(table.name()))
                .update(false, Option.empty(), Option.empty())
                .schema();
        StructType wanted = Lake.schema(table);
        List<StructField> added = new ArrayList<>();
        for (StructField field : wanted.fields()) {
            if (!List.of(now.fieldNames()).contains(field.name())) {
                added.add(field);
            } else if (!now.apply(field.name()).dataType().equals(field.dataType())) {
                throw refused(
                        table,
                        field.name() + " is "
                                + now.apply(field.name()).dataType().sql() + " in the table and "
                                + field.dataType().sql() + " in the contract");
            }
        }
        for (String name : now.fieldNames()) {
            if (table.column(name).isEmpty()) {
                throw refused(table, name + " is in the table and not in the contract");
            }
        }
        if (!added.isEmpty()) {
            String columns = added.stream().map(StructField::toDDL).collect(Collectors.joining(", "));
            spark.sql("alter table delta.`" + lake.path(table.name()) + "` add columns ("
                    + columns.replace(" NOT NULL", "") + ")");
        }
    }

    /**
     * Files are skipped by dates, times and keys; to keep the least and greatest of other columns would cost every write more
     * than it ever saves. Statistics go to the log in clear, so personal columns have none.
     */
    private static String statisticsColumns(Table table) {
        return table.columns().stream()
                .filter(c -> !c.isOfPerson() && !List.of("boolean", "binary").contains(c.type()))
                .filter(c -> !table.partition().equals(java.util.Optional.of(c.name())))
                .filter(c -> table.grain().contains(c.name())
                        || List.of("date", "timestamp").contains(c.type()))
                .map(Column::name)
                .map(name -> "`" + name + "`")
                .collect(Collectors.joining(","));
    }

    private static io.siyu.warehouse.SiyuException.InvalidDefinition refused(Table table, String what) {
        return Problems.cannot(
                "change the columns of " + table.name(),
                "column " + what,
                "The table is as it was. Columns are only ever added: keep the old one and add a new one, "
                        + "or give the table a new name");
    }
}
