package io.siyu.pipelines.step;

import io.siyu.warehouse.Table;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Decides whether rows may be written. */
@FunctionalInterface
public interface Gate {
    /**
     * What the judge found in good rows.
     *
     * @param rows how many there are
     * @param rules what was said, in a few words
     * @param keep keeps the verdict; called when the rows are about to be written, since a verdict is about a version
     * @param forget takes that back; called when the write failed, since then there is no version
     */
    record Passed(long rows, String rules, Runnable keep, Runnable forget) {}

    /**
     * Judges rows before they are written. A verdict against them is kept at once.
     *
     * @param rows the rows a step is about to write, cached
     * @param tables keys of the tables that columns refer to, one column
     * @throws io.siyu.warehouse.SiyuException.RejectedByQuality when an error rule fails
     */
    Passed judge(Run run, Table table, Dataset<Row> rows, Function<String, Dataset<Row>> tables);
}
