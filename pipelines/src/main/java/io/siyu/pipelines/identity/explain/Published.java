package io.siyu.pipelines.identity.explain;

import static org.apache.spark.sql.functions.col;

import io.siyu.pipelines.plan.Definition;
import io.siyu.pipelines.plan.Plan;
import io.siyu.pipelines.step.Inputs;
import io.siyu.pipelines.step.Rows;
import io.siyu.pipelines.step.Transform;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The tables of one release, and the inline ones as the house's texts make them of those; the latter are made once. */
public final class Published {
    private final SparkSession spark;
    private final Plan plan;
    private final Function<String, Dataset<Row>> stored;
    private final String title;
    private final LocalDate date;
    private final Map<String, Dataset<Row>> made = new ConcurrentHashMap<>();

    /**
     * A release.
     *
     * @param plan the texts of the house
     * @param stored the release's rows by {@code layer.table}
     * @param title what people call it: {@code Release R20261120.1, as of 2026-11-20}
     * @param date its business date
     */
    public Published(
            SparkSession spark, Plan plan, Function<String, Dataset<Row>> stored, String title, LocalDate date) {
        this.spark = spark;
        this.plan = plan;
        this.stored = stored;
        this.title = title;
        this.date = date;
    }

    /** The rows of {@code layer.table}; nothing is written. */
    public Dataset<Row> rows(String name) {
        return plan.catalog().table(name).isStored()
                ? stored.apply(name)
                : made.computeIfAbsent(
                        name, n -> made(plan.definition(n), stored).localCheckpoint());
    }

    /**
     * The rows of one customer; of a table that is not stored they are made of that customer's rows alone.
     *
     * @param name {@code layer.table}, that and all tables it reads with a column {@code oneid}
     */
    public Dataset<Row> rows(String name, String oneid) {
        Function<Dataset<Row>, Dataset<Row>> own =
                rows -> rows.where(col("oneid").equalTo(oneid));
        return plan.catalog().table(name).isStored()
                ? own.apply(stored.apply(name))
                : made(plan.definition(name), read -> own.apply(stored.apply(read)));
    }

    /** Who is who now: {@code node, oneid}. */
    Dataset<Row> held() {
        return rows("dim.identity_span").where("released_on is null").select("node", "oneid");
    }

    SparkSession spark() {
        return spark;
    }

    Plan plan() {
        return plan;
    }

    /** What people call the release. */
    public String title() {
        return title;
    }

    LocalDate date() {
        return date;
    }

    private Dataset<Row> made(Definition definition, Function<String, Dataset<Row>> input) {
        Map<String, Dataset<Row>> inputs = new TreeMap<>();
        definition.reads().forEach(read -> inputs.put(read, input.apply(read)));
        Transform.Dates dates = new Transform.Dates(date, LocalDate.EPOCH);
        return Rows.of(spark, definition, new Inputs(definition.name(), inputs), dates);
    }
}
