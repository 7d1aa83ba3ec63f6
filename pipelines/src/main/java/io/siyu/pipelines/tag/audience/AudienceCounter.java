package io.siyu.pipelines.tag.audience;

import io.siyu.pipelines.sql.SqlText;
import io.siyu.warehouse.tag.ConditionTree;
import io.siyu.warehouse.tag.ConditionTree.Both;
import io.siyu.warehouse.tag.ConditionTree.Holds;
import io.siyu.warehouse.tag.TagCatalog;
import io.siyu.warehouse.tag.TagCondition;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Answers how many customers meet a condition: from sets where they say it, else from the wide table, with the same numbers. */
public final class AudienceCounter {
    /** The tag without which nobody may be marketed to. */
    private static final String ALLOWED = "marketing_allowed";

    private final SparkSession spark;
    private final TagCatalog catalog;
    private final Dataset<Row> tags;
    private final Optional<AudienceSets> sets;
    private final LocalDate today;

    /**
     * How many.
     *
     * @param customers all customers
     * @param met those of whom the condition holds
     * @param allowed those of them who may be marketed to
     * @param isFromSets whether sets said so, rather than the wide table
     */
    public record Count(long customers, long met, long allowed, boolean isFromSets) {}

    /**
     * @param tags rows of {@code dws.customer_tag}
     * @param slices rows of {@code dws.tag_audience} made of them; nothing for a release without
     * @param today their business date
     */
    public AudienceCounter(
            SparkSession spark, TagCatalog catalog, Dataset<Row> tags, Optional<Dataset<Row>> slices, LocalDate today) {
        this.spark = spark;
        this.catalog = catalog;
        this.tags = tags;
        this.sets = slices.map(rows -> new AudienceSets(rows, today));
        this.today = today;
    }

    /** Counts the customers who meet a condition over tags that are computed. */
    public Count count(TagCondition condition) {
        return sets.flatMap(of -> ConditionTree.of(catalog, condition).flatMap(tree -> counted(of, tree)))
                .orElseGet(() -> scanned(condition));
    }

    private static Optional<Count> counted(AudienceSets of, ConditionTree tree) {
        OptionalLong met = of.count(tree);
        OptionalLong allowed = of.count(new Both(tree, new Holds(ALLOWED)));
        return met.isEmpty() || allowed.isEmpty()
                ? Optional.empty()
                : Optional.of(new Count(of.customers(), met.getAsLong(), allowed.getAsLong(), true));
    }

    private Count scanned(TagCondition condition) {
        String sql = "select count(*) as customers, count_if(" + condition.sql() + ") as met, count_if(("
                + condition.sql() + ") and " + ALLOWED + ") as allowed from " + TagAudience.TAGS;
        Row row = SqlText.parse(spark, sql)
                .bind(spark, Map.of(TagAudience.TAGS, tags), Map.of("business_date", today))
                .first();
        return new Count(row.getLong(0), row.getLong(1), row.getLong(2), false);
    }
}
