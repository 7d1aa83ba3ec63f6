package io.siyu.pipelines.tag;

import io.siyu.pipelines.sql.SqlText;
import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.tag.Tag;
import io.siyu.warehouse.tag.TagSql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Runs the worked examples of all tags, those of packs that are off among them, in two queries: each example is a customer,
 * and the query is the one that computes the tags of real ones.
 */
public final class TagExamples {
    private final SparkSession spark;
    private final Catalog catalog;

    public TagExamples(SparkSession spark, Catalog catalog) {
        this.spark = spark;
        this.catalog = catalog;
    }

    /** What does not come out as the examples of these tags say, one sentence each; nothing when all hold. */
    public List<String> wrong(List<Tag> tags) {
        List<Tag> drawn = tags.stream().filter(t -> t.kind().isDrawnFromRows()).toList();
        List<Tag> derived =
                tags.stream().filter(t -> !t.kind().isDrawnFromRows()).toList();
        List<String> wrong = new ArrayList<>();
        if (!drawn.isEmpty()) {
            wrong.addAll(compare(drawn, drawn(drawn)));
        }
        if (!derived.isEmpty()) {
            wrong.addAll(compare(derived, derived(catalog.tags().all(), derived)));
        }
        return wrong;
    }

    private Dataset<Row> drawn(List<Tag> tags) {
        Map<String, List<Tag>> sources = tags.stream()
                .collect(Collectors.groupingBy(t -> t.from().orElseThrow(), TreeMap::new, Collectors.toList()));
        Map<String, Dataset<Row>> inputs = new HashMap<>();
        sources.forEach((from, of) -> inputs.put(from, ExampleRows.of(spark, catalog.table(from), of)));
        List<String> customers = new ArrayList<>();
        for (Tag tag : tags) {
            for (int i = 0; i < tag.examples().size(); i++) {
                customers.add(ExampleRows.name(tag, i));
            }
        }
        inputs.put(
                "dim.customer",
                spark.createDataset(customers, Encoders.STRING()).toDF("oneid"));
        String sql = "with\n" + new TagSql(catalog.tags(), "").drawn(tags, "dim.customer")
                + "\nselect oneid as example, " + texts(tags) + " from drawn";
        return bound(sql, inputs);
    }

    private Dataset<Row> derived(List<Tag> all, List<Tag> derived) {
        Map<String, Dataset<Row>> inputs = Map.of("dws.customer_tag", ExampleRows.over(spark, all, derived));
        String sql =
                "with made as (select example, is_first, " + new TagSql(catalog.tags(), "example, ").derived(derived)
                        + " from dws.customer_tag) select example, " + texts(derived) + " from made where is_first";
        return bound(sql, inputs);
    }

    private static String texts(List<Tag> tags) {
        return tags.stream()
                .flatMap(t -> t.columns().stream())
                .map(column -> "cast(" + column + " as string) as " + column)
                .collect(Collectors.joining(", "));
    }

    private Dataset<Row> bound(String sql, Map<String, Dataset<Row>> inputs) {
        return SqlText.parse(spark, sql).bind(spark, inputs, Map.of("business_date", ExampleRows.DAY));
    }

    private static List<String> compare(List<Tag> tags, Dataset<Row> rows) {
        Map<String, Row> found = new HashMap<>();
        rows.collectAsList().forEach(row -> found.put(row.getAs("example"), row));
        List<String> wrong = new ArrayList<>();
        for (Tag tag : tags) {
            for (int i = 0; i < tag.examples().size(); i++) {
                Optional<Row> row = Optional.ofNullable(found.get(ExampleRows.name(tag, i)));
                for (String suffix : tag.suffixes()) {
                    String wanted =
                            ExampleRows.shown(tag.type(), tag.examples().get(i).expected(suffix));
                    String is = row.map(r -> String.valueOf(r.<Object>getAs(tag.id() + suffix)))
                            .orElse("nothing");
                    if (!wanted.equals(is)) {
                        wrong.add("Example " + (i + 1) + " of tag " + tag.id() + suffix + " ("
                                + tag.at().where() + "): expected " + wanted + ", got " + is + ".");
                    }
                }
            }
        }
        return wrong;
    }
}
