package io.siyu.pipelines.sql;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.BoundReference;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.JsonToStructs;
import org.apache.spark.sql.catalyst.expressions.StructsToJson;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Option;
import scala.collection.JavaConverters;

/**
 * Rows of a shape as JSON, an object a line, and back: Spark's own reading and writing of JSON, asked row by row, since a query for ten
 * rows takes longer to plan than the rows to read.
 */
public final class JsonRows {
    private static final String TIME = "yyyy-MM-dd HH:mm:ss";
    private static final Map<String, String> READ = Map.of("mode", "FAILFAST", "timestampFormat", TIME);
    private static final Map<String, String> WRITE = Map.of("ignoreNullFields", "false", "timestampFormat", TIME);

    private final SparkSession spark;
    private final StructType shape;

    /** @param shape columns that are read and written; each may be absent */
    public JsonRows(SparkSession spark, StructType shape) {
        this.spark = spark;
        this.shape = shape.asNullable();
    }

    /** The rows, as values within a plan. */
    public Dataset<Row> read(List<String> lines) {
        return Values.of(spark, shape, parsed(lines));
    }

    /** The lines as this class writes them: each column of the shape, in its order. */
    public List<String> normal(List<String> lines) {
        return written(parsed(lines).stream());
    }

    /** The rows of a query of this shape. */
    public List<String> written(Dataset<Row> rows) {
        return written(Stream.of(Values.collected(rows)));
    }

    private List<InternalRow> parsed(List<String> lines) {
        Expression read = new JsonToStructs(shape, options(READ), whole(DataTypes.StringType), zone());
        return lines.stream()
                .map(line -> (InternalRow) read.eval(row(UTF8String.fromString(line))))
                .toList();
    }

    private List<String> written(Stream<InternalRow> rows) {
        Expression write = new StructsToJson(options(WRITE), whole(shape), zone());
        return rows.map(row -> write.eval(row(row)).toString()).toList();
    }

    private Option<String> zone() {
        return Option.apply(spark.sessionState().conf().sessionLocalTimeZone());
    }

    private static Expression whole(DataType type) {
        return new BoundReference(0, type, true);
    }

    private static InternalRow row(Object value) {
        return new GenericInternalRow(new Object[] {value});
    }

    private static scala.collection.immutable.Map<String, String> options(Map<String, String> options) {
        return scala.collection.immutable.Map$.MODULE$
                .<String, String>empty()
                .$plus$plus(JavaConverters.mapAsScalaMapConverter(options).asScala());
    }
}
