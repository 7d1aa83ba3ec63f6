package io.siyu.warehouse;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The database table a feed is read from instead of files: {@code jdbc:} in {@code feed.yml}. All names are the source's.
 *
 * @param source its name; where it is and who reads there is said by the installation, never by a text of the house
 * @param table a table or view, with its schema or without: {@code public.mall_order}
 * @param key columns that name a row; an extract is in their order
 * @param partition how it is read in parallel; null reads it in one piece
 * @param fetchSize rows the driver asks for at once
 */
public record Jdbc(
        String source,
        String table,
        List<String> key,
        Watermark watermark,
        @Nullable Partition partition,
        int fetchSize)
        implements Serializable {
    private static final String NAME = "[\\p{L}_][\\p{L}\\p{N}_$]*";
    private static final int FETCH = 10_000;

    /** Cuts between the least and the greatest value of an integer column into {@code count} parts of equal width. */
    public record Partition(String column, int count) implements Serializable {
        private static final int MOST = 64;

        private static Partition read(Doc doc, List<String> key) {
            Map<String, Doc> keys = doc.map(FeedReader.keys("column", "count"));
            Doc count = Doc.need(keys, "count", doc);
            if (count.number() < 1 || count.number() > MOST) {
                throw count.invalid("a count of " + count.number(), "1 to " + MOST);
            }
            String column = keys.containsKey("column") ? name(keys.get("column")) : key.get(0);
            return new Partition(column, (int) count.number());
        }
    }

    static Jdbc read(Doc doc) {
        Map<String, Doc> keys =
                doc.map(FeedReader.keys("source", "table", "key", "watermark", "partition", "fetch_size", "optional"));
        Doc source = Doc.need(keys, "source", doc);
        Doc table = Doc.need(keys, "table", doc);
        Doc key = Doc.need(keys, "key", doc);
        if (!source.text().matches("[a-z][a-z0-9_]*")) {
            throw source.invalid(
                    "source '" + source.text() + "'",
                    "the name of a source in lower-case snake_case; its URL stands below 'sources' in siyu.yml");
        }
        if (!table.text().matches(NAME + "(\\." + NAME + "){0,2}")) {
            throw table.invalid("table '" + table.text() + "'", "a table or view like mall_order or public.mall_order");
        }
        List<String> columns = key.items().stream().map(Jdbc::name).toList();
        if (columns.isEmpty()) {
            throw key.invalid("no column", "at least one");
        }
        Doc partition = keys.get("partition");
        return new Jdbc(
                source.text(),
                table.text(),
                columns,
                Watermark.read(Doc.need(keys, "watermark", doc)),
                partition == null ? null : Partition.read(partition, columns),
                fetchSize(keys.get("fetch_size")));
    }

    /** The contract's columns that the source may lack. */
    static Set<String> optional(Doc doc, List<String> columns) {
        Doc at = doc.map(Set.of()).get("optional");
        return at == null
                ? Set.of()
                : Set.copyOf(
                        at.items().stream().map(item -> item.oneOf(columns)).toList());
    }

    /** A column's name as the source has it. */
    static String name(Doc at) {
        if (!at.text().matches(NAME)) {
            throw at.invalid("column '" + at.text() + "'", "the name of a column of the source");
        }
        return at.text();
    }

    private static int fetchSize(@Nullable Doc at) {
        if (at != null && (at.number() < 1 || at.number() > 1_000_000)) {
            throw at.invalid("'fetch_size' is " + at.number(), "1 to 1000000");
        }
        return at == null ? FETCH : (int) at.number();
    }

    /** Where its extracts lie, below a drop folder and up to the bounds: {@code jdbc/mall/public.mall_order@}. */
    public String path() {
        return "jdbc/" + source + "/" + table + "@";
    }

    /** Columns that are read beside those a contract's column is read from, sorted. */
    public Set<String> beside(Collection<String> read) {
        Set<String> names = new TreeSet<>(key);
        Stream.of(watermark.column(), partition == null ? watermark.column() : partition.column())
                .forEach(names::add);
        names.removeAll(Set.copyOf(read));
        return names;
    }
}
