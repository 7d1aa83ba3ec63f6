package io.siyu.quality;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** One small session for the tests of this module, and frames from literals. */
final class TestSpark {
    static final SparkSession SPARK = SparkSession.builder()
            .master("local[2]")
            .appName("quality tests")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.sql.session.timeZone", "Asia/Shanghai")
            .getOrCreate();

    private TestSpark() {}

    static Dataset<Row> frame(String ddl, Object[]... rows) {
        List<Row> list = java.util.Arrays.stream(rows).map(RowFactory::create).toList();
        return SPARK.createDataFrame(list, StructType.fromDDL(ddl));
    }

    static Object[] row(Object... values) {
        return values;
    }
}
