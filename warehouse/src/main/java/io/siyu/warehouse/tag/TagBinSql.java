package io.siyu.warehouse.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How tonight's customers are spread over the values of each tag, in one pass over the wide table. Bins are fixed by the value
 * alone, so that two nights can be compared: truth values and values of a domain by themselves, other texts by 16 remainders of
 * their hash, numbers by sign and power of two, dates by how many calendar months ago they are, up to 24.
 */
public final class TagBinSql {
    /** What a table's {@code transform:} says to get its rows from here. */
    public static final String TRANSFORM = "tag_bins";

    private static final String TODAY = "cast(:business_date as date)";
    private static final String BIN = """
            case
                    when value is null then 'null'
                    when value = 'unknown' then 'unknown'
                    when type = 'string' then concat('#', pmod(xxhash64(value), 16))
                    when type in ('boolean', 'domain') then translate(value, '=;', '__')
                    when type = 'date' then
                        concat('m', least(greatest(floor(months_between(trunc(TODAY, 'MM'), trunc(value, 'MM'))), -1), 24))
                    when cast(value as double) = 0 then '0'
                    else concat(if(value like '-%', '-', '+'), floor(log2(abs(cast(value as double)))))
                end""".replace("TODAY", TODAY);

    private TagBinSql() {}

    /** The rows of {@code dws.tag_bin}, one per column of a tag. */
    public static String of(TagCatalog catalog) {
        List<Tag> tags = catalog.active();
        return "with\ntold as (\n    select inline(cells(struct(t.*))) as (tag, value)\n    from dws.customer_tag t\n),\nbinned as (\n    select tag, is_clock, "
                + BIN + " as bin,\n        count(*) as customers, approx_count_distinct(value) as different,"
                + "\n        count_if(value = otherwise and value <> 'unknown') as defaults\n    from told join ("
                + TagTexts.list(tags) + ") using (tag)\n    group by tag, is_clock, bin\n),\ncontradicted as ("
                + "\n    select tag, count(*) as contradictions\n    from (select explode(array_compact(array_distinct(array("
                + contradictions(catalog) + ")))) as tag from dws.customer_tag)\n    group by tag\n)"
                + "\nselect tag, is_clock, sum(customers) as customers,"
                + "\n    coalesce(sum(customers) filter (where bin in ('null', 'unknown')), 0) as unknown,"
                + "\n    sum(defaults) as defaults, sum(different) as distinct_values,"
                + "\n    coalesce(max(contradictions), 0) as contradictions,"
                + "\n    array_join(array_sort(collect_list(concat(bin, '=', customers))), ';') as bins"
                + "\nfrom binned left join contradicted using (tag) group by tag, is_clock";
    }

    /** The columns of tags of which a condition that holds for nobody holds, or null, beside each other. */
    private static String contradictions(TagCatalog catalog) {
        List<String> found = new ArrayList<>(List.of("cast(null as string)"));
        for (Tag tag : catalog.active()) {
            for (String text : tag.never()) {
                String condition = TagCondition.of(catalog, tag.at(), "'never'", text, Map.of())
                        .sql();
                tag.columns().forEach(column -> found.add("if(" + condition + ", '" + column + "', null)"));
            }
        }
        return String.join(", ", found);
    }
}
