package io.siyu.pipelines.sql;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import scala.collection.Iterator;
import scala.collection.Seq;

/**
 * SQL functions of the house that need nothing but their arguments; every query that {@link SqlText} binds has them.
 * {@code most_frequent(array)}: the text that an array of texts has most often, the first in order of several; null of none.
 * {@code distinct_counts(array of (value, bits))}: for each of the bits 0 to 59 how many different values have it.
 */
final class Functions {
    private static final String MOST_FREQUENT = "most_frequent";

    private static final String DISTINCT_COUNTS = "distinct_counts";
    private static final int BITS = 60;

    private Functions() {}

    /** Gives a session the functions, if it has none. */
    static void in(SparkSession spark) {
        if (spark.sessionState().functionRegistry().functionExists(new FunctionIdentifier(MOST_FREQUENT))) {
            return;
        }
        WideRows.register(spark.udf());
        IdFunctions.register(spark.udf());
        spark.udf().register(MOST_FREQUENT, (UDF1<Seq<String>, String>) Functions::mostFrequent, DataTypes.StringType);
        spark.udf()
                .register(
                        DISTINCT_COUNTS,
                        (UDF1<Seq<Row>, int[]>) Functions::distinctCounts,
                        DataTypes.createArrayType(DataTypes.IntegerType, false));
    }

    private static @Nullable String mostFrequent(@Nullable Seq<String> values) {
        if (values == null) {
            return null;
        }
        Map<String, Integer> counts = new HashMap<>();
        Iterator<String> each = values.iterator();
        while (each.hasNext()) {
            counts.merge(each.next(), 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(
                                Map.Entry.<String, Integer>comparingByKey().reversed()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static int[] distinctCounts(@Nullable Seq<Row> marked) {
        Map<String, Long> bits = new HashMap<>();
        if (marked != null) {
            Iterator<Row> each = marked.iterator();
            while (each.hasNext()) {
                Row row = each.next();
                bits.merge(row.getString(0), row.getLong(1), (a, b) -> a | b);
            }
        }
        int[] counts = new int[BITS];
        for (long set : bits.values()) {
            for (long left = set; left != 0; left &= left - 1) {
                counts[Long.numberOfTrailingZeros(left)]++;
            }
        }
        return counts;
    }
}
