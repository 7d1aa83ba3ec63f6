package io.siyu.pipelines.step;

import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows in, rows out: no reading, no writing, no clock. A class named by {@code transform:} has a public no-argument constructor. */
@FunctionalInterface
public interface Transform {
    /**
     * The rows of a table.
     *
     * @param in the tables it declared; asking for another throws
     * @param dates the business date, and the earliest date that is built again
     */
    Dataset<Row> rows(Inputs in, Dates dates);

    /** The dates a step is about. */
    record Dates(LocalDate business, LocalDate reopenedFrom) {}
}
