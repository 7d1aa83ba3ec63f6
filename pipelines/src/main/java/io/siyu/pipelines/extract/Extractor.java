package io.siyu.pipelines.extract;

import io.siyu.warehouse.Feed;
import io.siyu.warehouse.Jdbc;
import io.siyu.warehouse.SiyuException;
import io.siyu.warehouse.Table;
import io.siyu.warehouse.Watermark;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * Reads what changed in a feed's table up to the end of a business date, in parallel, into one file of the date's drop
 * folder; it lands as any file does. The same rows give the same bytes.
 */
public final class Extractor {
    private final Sources sources;
    private final Path landing;
    private final Path scratch;

    /** @param scratch a folder for parts of files, which every task reaches */
    public Extractor(Sources sources, Path landing, Path scratch) {
        this.sources = sources;
        this.landing = landing;
        this.scratch = scratch;
    }

    /**
     * Writes the extract of a date: {@code <date>/jdbc/<source>/<table>@<from>..<to>.jsonl.gz}, and beside it
     * {@code ...@null.jsonl.gz} with the rows whose watermark is empty, if there are any.
     *
     * @param landed paths of this feed's files so far; they say up to where it was read
     */
    public void extract(SparkSession spark, Table table, Feed feed, LocalDate date, Collection<String> landed) {
        Jdbc jdbc = Objects.requireNonNull(feed.jdbc());
        Source source = sources.find(jdbc.source(), table.name());
        try (SourceTable at = SourceTable.open(table, feed, source)) {
            Map<String, SourceColumn> columns = columns(at, feed, jdbc);
            boolean isTime = jdbc.watermark().kind() == Watermark.Kind.TIMESTAMP;
            SourceColumn watermark = at.column(jdbc.watermark().column(), "watermark", isTime);
            Bounds bounds = Bounds.of(jdbc, date, landed, () -> greatest(at, watermark));
            List<String> parts = new Parts(at, jdbc, watermark).of(bounds);
            Path folder = Parts.empty(scratch.resolve(table.name()));
            read(spark, at, source, jdbc, columns, parts, folder);
            Path drop = landing.resolve(date.toString());
            boolean hasEmpty = watermark.nullable();
            int whole = hasEmpty ? parts.size() - 1 : parts.size();
            Parts.join(folder, 0, whole, drop.resolve(jdbc.path() + bounds.named() + ".jsonl.gz"));
            if (hasEmpty && Files.exists(PartWriter.part(folder, whole))) {
                Parts.join(folder, whole, parts.size(), drop.resolve(jdbc.path() + "null.jsonl.gz"));
            }
        } catch (IOException e) {
            throw Parts.unwritten(table.name(), e);
        } finally {
            FileUtils.deleteQuietly(scratch.resolve(table.name()).toFile());
        }
    }

    /** What is read, by its name in {@code feed.yml}; an optional one that is not there is not read. */
    private static Map<String, SourceColumn> columns(SourceTable at, Feed feed, Jdbc jdbc) {
        Map<String, SourceColumn> columns = new LinkedHashMap<>();
        feed.fields().forEach((column, name) -> {
            if (!feed.optional().contains(column) || at.find(name).isPresent()) {
                columns.put(name, at.column(name));
            }
        });
        jdbc.beside(columns.keySet()).forEach(name -> columns.put(name, at.column(name)));
        return columns;
    }

    private static BigInteger greatest(SourceTable at, SourceColumn watermark) {
        List<BigInteger> span = at.span(watermark, "1 = 1");
        return span.isEmpty() ? BigInteger.ZERO : span.get(1);
    }

    private static void read(
            SparkSession spark,
            SourceTable at,
            Source source,
            Jdbc jdbc,
            Map<String, SourceColumn> columns,
            List<String> parts,
            Path folder) {
        Properties properties = source.properties();
        properties.setProperty("driver", at.trouble().driver().getClass().getName());
        properties.setProperty("fetchsize", String.valueOf(jdbc.fetchSize()));
        String types = columns.values().stream()
                .filter(c -> !c.readAs().isEmpty())
                .map(c -> "`" + c.name() + "` " + c.readAs())
                .distinct()
                .collect(Collectors.joining(", "));
        if (!types.isEmpty()) {
            properties.setProperty("customSchema", types);
        }
        String query = columns.values().stream().distinct().map(at::quoted).collect(Collectors.joining(", "));
        Column[] order = Stream.concat(jdbc.key().stream().map(at::column), columns.values().stream())
                .distinct()
                .map(c -> functions.col("`" + c.name() + "`"))
                .toArray(Column[]::new);
        Column[] chosen = columns.values().stream()
                .map(c -> functions.col("`" + c.name() + "`"))
                .toArray(Column[]::new);
        try {
            Dataset<Row> rows = spark.read()
                    .jdbc(
                            source.url(),
                            "(select " + query + " from " + jdbc.table() + ") siyu",
                            parts.toArray(String[]::new),
                            properties);
            rows.sortWithinPartitions(order)
                    .select(chosen)
                    .foreachPartition(new PartWriter(folder.toString(), List.copyOf(columns.keySet())));
        } catch (SiyuException e) {
            throw e;
        } catch (Exception e) { // Spark's own are checked ones that no signature names
            throw at.trouble().reading(e);
        }
    }
}
