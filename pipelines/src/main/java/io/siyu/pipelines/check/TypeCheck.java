package io.siyu.pipelines.check;

import io.siyu.pipelines.plan.Definition;
import io.siyu.pipelines.store.Lake;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Analyses a table's rows over empty inputs: proves every column, function and type without any data. */
public final class TypeCheck {
    private TypeCheck() {}

    /**
     * Checks one table.
     *
     * @throws io.siyu.warehouse.SiyuException.InvalidDefinition naming the file and what does not fit
     */
    public static void check(CaseQueries queries, Definition definition) {
        if (definition.sql().isEmpty() && definition.table().transform().isEmpty()) {
            return;
        }
        Map<String, Dataset<Row>> inputs = new TreeMap<>();
        definition
                .reads()
                .forEach(name -> inputs.put(
                        name,
                        Lake.empty(queries.spark(), queries.plan().catalog().table(name))));
        queries.rows(definition, inputs, GoldenCase.DATES);
    }
}
