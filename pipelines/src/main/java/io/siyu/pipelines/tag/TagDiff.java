package io.siyu.pipelines.tag;

import io.siyu.pipelines.release.Release;
import io.siyu.pipelines.sql.SqlText;
import io.siyu.pipelines.store.Lake;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.tag.Tag;
import io.siyu.warehouse.tag.TagChangeSql;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What is said of customers in one release and otherwise in another, by the query that tells a night's changes. */
public record TagDiff(SparkSession spark, Lake lake) {
    private static final String TAGS = "dws.customer_tag";

    /** Those of the tags that both releases have. */
    public List<Tag> common(List<Tag> tags, Release from, Release to) {
        Set<String> before = Set.of(lake.schema(spark, TAGS, version(from)).fieldNames());
        Set<String> after = Set.of(lake.schema(spark, TAGS, version(to)).fieldNames());
        return tags.stream()
                .filter(tag -> before.containsAll(tag.columns()) && after.containsAll(tag.columns()))
                .toList();
    }

    /** Rows {@code oneid, tag, change, old_value, new_value}; the tags must be in both releases. */
    public Dataset<Row> rows(List<Tag> tags, Release from, Release to) {
        Map<String, Dataset<Row>> inputs = Map.of(
                TAGS, lake.whole(spark, TAGS, version(to)), TAGS + "_before", lake.whole(spark, TAGS, version(from)));
        return SqlText.parse(spark, TagChangeSql.between(tags)).bind(spark, inputs, Map.of());
    }

    private static long version(Release release) {
        Long version = release.versions().get(TAGS);
        if (version == null || !release.kept()) {
            throw Problems.notReady(
                    "read " + TAGS + " of " + release.id(),
                    "the release has no such table, or vacuum has removed its files",
                    "See the releases with: bin/siyu releases");
        }
        return version;
    }
}
