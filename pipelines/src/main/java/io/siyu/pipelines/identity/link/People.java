package io.siyu.pipelines.identity.link;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_except;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import io.siyu.warehouse.Problems;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/** Records in the form in which they are compared: {@code id, values, keys, never, alone}; see {@link Person}. */
final class People {
    private static final String APART = "\u0001";

    private People() {}

    /** @param rows with the columns that the spec names */
    static Dataset<Row> of(Dataset<Row> rows, LinkSpec spec) {
        Column[] normal = spec.compare().stream().map(People::normal).toArray(Column[]::new);
        Column[] never = spec.never().stream()
                .map(name -> col(quoted(name)).cast("string"))
                .toArray(Column[]::new);
        Dataset<Row> values = rows.select(plus(
                normal,
                col(quoted(spec.id())).cast("string").as("_id"),
                strings(never).as("_never"),
                alone(spec).as("_alone")));
        Column[] keys = spec.block().stream().map(People::key).toArray(Column[]::new);
        Column[] names = spec.columns().stream().map(name -> col(quoted(name))).toArray(Column[]::new);
        try {
            return values.select(
                    col("_id").as("id"),
                    strings(names).as("values"),
                    strings(keys).as("keys"),
                    col("_never").as("never"),
                    col("_alone").as("alone"));
        } catch (Exception e) {
            throw Problems.invalid(
                    "link spec",
                    "block",
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    "Spark SQL over the compared columns " + String.join(", ", spec.columns()));
        }
    }

    private static Column alone(LinkSpec spec) {
        Column all = lit(new String[0]);
        for (String name : spec.said().alone()) {
            Column own = split(coalesce(col(quoted(name)).cast("string"), lit("")), ";");
            all = concat(all, own);
        }
        return array_except(all, lit(new String[] {""}));
    }

    private static Column normal(LinkSpec.Comparison comparison) {
        UDF1<String, String> normal = comparison.kind()::normal;
        return udf(normal, DataTypes.StringType)
                .apply(col(quoted(comparison.column())).cast("string"))
                .as(comparison.column());
    }

    /** The parts of a rule's key as one text; null when a part is null or empty. */
    private static Column key(LinkSpec.Block block) {
        Column known = lit(true);
        for (String part : block.keys()) {
            known = known.and(expr(part).cast("string").notEqual(""));
        }
        Column[] parts =
                block.keys().stream().map(part -> expr(part).cast("string")).toArray(Column[]::new);
        return when(known, concat_ws(APART, parts));
    }

    private static Column strings(Column[] columns) {
        return columns.length == 0 ? lit(new String[0]) : array(columns);
    }

    private static Column[] plus(Column[] some, Column... more) {
        return java.util.stream.Stream.concat(List.of(some).stream(), List.of(more).stream())
                .toArray(Column[]::new);
    }

    /** A column's name as an expression writes it. */
    static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }
}
