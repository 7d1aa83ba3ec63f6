package io.siyu.pipelines.identity.link;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What linking learnt, and what follows from it. */
public final class Linked {
    private final Dataset<Row> people;
    private final Dataset<Row> compared;
    private final Dataset<Row> pairs;
    private final List<Components.Edge> likely;
    private final Model model;
    private final Set<String> never;
    private final Dataset<Row> clusters;

    /**
     * @param people persisted
     * @param compared the pairs before they were weighed, persisted
     * @param pairs weighed
     */
    Linked(
            Dataset<Row> people,
            Dataset<Row> compared,
            Dataset<Row> pairs,
            List<Components.Edge> likely,
            Model model,
            Set<String> never) {
        this.people = people;
        this.compared = compared;
        this.pairs = pairs;
        this.likely = likely;
        this.model = model;
        this.never = never;
        this.clusters = clusters(model.spec().threshold()).persist();
    }

    /** {@code id, cluster} of all records; a cluster is named by the least id in it. */
    public Dataset<Row> clusters() {
        return clusters;
    }

    /** The same at another threshold, which is at least the spec's {@code review}. */
    public Dataset<Row> clusters(double threshold) {
        return new Clusters(model, threshold, never).of(people, likely);
    }

    /** The same as {@link #verdicts}, for whoever asks nothing more: what was kept for other questions is let go. */
    List<Verdict> lastVerdicts() {
        try {
            return verdicts();
        } finally {
            List.of(people, compared, clusters).forEach(Dataset::unpersist);
        }
    }

    /** What became of the likely pairs and of all that were grouped, sorted by their ids; grouped here, without Spark. */
    List<Verdict> verdicts() {
        Set<String> ids =
                likely.stream().flatMap(edge -> Stream.of(edge.l(), edge.r())).collect(Collectors.toSet());
        if (ids.isEmpty()) {
            return List.of();
        }
        UDF1<String, Boolean> wanted = ids::contains;
        List<Person> paired =
                people.filter(udf(wanted, DataTypes.BooleanType).apply(col("id"))).collectAsList().stream()
                        .map(Person::of)
                        .toList();
        return new Verdicts(model, never).of(paired, likely);
    }

    /** {@code l, r, weight} of all pairs compared; the weight is log2 of the odds that they are one. */
    public Dataset<Row> pairs() {
        return pairs;
    }

    /** {@code l, r, probability} of pairs that are likely and yet apart: what a person should look at, the likeliest first. */
    public Dataset<Row> review() {
        List<Row> rows = likely.stream()
                .map(edge -> RowFactory.create(edge.l(), edge.r(), Model.probability(edge.weight())))
                .toList();
        Dataset<Row> edges = people.sparkSession()
                .createDataFrame(rows, StructType.fromDDL("l STRING, r STRING, probability DOUBLE"));
        return edges.join(clusters.toDF("l", "cluster_l"), "l")
                .join(clusters.toDF("r", "cluster_r"), "r")
                .filter(col("cluster_l").notEqual(col("cluster_r")))
                .select("l", "r", "probability")
                .orderBy(col("probability").desc(), col("l"), col("r"));
    }
}
