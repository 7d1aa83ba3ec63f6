package io.siyu.pipelines.credit;

import io.siyu.pipelines.attribution.ChainOrder;
import io.siyu.pipelines.attribution.Markov;
import io.siyu.pipelines.attribution.Paths;
import io.siyu.pipelines.step.Inputs;
import io.siyu.pipelines.step.Transform;
import java.sql.Date;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** How far back Markov's chain looks and how well each order tells the next step, {@code ads.attribution_chain}. */
public final class ChainFits implements Transform {
    /** The greatest order tried. */
    static final int MOST = 4;

    private static final StructType SHAPE = StructType.fromDDL(
            "month DATE, conversion STRING, look_back INT, states INT,"
                    + " rates INT, likelihood DOUBLE, bic DOUBLE, is_chosen BOOLEAN, converted DOUBLE, sweeps INT, moved DOUBLE");

    @Override
    public Dataset<Row> rows(Inputs in, Dates dates) {
        Dataset<Row> paths = in.table("dws.path");
        List<Row> rows = new ArrayList<>();
        MonthPaths.of(paths)
                .forEach((month, counted) -> counted.kinds().forEach((conversion, kind) -> {
                    if (kind.counted().stream().anyMatch(path -> path.conversions() > 0)) {
                        rows.addAll(orders(month, conversion, kind));
                    }
                }));
        return paths.sparkSession().createDataFrame(rows, SHAPE);
    }

    private static List<Row> orders(Date month, String conversion, Paths paths) {
        List<ChainOrder> orders = ChainOrder.upTo(paths, MOST);
        int best = ChainOrder.best(orders).order();
        List<Row> rows = new ArrayList<>();
        double[] before = {};
        for (ChainOrder order : orders) {
            Markov.Effects effects = new Markov(order.order()).effects(paths);
            double[] shares = shares(effects.conversions());
            rows.add(RowFactory.create(
                    month,
                    conversion,
                    order.order(),
                    order.states(),
                    order.rates(),
                    order.likelihood(),
                    order.bic(),
                    order.order() == best,
                    effects.converted(),
                    effects.sweeps(),
                    before.length == 0 ? null : moved(before, shares)));
            before = shares;
        }
        return rows;
    }

    private static double[] shares(double[] effects) {
        double all = Arrays.stream(effects).sum();
        return Arrays.stream(effects).map(effect -> all == 0 ? 0 : effect / all).toArray();
    }

    private static double moved(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum / 2;
    }
}
