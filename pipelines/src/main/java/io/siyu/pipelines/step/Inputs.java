package io.siyu.pipelines.step;

import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Words;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** The tables a step declared, and nothing else; so the graph cannot lie. */
public final class Inputs {
    private final String step;
    private final Map<String, Dataset<Row>> tables;

    public Inputs(String step, Map<String, Dataset<Row>> tables) {
        this.step = step;
        this.tables = tables;
    }

    /**
     * The rows of a declared table.
     *
     * @throws io.siyu.warehouse.SiyuException.InvalidDefinition when the step does not declare it
     */
    public Dataset<Row> table(String name) {
        @Nullable Dataset<Row> rows = tables.get(name);
        if (rows == null) {
            throw Problems.cannot(
                    "read " + name + " in " + step,
                    step + " declares only " + Words.list(tables.keySet()),
                    "Nothing was written. Name it under 'reads' in the step's table.yml");
        }
        return rows;
    }

    Map<String, Dataset<Row>> all() {
        return tables;
    }
}
