package io.siyu.pipelines.value.table;

import io.siyu.pipelines.step.Inputs;
import io.siyu.pipelines.step.Transform;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * {@code dws.customer_value}: what each customer is expected to buy, to spend and to be worth. The model that the trials of the
 * night publish is fitted here, from counted histories as of tonight.
 */
public final class CustomerValue implements Transform {
    @Override
    public Dataset<Row> rows(Inputs in, Dates dates) {
        return NightCounts.of(in, dates.business()).fit().rows();
    }
}
