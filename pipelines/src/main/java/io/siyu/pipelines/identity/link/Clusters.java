package io.siyu.pipelines.identity.link;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Who is one person: each component of the pairs that weigh enough is taken apart again by {@link Agglomeration}, over the weights
 * of all its pairs, whether a blocking rule found them or not.
 */
final class Clusters implements Serializable {
    /** Records of a component whose pairs are all weighed: a quarter of a million at most. */
    static final int LARGEST = 500;

    private static final StructType SHAPE = StructType.fromDDL("id STRING, cluster STRING");

    private final Model model;
    private final Comparer comparer;
    private final double least;
    private final Set<String> never;

    /**
     * @param threshold probability from which two groups are one
     * @param never pairs that may not come together, {@link #pair} of their ids
     */
    Clusters(Model model, double threshold, Set<String> never) {
        this.model = model;
        this.comparer = Comparer.of(model.spec(), model.frequencies());
        this.least = Model.bits(threshold);
        this.never = never;
    }

    /** {@code id, cluster} of all people; a cluster is named by the least id in it. */
    Dataset<Row> of(Dataset<Row> people, List<Components.Edge> edges) {
        List<Row> labels = new ArrayList<>();
        new TreeMap<>(Components.of(edges, least, LARGEST))
                .forEach((id, label) -> labels.add(RowFactory.create(id, label)));
        Dataset<Row> components =
                people.sparkSession().createDataFrame(labels, StructType.fromDDL("id STRING, component STRING"));
        FlatMapFunction<Row, Row> grouped = component -> grouped(Pairs.sorted(component.getList(1)));
        return people.join(
                        components.withColumnRenamed("id", "member"), col("id").equalTo(col("member")), "left")
                .select(
                        coalesce(col("component"), col("id")).as("component"),
                        Packed.person().as("person"))
                .groupBy("component")
                .agg(collect_list("person").as("people"))
                .flatMap(grouped, Encoders.row(SHAPE));
    }

    /** The same of a few people, without Spark: the cluster of each that a pair names. */
    Map<String, String> of(List<Person> people, List<Components.Edge> edges) {
        Map<String, String> components = Components.of(edges, least, LARGEST);
        Map<String, List<Person>> parts = new TreeMap<>();
        people.stream()
                .sorted()
                .filter(person -> components.containsKey(person.id()))
                .forEach(person -> parts.computeIfAbsent(components.get(person.id()), key -> new ArrayList<>())
                        .add(person));
        Map<String, String> clusters = new TreeMap<>();
        parts.values()
                .forEach(part ->
                        grouped(part).forEachRemaining(row -> clusters.put(row.getString(0), row.getString(1))));
        return clusters;
    }

    private Iterator<Row> grouped(List<Person> people) {
        int n = people.size();
        int comparisons = model.m().length;
        GroupWeights weights = new GroupWeights(n, comparisons, Model.bits(model.prior()));
        boolean[][] forbidden = new boolean[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                Person a = people.get(i);
                Person b = people.get(j);
                Comparer.Compared compared = comparer.compare(a, b);
                for (int place = 0; place < comparisons; place++) {
                    if (Pattern.level(compared.pattern(), place) >= 0) {
                        weights.put(i, j, place, model.part(place, compared.pattern(), compared.rarity()));
                    }
                }
                forbidden[i][j] = a.forbids(b) || never.contains(pair(a.id(), b.id()));
                forbidden[j][i] = forbidden[i][j];
            }
        }
        int[] groups = new Agglomeration(weights, forbidden).groups(least);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            rows.add(RowFactory.create(people.get(i).id(), people.get(groups[i]).id()));
        }
        return rows.iterator();
    }

    /** A pair as one text, whichever comes first. */
    static String pair(String a, String b) {
        return a.compareTo(b) <= 0 ? a + '\u0001' + b : b + '\u0001' + a;
    }
}
