package io.siyu.quality;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;

import io.siyu.warehouse.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** The rows that failed rules have against them: what a person looks at first. */
public final class RejectedRows {
    /** Most rows kept per rule. */
    public static final int MOST = 1_000;

    private static final Map<String, String> KEEP_NULLS = Map.of("ignoreNullFields", "false");
    private static final String MASK = "***";

    private RejectedRows() {}

    /**
     * Columns {@code table_name, rule, grain_key, row}: the last two are JSON texts, personal values masked. At most
     * {@link #MOST} rows per failed rule, those with the smallest keys; rules about the set of rows have none, but
     * duplicates of a key are all shown. Lazy; the verdict must be on the same rows.
     */
    public static Dataset<Row> of(
            Dataset<Row> rows, Verdict verdict, Table table, Function<String, Dataset<Row>> referenced) {
        List<Rule> failed = verdict.failures().stream()
                .filter(result -> result.value() != null)
                .map(RuleResult::rule)
                .toList();
        Dataset<Row> frame = References.mark(rows, failed, referenced);
        List<Dataset<Row>> parts = new ArrayList<>();
        failed.forEach(rule -> against(rule, frame).ifPresent(bad -> parts.add(shown(bad, rule, table))));
        return parts.stream().reduce(Dataset::unionByName).orElseGet(() -> shown(rows.limit(0), null, table));
    }

    private static Optional<Dataset<Row>> against(Rule rule, Dataset<Row> frame) {
        if (rule.demand() instanceof Rule.Unique unique) {
            return Optional.of(Duplicates.rows(frame, unique.columns()));
        }
        return rule.predicate().map(good -> frame.filter(not(expr(good))));
    }

    private static Dataset<Row> shown(Dataset<Row> bad, @Nullable Rule rule, Table table) {
        List<String> names = table.columnNames();
        return bad.orderBy(json(table.grain(), name -> col(name)), json(names, name -> col(name)))
                .limit(MOST)
                .select(
                        lit(table.name()).as("table_name"),
                        lit(rule == null ? "" : rule.id()).as("rule"),
                        json(table.grain(), name -> masked(name, table)).as("grain_key"),
                        json(names, name -> masked(name, table)).as("row"));
    }

    private static Column json(List<String> names, Function<String, Column> value) {
        Column[] fields = names.stream().map(name -> value.apply(name).as(name)).toArray(Column[]::new);
        return to_json(struct(fields), KEEP_NULLS);
    }

    private static Column masked(String name, Table table) {
        boolean personal = table.column(name).map(c -> c.isOfPerson()).orElse(true);
        return personal ? when(col(name).isNotNull(), lit(MASK)) : col(name);
    }
}
