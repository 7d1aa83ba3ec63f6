package io.siyu.pipelines.sql;

import java.util.HashMap;
import java.util.Map;
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
 */
final class Functions {
    private static final String MOST_FREQUENT = "most_frequent";

    private Functions() {}

    /** Gives a session the functions, if it has none. */
    static void in(SparkSession spark) {
        if (spark.sessionState().functionRegistry().functionExists(new FunctionIdentifier(MOST_FREQUENT))) {
            return;
        }
        WideRows.register(spark.udf());
        IdFunctions.register(spark.udf());
        spark.udf().register(MOST_FREQUENT, (UDF1<Seq<String>, String>) Functions::mostFrequent, DataTypes.StringType);
        FoldRows.register(spark);
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
        return mostFrequent(counts);
    }

    /** The text that was counted most often, the first in order of several; null of none. */
    static <T extends Comparable<T>> @Nullable T mostFrequent(Map<T, Integer> counts) {
        T best = null;
        int most = 0;
        for (Map.Entry<T, Integer> text : counts.entrySet()) {
            int count = text.getValue();
            if (count > most || count == most && best != null && text.getKey().compareTo(best) < 0) {
                best = text.getKey();
                most = count;
            }
        }
        return best;
    }
}
