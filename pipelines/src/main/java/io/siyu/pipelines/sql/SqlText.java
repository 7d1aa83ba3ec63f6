package io.siyu.pipelines.sql;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.AliasIdentifier;
import org.apache.spark.sql.catalyst.QueryPlanningTracker;
import org.apache.spark.sql.catalyst.analysis.NameParameterizedQuery;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.optimizer.InlineCTE;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.parser.ParserInterface;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import org.apache.spark.sql.functions;
import scala.Option;
import scala.Tuple2;
import scala.collection.JavaConverters;
import scala.runtime.AbstractPartialFunction;

/**
 * One parsed SELECT. It knows which tables it reads, and it can be bound to rows: each {@code layer.table} in it is
 * replaced by the Dataset given for that name, so that no catalogue stands between a step and the exact versions it
 * reads.
 */
public final class SqlText {
    /** Texts of the house by what they say: each is parsed once by a process, although plan, check and step all ask for it. */
    private static final Map<String, SqlText> PARSED = new ConcurrentHashMap<>();

    private final LogicalPlan plan;

    private SqlText(LogicalPlan plan) {
        this.plan = plan;
    }

    /** Parses one query; Spark's own parse error says line and position. */
    public static SqlText parse(SparkSession spark, String sql) {
        SqlText known = PARSED.get(sql);
        if (known != null) {
            return known;
        }
        try {
            SqlText parsed = new SqlText(query(spark.sessionState().sqlParser(), sql));
            PARSED.put(sql, parsed);
            return parsed;
        } catch (Exception e) {
            throw new IllegalArgumentException(Reason.of(e), e);
        }
    }

    /**
     * A text known to be a query is read once. As a statement, which might be an INSERT after its CTEs, Spark reads it to the end
     * before it begins. What stands after a query is no part of it: then the statement says what is wrong.
     */
    private static LogicalPlan query(ParserInterface parser, String sql) throws ParseException {
        LogicalPlan query = parser.parseQuery(sql);
        Option<Object> last = query.origin().stopIndex();
        boolean isWhole =
                last.isDefined() && sql.substring((Integer) last.get() + 1).isBlank();
        return isWhole ? query : parser.parsePlan(sql);
    }

    /** Names of the form {@code layer.table} that stand in a FROM anywhere, CTEs subtracted, sorted. */
    public Set<String> reads() {
        Set<String> names = new TreeSet<>();
        replace(plan, relation -> {
            if (isTable(relation)) {
                names.add(relation.name());
            }
            return relation;
        });
        return names;
    }

    /**
     * The rows of this SELECT over the given inputs.
     *
     * @param inputs Dataset per {@code layer.table}; every name in {@link #reads()} must be there
     * @param parameters values for {@code :name}: LocalDate, Long, Boolean or String
     * @throws IllegalArgumentException with Spark's words when a column, function or type does not fit
     */
    public Dataset<Row> bind(SparkSession spark, Map<String, Dataset<Row>> inputs, Map<String, ?> parameters) {
        LogicalPlan bound = replace(plan, relation -> {
            Dataset<Row> rows = isTable(relation) ? inputs.get(relation.name()) : null;
            return rows == null ? relation : alias(relation, rows);
        });
        Map<String, Expression> literals = new TreeMap<>();
        parameters.forEach(
                (name, value) -> literals.put(name, functions.lit(value).expr()));
        try {
            return flat(spark, literals.isEmpty() ? bound : new NameParameterizedQuery(bound, scalaMap(literals)));
        } catch (Exception e) {
            throw new IllegalArgumentException(Reason.of(e), e);
        }
    }

    /**
     * The rows with each CTE in its places, as the optimizer would put it there. Spark's check of a plan with CTEs does so too,
     * for every further column or filter that a step adds, and then looks at the whole of it again. What was checked here is
     * not analysed a second time.
     */
    private static Dataset<Row> flat(SparkSession spark, LogicalPlan query) {
        Functions.in(spark);
        LogicalPlan checked =
                spark.sessionState().analyzer().executeAndCheck(query, new QueryPlanningTracker(Option.empty()));
        LogicalPlan flat = new InlineCTE(false).apply(checked);
        flat.setAnalyzed();
        return Dataset.ofRows(spark, flat);
    }

    private static scala.collection.immutable.Map<String, Expression> scalaMap(Map<String, Expression> values) {
        return scala.collection.immutable.Map$.MODULE$
                .<String, Expression>empty()
                .$plus$plus(JavaConverters.mapAsScalaMapConverter(values).asScala());
    }

    private static SubqueryAlias alias(UnresolvedRelation relation, Dataset<Row> rows) {
        String name = relation.multipartIdentifier().last();
        LogicalPlan read = rows.queryExecution().analyzed();
        return new SubqueryAlias(
                new AliasIdentifier(
                        name,
                        JavaConverters.asScalaBufferConverter(List.<String>of())
                                .asScala()
                                .toList()),
                read);
    }

    private static boolean isTable(UnresolvedRelation relation) {
        return relation.multipartIdentifier().size() == 2;
    }

    private static LogicalPlan replace(LogicalPlan plan, RelationChange change) {
        return plan.transformDownWithSubqueries(new AbstractPartialFunction<LogicalPlan, LogicalPlan>() {
            @Override
            public boolean isDefinedAt(LogicalPlan node) {
                return node instanceof UnresolvedRelation || node instanceof UnresolvedWith;
            }

            @Override
            public LogicalPlan apply(LogicalPlan node) {
                return node instanceof UnresolvedWith with
                        ? replaceCtes(with, change)
                        : change.apply((UnresolvedRelation) node);
            }
        });
    }

    private static LogicalPlan replaceCtes(UnresolvedWith with, RelationChange change) {
        UnaryOperator<Tuple2<String, SubqueryAlias>> each =
                cte -> Tuple2.apply(cte._1(), (SubqueryAlias) replace(cte._2(), change));
        var ctes = JavaConverters.seqAsJavaListConverter(with.cteRelations()).asJava().stream()
                .map(each)
                .toList();
        return new UnresolvedWith(
                with.child(),
                JavaConverters.asScalaBufferConverter(ctes).asScala().toList());
    }

    private interface RelationChange {
        LogicalPlan apply(UnresolvedRelation relation);
    }
}
