package io.siyu.pipelines.serve;

import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.parser.ParserInterface;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import scala.collection.Seq;

/**
 * Spark's parser for a reader's session. A statement asks once which release is published and reads only that, however
 * long it runs. Only {@link #parsePlan}, where statements of clients enter, is guarded: the rest parses pieces.
 */
final class PinnedParser implements ParserInterface {
    private final SparkSession session;
    private final ParserInterface spark;
    private final Supplier<Optional<VisibleTables>> published;

    /** @param published asked once for each statement; empty leaves the statement as it is */
    PinnedParser(SparkSession session, ParserInterface spark, Supplier<Optional<VisibleTables>> published) {
        this.session = session;
        this.spark = spark;
        this.published = published;
    }

    @Override
    public LogicalPlan parsePlan(String sql) throws ParseException {
        Optional<VisibleTables> tables = published.get();
        if (tables.isEmpty()) {
            return spark.parsePlan(sql);
        }
        if (sql.contains("${")) {
            throw ReaderStatement.refused("it holds ${, which would read settings of the server");
        }
        return new ReaderCommand(tables.get(), session.catalog().currentDatabase()).admit(spark.parsePlan(sql));
    }

    @Override
    public Expression parseExpression(String sql) throws ParseException {
        return spark.parseExpression(sql);
    }

    @Override
    public TableIdentifier parseTableIdentifier(String sql) throws ParseException {
        return spark.parseTableIdentifier(sql);
    }

    @Override
    public FunctionIdentifier parseFunctionIdentifier(String sql) throws ParseException {
        return spark.parseFunctionIdentifier(sql);
    }

    @Override
    public Seq<String> parseMultipartIdentifier(String sql) throws ParseException {
        return spark.parseMultipartIdentifier(sql);
    }

    @Override
    public LogicalPlan parseQuery(String sql) throws ParseException {
        return spark.parseQuery(sql);
    }

    @Override
    public StructType parseTableSchema(String sql) throws ParseException {
        return spark.parseTableSchema(sql);
    }

    @Override
    public DataType parseDataType(String sql) throws ParseException {
        return spark.parseDataType(sql);
    }
}
