package io.siyu.pipelines.sql;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.UDFRegistration;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.collection.Iterator;
import scala.collection.Seq;

/**
 * SQL function {@code fold_rows(array of structs, plan)}, which tags are drawn with: what a plan asks for of the rows of one
 * customer. Its arguments are told where they are written, in {@code RowFold} of the warehouse.
 */
final class RowFolds {
    private static final String FOLD_ROWS = "fold_rows";
    private static final StructType FOUND = new StructType()
            .add("numbers", DataTypes.createArrayType(DataTypes.LongType))
            .add("texts", DataTypes.createArrayType(DataTypes.StringType));
    private static final Map<String, FoldPlan> PLANS = new ConcurrentHashMap<>();

    private RowFolds() {}

    static void register(UDFRegistration udf) {
        udf.register(FOLD_ROWS, (UDF2<Seq<Row>, String, Row>) RowFolds::found, FOUND);
    }

    private static Row found(Seq<Row> rows, String plan) {
        RowFold fold = new RowFold(PLANS.computeIfAbsent(plan, FoldPlan::read));
        Iterator<Row> each = rows.iterator();
        while (each.hasNext()) {
            fold.add(each.next());
        }
        return fold.found();
    }
}
