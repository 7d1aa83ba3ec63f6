package io.siyu.pipelines.step;

import io.siyu.warehouse.Table;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Decides whether rows may be written. */
@FunctionalInterface
public interface Gate {
    /** What the judge found in good rows: how many there are, and what was said in a few words. */
    record Passed(long rows, String rules) {}

    /**
     * Judges rows before they are written.
     *
     * @param rows the rows a step is about to write, cached
     * @param tables keys of the tables that columns refer to, one column
     * @throws io.siyu.warehouse.SiyuException.RejectedByQuality when an error rule fails
     */
    Passed judge(Run run, Table table, Dataset<Row> rows, Function<String, Dataset<Row>> tables);
}
