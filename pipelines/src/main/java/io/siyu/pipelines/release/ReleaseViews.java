package io.siyu.pipelines.release;

import io.siyu.pipelines.store.Lake;
import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.Column;
import io.siyu.warehouse.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.catalog.ExternalCatalog;
import scala.collection.JavaConverters;

/**
 * The catalogue people query: one view per table of a release, each pinned to its version, with comments. It can be thrown
 * away and made again at any time.
 */
public final class ReleaseViews {
    /** The databases that views live in. */
    public static final List<String> DATABASES = List.of("ods", "dwd", "dim", "dws", "ads", "quality");

    /** View property that tells one text from another; a view without it is not ours. */
    private static final String TEXT = "siyu.text";

    private final Lake lake;
    private final Catalog catalog;

    public ReleaseViews(Lake lake, Catalog catalog) {
        this.lake = lake;
        this.catalog = catalog;
    }

    /** What {@link #apply} did to how many views. */
    public record Applied(int made, int unchanged, int dropped) {}

    /** View name to the statement that makes it, sorted. */
    public SortedMap<String, String> statements(SparkSession spark, Release release) {
        SortedMap<String, String> statements = new TreeMap<>();
        for (String table : release.versions().keySet()) {
            if (DATABASES.contains(table.substring(0, table.indexOf('.')))) {
                statements.put(table, statement(spark, release, table));
            }
        }
        return statements;
    }

    /**
     * Makes the session's catalog show this release: makes databases and views, leaves views that are right already, drops
     * ours of tables that are released no more. Killed half-way, it is simply run again.
     */
    public Applied apply(SparkSession spark, Release release) {
        DATABASES.forEach(database -> spark.sql("create database if not exists " + database));
        Map<String, String> standing = standing(spark.sharedState().externalCatalog());
        SortedMap<String, String> wanted = statements(spark, release);
        int made = 0;
        for (Map.Entry<String, String> view : wanted.entrySet()) {
            String text = standing.getOrDefault(view.getKey(), "");
            if (!view.getValue().contains(property(text))) {
                spark.sql(view.getValue());
                made++;
            }
        }
        List<String> dropped = new ArrayList<>(standing.keySet());
        dropped.removeAll(wanted.keySet());
        dropped.forEach(view -> spark.sql("drop view if exists " + view));
        return new Applied(made, wanted.size() - made, dropped.size());
    }

    private String statement(SparkSession spark, Release release, String table) {
        List<Shown> columns = Shown.of(new Pinned(lake, release).schema(spark, table), catalog.find(table));
        String comments = columns.stream()
                .map(c -> "`" + c.name() + "` comment " + literal(c.description()))
                .collect(Collectors.joining(", "));
        String description = catalog.find(table).map(Table::description).orElse("");
        String name = "create or replace view " + table + " (" + comments + ") comment " + literal(description);
        String rows = " as select " + values(columns, catalog.find(table)) + " from delta.`" + lake.path(table)
                + "` version as of " + release.versions().get(table);
        String text = UUID.nameUUIDFromBytes((name + rows).getBytes(StandardCharsets.UTF_8))
                .toString();
        return name + property(text) + rows;
    }

    /** What readers see of each column, in order. Column classification is applied here and nowhere else. */
    private static String values(List<Shown> columns, Optional<Table> contract) {
        return columns.stream()
                .map(shown -> contract.flatMap(table -> table.column(shown.name()))
                        .filter(Column::isPersonal)
                        .map(column -> Masked.of(column) + " as `" + shown.name() + "`")
                        .orElse("`" + shown.name() + "`"))
                .collect(Collectors.joining(", "));
    }

    /** Our views in the catalog, with what tells their texts apart. */
    private static Map<String, String> standing(ExternalCatalog views) {
        Map<String, String> standing = new TreeMap<>();
        for (String database : DATABASES) {
            for (String view : JavaConverters.seqAsJavaList(views.listViews(database, "*"))) {
                var properties = views.getTable(database, view).properties();
                if (properties.contains(TEXT)) {
                    standing.put(database + "." + view, properties.apply(TEXT));
                }
            }
        }
        return standing;
    }

    private static String property(String text) {
        return " tblproperties ('" + TEXT + "' = '" + text + "')";
    }

    private static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
