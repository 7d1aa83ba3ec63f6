package io.siyu.quality;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser;
import scala.collection.JavaConverters;

/**
 * The names in a SQL expression, read with Spark's own parser; no session is needed.
 *
 * @param columns columns it reads
 * @param functions functions it calls, in lower case
 */
record SqlNames(Set<String> columns, Set<String> functions) {
    private static final Set<String> UNREPEATABLE = Set.of(
            "now",
            "current_date",
            "curdate",
            "current_timestamp",
            "localtimestamp",
            "unix_timestamp",
            "rand",
            "random",
            "randn",
            "uuid",
            "shuffle",
            "currentdate",
            "currenttimestamp");

    /** Reads {@code sql}; throws Spark's ParseException (unchecked from here) when it is no expression. */
    static SqlNames of(String sql) throws Exception {
        SqlNames names = new SqlNames(new TreeSet<>(), new TreeSet<>());
        names.walk(new CatalystSqlParser().parseExpression(sql));
        return names;
    }

    /** A function whose answer depends on the clock or on chance, if it calls one. */
    Optional<String> unrepeatable() {
        return functions.stream().filter(UNREPEATABLE::contains).findFirst();
    }

    private void walk(Expression expression) {
        if (expression instanceof UnresolvedAttribute attribute) {
            columns.add(attribute.nameParts().head());
        } else if (expression instanceof UnresolvedFunction function) {
            functions.add(function.nameParts().last().toLowerCase(Locale.ROOT));
        } else {
            functions.add(expression.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        }
        JavaConverters.seqAsJavaList(expression.children()).forEach(this::walk);
    }
}
