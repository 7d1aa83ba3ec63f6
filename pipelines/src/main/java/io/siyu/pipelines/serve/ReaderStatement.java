package io.siyu.pipelines.serve;

import io.siyu.warehouse.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.catalyst.AliasIdentifier;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableValuedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.SubqueryExpression;
import org.apache.spark.sql.catalyst.expressions.WindowSpecDefinition;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import org.apache.spark.sql.catalyst.plans.logical.WithWindowDefinition;
import scala.Tuple2;
import scala.collection.JavaConverters;
import scala.collection.Seq;
import scala.runtime.AbstractPartialFunction;

/**
 * Admits a parsed query for readers: every table in it becomes the rows that {@link VisibleTables} pins, so that no
 * catalogue is asked, and everything that is not known to be harmless is refused. It works on the parser's plan, before
 * analysis, because there a name is still only a name.
 */
final class ReaderStatement {
    /** What the parser makes of a query. Anything else (inserts, scripts, versions of one's own) is refused. */
    private static final Set<String> NODES = Set.of(
            ("Aggregate Distinct Except Filter Generate GlobalLimit Intersect Join LateralJoin LocalLimit Offset "
                            + "OneRowRelation Pivot Project RepartitionByExpression Sample Sort SubqueryAlias Union "
                            + "UnresolvedHaving UnresolvedHint UnresolvedInlineTable UnresolvedSubqueryColumnAliases "
                            + "UnresolvedTVFAliases UnresolvedTableValuedFunction Unpivot WithWindowDefinition")
                    .split(" "));

    /** Functions that stand in a FROM and read no files, as {@code table_changes_by_path} does. */
    private static final Set<String> TABLE_FUNCTIONS = Set.of(
            "explode",
            "explode_outer",
            "inline",
            "inline_outer",
            "json_tuple",
            "posexplode",
            "posexplode_outer",
            "range",
            "stack");

    /** Functions that call any Java method. */
    private static final Set<String> CLOSED_FUNCTIONS = Set.of("java_method", "reflect");

    private final VisibleTables tables;
    private final String schema;

    /** @param schema the layer that names without a dot belong to */
    ReaderStatement(VisibleTables tables, String schema) {
        this.tables = tables;
        this.schema = schema;
    }

    /** The query over pinned rows. */
    LogicalPlan query(LogicalPlan plan) {
        return query(plan, Set.of());
    }

    /** The table that these name parts mean: {@code dwd.order_line}, in lower case. */
    String name(Seq<String> parts) {
        String dotted = parts.mkString(".").toLowerCase(Locale.ROOT);
        if (parts.size() == 3 && dotted.startsWith("spark_catalog.")) {
            return dotted.substring("spark_catalog.".length());
        }
        return parts.size() == 1 ? schema + "." + dotted : dotted;
    }

    private LogicalPlan query(LogicalPlan plan, Set<String> ctes) {
        if (plan instanceof UnresolvedWith with) {
            return with(with, ctes);
        }
        if (plan instanceof UnresolvedRelation relation) {
            return relation(relation, ctes);
        }
        String node = plan.getClass().getSimpleName();
        if (!NODES.contains(node)) {
            throw refused("it holds " + node);
        }
        if (plan instanceof UnresolvedTableValuedFunction call) {
            checkFunction(
                    call.name(), !TABLE_FUNCTIONS.contains(call.name().last().toLowerCase(Locale.ROOT)));
        }
        if (plan instanceof WithWindowDefinition windows) {
            checkWindows(windows);
        }
        return plan.mapChildren(child -> query(child, ctes)).transformExpressions(expressions(ctes));
    }

    /** Each common table expression sees those before it; the query sees all. */
    private LogicalPlan with(UnresolvedWith with, Set<String> outer) {
        Set<String> seen = new HashSet<>(outer);
        List<Tuple2<String, SubqueryAlias>> relations =
                JavaConverters.seqAsJavaListConverter(with.cteRelations()).asJava().stream()
                        .map(cte -> {
                            Tuple2<String, SubqueryAlias> pinned =
                                    Tuple2.apply(cte._1(), (SubqueryAlias) query(cte._2(), Set.copyOf(seen)));
                            seen.add(cte._1().toLowerCase(Locale.ROOT));
                            return pinned;
                        })
                        .toList();
        return new UnresolvedWith(
                query(with.child(), seen),
                JavaConverters.asScalaBufferConverter(relations).asScala().toList());
    }

    private LogicalPlan relation(UnresolvedRelation relation, Set<String> ctes) {
        Seq<String> parts = relation.multipartIdentifier();
        if (parts.size() == 1 && ctes.contains(parts.last().toLowerCase(Locale.ROOT))) {
            return relation;
        }
        String name = name(parts);
        LogicalPlan rows = tables.rows(name).queryExecution().analyzed();
        String layer = name.substring(0, name.indexOf('.'));
        return new SubqueryAlias(
                new AliasIdentifier(
                        name.substring(name.indexOf('.') + 1),
                        JavaConverters.asScalaBufferConverter(List.of("spark_catalog", layer))
                                .asScala()
                                .toList()),
                rows);
    }

    private AbstractPartialFunction<Expression, Expression> expressions(Set<String> ctes) {
        return new AbstractPartialFunction<>() {
            @Override
            public boolean isDefinedAt(Expression expression) {
                return expression instanceof SubqueryExpression || expression instanceof UnresolvedFunction;
            }

            @Override
            public Expression apply(Expression expression) {
                if (expression instanceof SubqueryExpression subquery) {
                    return subquery.withNewPlan(query(subquery.plan(), ctes));
                }
                checkFunction(((UnresolvedFunction) expression).nameParts(), isClosed(expression));
                return expression;
            }
        };
    }

    /** Named windows lie in a map, which Spark's own walk over expressions passes by. */
    private static void checkWindows(WithWindowDefinition windows) {
        for (WindowSpecDefinition window : JavaConverters.mapAsJavaMapConverter(windows.windowDefinitions())
                .asJava()
                .values()) {
            if (window.find(SubqueryExpression.class::isInstance).isDefined()
                    || window.find(ReaderStatement::isClosed).isDefined()) {
                throw refused("its window clause holds a subquery or a closed function");
            }
        }
    }

    private static boolean isClosed(Expression expression) {
        return expression instanceof UnresolvedFunction call
                && CLOSED_FUNCTIONS.contains(call.nameParts().last().toLowerCase(Locale.ROOT));
    }

    private static void checkFunction(Seq<String> name, boolean closed) {
        if (closed) {
            throw refused("it calls " + name.mkString("."));
        }
    }

    static RuntimeException refused(String why) {
        return Problems.cannot(
                "run the statement",
                why,
                "Nothing was changed. Readers may SELECT, WITH, SHOW, DESCRIBE, EXPLAIN and USE");
    }
}
