package io.siyu.warehouse.tag;

import io.siyu.warehouse.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One query for all tags. Tags drawn from one table are columns of one aggregation of it, so each table is read once, however
 * many tags there are; tags drawn from tags follow in as few steps as they use each other.
 *
 * @param among column that keeps customers apart when they are examples of different tags; empty for real ones
 */
public record TagSql(TagCatalog catalog, String among) {
    private static final String TODAY = "cast(:business_date as date)";

    /** The rows of the wide table: {@code oneid} and a column per tag and window. */
    public static String of(TagCatalog catalog) {
        List<Tag> tags = catalog.active();
        TagSql sql = new TagSql(catalog, "");
        List<Tag> drawn = tags.stream().filter(t -> t.kind().isDrawnFromRows()).toList();
        StringBuilder text = new StringBuilder("with\n").append(sql.drawn(drawn, "dim.customer"));
        String last = "drawn";
        List<Tag> open = new ArrayList<>(tags);
        open.removeAll(drawn);
        Set<String> ready = new TreeSet<>();
        drawn.forEach(tag -> ready.addAll(tag.columns()));
        for (int level = 1; !open.isEmpty(); level++) {
            List<Tag> now = open.stream()
                    .filter(tag -> catalog.uses(tag).stream().allMatch(used -> ready.containsAll(used.columns())))
                    .toList();
            text.append(",\nlevel_")
                    .append(level)
                    .append(" as (\n    select *,\n        ")
                    .append(sql.derived(now))
                    .append("\n    from ")
                    .append(last)
                    .append("\n)");
            last = "level_" + level;
            now.forEach(tag -> ready.addAll(tag.columns()));
            open.removeAll(now);
        }
        String columns = tags.stream().flatMap(t -> t.columns().stream()).collect(Collectors.joining(",\n    "));
        return text + "\nselect oneid" + (columns.isEmpty() ? "" : ",\n    " + columns) + "\nfrom " + last;
    }

    /** CTEs that end with {@code drawn}: what each table gives, beside each other, per row of {@code customers}. */
    public String drawn(List<Tag> tags, String customers) {
        Map<String, List<Tag>> sources = new LinkedHashMap<>();
        tags.forEach(tag -> sources.computeIfAbsent(tag.from().orElseThrow(), from -> new ArrayList<>())
                .add(tag));
        StringBuilder text = new StringBuilder();
        StringBuilder joins = new StringBuilder();
        List<String> columns = new ArrayList<>(List.of("c.oneid"));
        sources.forEach((from, drawn) -> {
            String name = "from_" + from.replace('.', '_');
            text.append(name).append(" as (\n").append(aggregation(from, drawn)).append("\n),\n");
            joins.append("\n    left join ").append(name).append(" using (oneid)");
            drawn.forEach(tag -> tag.columns()
                    .forEach(column -> columns.add(tag.otherwise()
                                    .map(value ->
                                            "coalesce(" + name + ".said." + column + ", " + tag.literal(value) + ")")
                                    .orElse(name + ".said." + column)
                            + " as " + column)));
        });
        return text + "drawn as (\n    select\n        " + String.join(",\n        ", columns)
                + "\n    from (select oneid from " + customers + ") c" + joins + "\n)";
    }

    /** What a table says of each customer, as one value: joins move it as it is, and not column by column. */
    private String aggregation(String from, List<Tag> tags) {
        Table table = catalog.table(from).orElseThrow();
        Optional<RowFold> fold =
                tags.stream().anyMatch(TagSql::needsRows) ? Optional.of(new RowFold(table)) : Optional.empty();
        List<String> aggregates = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        for (Tag tag : tags) {
            for (String suffix : tag.suffixes()) {
                String column = tag.id() + suffix;
                String filter = filter(tag, suffix);
                TagWords words = new TagWords(filter, "");
                String value = tag.value().orElseThrow();
                Optional<String> folded = fold.flatMap(f -> words.call(value).flatMap(call -> f.add(call, filter)));
                folded.ifPresentOrElse(found -> columns.add(cast(tag, found) + " as " + column), () -> {
                    aggregates.add(cast(tag, words.sql(value)) + " as " + column);
                    columns.add(column);
                });
            }
        }
        List<String> read = new ArrayList<>(List.of("*"));
        fold.ifPresent(f -> {
            aggregates.add(f.aggregate());
            read.add(f.cells());
        });
        String until = table.column("business_date").isPresent() ? " where business_date <= " + TODAY : "";
        return "    select oneid, struct(\n        " + String.join(",\n        ", columns)
                + ") as said\n    from (\n        select oneid,\n        " + String.join(",\n        ", aggregates)
                + "\n        from (select " + String.join(",\n        ", read) + " from " + from + until
                + ")\n        group by oneid)";
    }

    private static boolean needsRows(Tag tag) {
        return new TagWords("", "")
                .call(tag.value().orElseThrow())
                .filter(RowFold::needs)
                .isPresent();
    }

    /** Which rows of its table a tag counts in a window, as a condition; empty for all. */
    public static String filter(Tag tag, String suffix) {
        List<String> conditions = new ArrayList<>();
        tag.where().ifPresent(where -> conditions.add("(" + new TagWords("", "").sql(where) + ")"));
        if (!suffix.isEmpty()) {
            String days = suffix.substring(1, suffix.length() - 1);
            conditions.add("business_date > date_sub(" + TODAY + ", " + days + ")");
        }
        return String.join(" and ", conditions);
    }

    /** Columns over tags. */
    public String derived(List<Tag> tags) {
        List<String> columns = new ArrayList<>();
        for (Tag tag : tags) {
            for (String suffix : tag.suffixes()) {
                columns.add(formula(tag, suffix) + " as " + tag.id() + suffix);
            }
        }
        return String.join(",\n        ", columns);
    }

    private String formula(Tag tag, String suffix) {
        String value = cast(tag, new TagWords("", among).sql(tag.formula(suffix)));
        return tag.otherwise()
                .map(other -> "coalesce(" + value + ", " + tag.literal(other) + ")")
                .orElse(value);
    }

    private static String cast(Tag tag, String value) {
        return "cast(" + value + " as " + tag.type() + ")";
    }
}
