package io.siyu.pipelines.credit;

import io.siyu.pipelines.attribution.BestMarkov;
import io.siyu.pipelines.attribution.Model;
import io.siyu.pipelines.attribution.Models;
import io.siyu.pipelines.step.Inputs;
import io.siyu.pipelines.step.Transform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private static final StructType SHAPE = StructType.fromDDL(
            "month DATE, conversion STRING, model STRING, path STRING, position INT, step STRING, parts BIGINT");

    /** As the command line's, but Markov of the order that a month's paths bear, and fewer drawn orders beyond 15 channels. */
    private static final Map<String, Model> MODELS = models();

    private static Map<String, Model> models() {
        Map<String, Model> models = Models.of(new Models.Choices(1, 0.4, 0.4, 1, "none:direct", 200, 1));
        models.replace("markov", new BestMarkov(ChainFits.MOST));
        return models;
    }

    @Override
    public Dataset<Row> rows(Inputs in, Dates dates) {
        Dataset<Row> paths = in.table("dws.path");
        List<Row> rows = new ArrayList<>();
        MonthPaths.of(paths)
                .forEach((month, counted) -> counted.shares(
                        MODELS,
                        share -> rows.add(RowFactory.create(
                                month,
                                share.conversion(),
                                share.model(),
                                share.path(),
                                share.position(),
                                share.step(),
                                share.parts()))));
        return paths.sparkSession().createDataFrame(rows, SHAPE);
    }
}
