package io.siyu.pipelines.credit;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.siyu.pipelines.attribution.Model;
import io.siyu.pipelines.attribution.Models;
import io.siyu.pipelines.step.Inputs;
import io.siyu.pipelines.step.Transform;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * How each model shares a conversion among the channels of its path, {@code dws.path_share}. Spark counts the distinct paths of
 * each month; only these counts come to the models, so that the work does not grow with customers and no digit depends on the
 * order of rows.
 */
public final class PathShares implements Transform {
    private static final StructType SHAPE =
            StructType.fromDDL("month DATE, conversion STRING, model STRING, path STRING, step STRING, parts BIGINT");

    /** As the command line's; fewer drawn orders beyond 15 channels, every night anew. */
    private static final Map<String, Model> MODELS =
            Models.of(new Models.Choices(1, 0.4, 0.4, 1, "none:direct", 200, 1));

    @Override
    public Dataset<Row> rows(Inputs in, Dates dates) {
        Dataset<Row> paths = in.table("dws.path");
        TreeMap<Date, MonthPaths> months = new TreeMap<>();
        for (Row row :
                paths.groupBy("month", "conversion", "path").agg(count(lit(1))).collectAsList()) {
            months.computeIfAbsent(row.getDate(0), month -> new MonthPaths())
                    .add(row.getString(1), row.getString(2), row.getLong(3));
        }
        List<Row> rows = new ArrayList<>();
        months.forEach((month, counted) -> counted.shares(
                MODELS,
                share -> rows.add(RowFactory.create(
                        month, share.conversion(), share.model(), share.path(), share.step(), share.parts()))));
        return paths.sparkSession().createDataFrame(rows, SHAPE);
    }
}
