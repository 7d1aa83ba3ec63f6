package io.siyu.pipelines.tag;

import io.siyu.pipelines.plan.Definition;
import io.siyu.pipelines.plan.Plan;
import io.siyu.pipelines.release.Release;
import io.siyu.pipelines.sql.SqlText;
import io.siyu.pipelines.step.Inputs;
import io.siyu.pipelines.step.Rows;
import io.siyu.pipelines.step.Transform;
import io.siyu.pipelines.store.Lake;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.tag.Tag;
import io.siyu.warehouse.tag.TagSql;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Where the tags of one customer come from, in the tables of one release. */
public record TagEvidence(SparkSession spark, Lake lake, Plan plan, Release release, String oneid) {
    private static final String TAGS = "dws.customer_tag";

    /**
     * The customer's tags.
     *
     * @throws io.siyu.warehouse.SiyuException.InvalidDefinition when the release knows no such customer
     */
    public Row tags() {
        return whole(TAGS).where("oneid = '" + oneid.replace("'", "") + "'").collectAsList().stream()
                .findFirst()
                .orElseThrow(() -> Problems.cannot(
                        "explain tags of " + oneid,
                        "release " + release.id() + " has no such customer",
                        "Find one with: bin/siyu sql \"select oneid from " + TAGS + "\""));
    }

    /** The rows that a tag counted in a window, those of the customer, as JSON texts in the order of their columns. */
    public List<String> rows(Tag tag, String suffix) {
        String from = tag.from().orElseThrow();
        String counted = TagSql.filter(tag, suffix);
        boolean isDated = plan.catalog().table(from).column("business_date").isPresent();
        String sql = "select * from " + from + " where oneid = :oneid"
                + (isDated ? " and business_date <= :business_date" : "")
                + (counted.isEmpty() ? "" : " and " + counted);
        Dataset<Row> rows = SqlText.parse(spark, sql)
                .bind(spark, Map.of(from, source(from)), Map.of("oneid", oneid, "business_date", release.date()));
        return rows.drop("oneid").toJSON().collectAsList().stream().sorted().toList();
    }

    private Dataset<Row> source(String name) {
        Definition definition = plan.definition(name);
        if (definition.table().isStored()) {
            return whole(name);
        }
        Map<String, Dataset<Row>> inputs = new TreeMap<>();
        definition.reads().forEach(read -> inputs.put(read, whole(read)));
        return Rows.of(
                spark, definition, new Inputs(name, inputs), new Transform.Dates(release.date(), LocalDate.EPOCH));
    }

    private Dataset<Row> whole(String table) {
        Long version = release.versions().get(table);
        if (version == null) {
            throw Problems.notReady(
                    "read " + table + " of " + release.id(),
                    "the release has no such table",
                    "Publish a night with it first: bin/siyu night --date <yyyy-MM-dd>");
        }
        return lake.whole(spark, table, version);
    }
}
