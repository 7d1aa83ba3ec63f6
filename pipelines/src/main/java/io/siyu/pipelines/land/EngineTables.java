package io.siyu.pipelines.land;

import io.siyu.pipelines.store.Lake;
import io.siyu.pipelines.store.Writer;
import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.Table;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The tables the engine itself appends to; they are made before the first step, so that parallel steps only append. */
public final class EngineTables {
    static final StructType MANIFEST = StructType.fromDDL(
            "feed string, drop_date date, file string, size_bytes bigint, sha256 string, status string, encoding string,"
                    + " record_rows bigint, landed_rows bigint, known_rows bigint, quarantined_rows bigint, skipped_rows bigint,"
                    + " erased_rows bigint, blanked_rows bigint, unknown_columns string, reason string, run_id string");

    private EngineTables() {}

    /** Creates or evolves them. */
    public static void prepare(SparkSession spark, Lake lake, Catalog catalog) {
        Writer writer = new Writer(spark, lake);
        for (Table table : catalog.tables()) {
            if (table.isKeptByEngine()) {
                writer.prepare(table, lake.current(spark, table.name()).isPresent());
            }
        }
    }
}
