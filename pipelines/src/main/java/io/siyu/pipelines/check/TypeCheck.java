package io.siyu.pipelines.check;

import io.siyu.pipelines.plan.Definition;
import io.siyu.pipelines.plan.Plan;
import io.siyu.pipelines.privacy.TokenFunction;
import io.siyu.pipelines.step.Inputs;
import io.siyu.pipelines.step.Rows;
import io.siyu.pipelines.step.Transform;
import io.siyu.pipelines.store.Lake;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Analyses a table's rows over empty inputs: proves every column, function and type without any data. */
public final class TypeCheck {
    private TypeCheck() {}

    /**
     * Checks one table.
     *
     * @throws io.siyu.warehouse.SiyuException.InvalidDefinition naming the file and what does not fit
     */
    public static void check(SparkSession spark, Plan plan, Definition definition) {
        if (definition.sql().isEmpty() && definition.table().transform().isEmpty()) {
            return;
        }
        TokenFunction.forCases(spark);
        Map<String, Dataset<Row>> inputs = new TreeMap<>();
        definition
                .reads()
                .forEach(name ->
                        inputs.put(name, Lake.empty(spark, plan.catalog().table(name))));
        Transform.Dates dates = new Transform.Dates(LocalDate.of(2026, 11, 20), LocalDate.EPOCH);
        Rows.of(spark, definition, new Inputs(definition.name(), inputs), dates);
    }
}
