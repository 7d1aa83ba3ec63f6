package io.siyu.warehouse.tag;

import java.util.List;
import java.util.Set;

/**
 * What differs between the wide table and the one of the night before, in one query that takes a customer's tags as one value.
 */
public final class TagChangeSql {
    /** What a table's {@code transform:} says to get its rows from here. */
    public static final String TRANSFORM = "tag_changes";

    private static final String TONIGHT = "dws.customer_tag";
    private static final String BEFORE = "dws.customer_tag_before";

    private TagChangeSql() {}

    /** The rows of {@code dws.customer_tag_change}: tonight's, and those of other nights as they stand. */
    public static String of(TagCatalog catalog) {
        return "with\n" + compared(told(catalog))
                + "\nselect cast(:business_date as date) as business_date, * from compared"
                + "\nunion all\nselect * from dws.customer_tag_change where business_date <> cast(:business_date as date)";
    }

    /** The rows of one pair of nights: {@code oneid, tag, change, old_value, new_value}. */
    public static String between(List<Tag> tags) {
        return "with\n" + compared(tags) + "\nselect * from compared";
    }

    /**
     * The tags whose changes are news. Left out are sensitive ones, days counted to the business date, which pass for everybody
     * (the date that they count from is told), and ranks, which move because others do (the tiers made of them are told).
     */
    public static List<Tag> told(TagCatalog catalog) {
        return catalog.active().stream()
                .filter(tag -> !tag.sensitivity().equals("sensitive") && !isClock(tag))
                .toList();
    }

    /** Whether a tag moves by itself: days counted to the business date, or a rank among all. */
    static boolean isClock(Tag tag) {
        if (tag.kind().isDrawnFromRows()) {
            return false;
        }
        Set<String> functions =
                Expression.of(tag.formula(tag.suffixes().get(0))).functions();
        boolean isCounted = tag.type().equals("int") && functions.contains("days_since");
        return isCounted || functions.stream().anyMatch(Expression.RANKS::contains);
    }

    private static String compared(List<Tag> tags) {
        String said = "select t.oneid, struct(t.*) as said from ";
        return "chosen as (\n    " + TagTexts.chosen(tags, TONIGHT) + "\n),\nchosen_before as (\n    "
                + TagTexts.chosen(tags, BEFORE)
                + "\n),\ntold as (\n    select\n        coalesce(n.oneid, b.oneid) as oneid,"
                + "\n        case when b.oneid is null then 'appeared' when n.oneid is null then 'ended' else 'changed' end"
                + " as change,\n        explode(cells_apart(b.said, n.said)) as move\n    from (" + said
                + "chosen t) n full join (" + said + "chosen_before t) b on b.oneid = n.oneid"
                + "\n    where (select count(oneid) from " + BEFORE + ") > 0\n),\ncompared as ("
                + "\n    select oneid, tag, change, move.old_value, move.new_value\n    from told join ("
                + TagTexts.list(tags) + ") on tag = move.name"
                + "\n    where not (coalesce(move.old_value, otherwise) <=> coalesce(move.new_value, otherwise))\n)";
    }
}
