package io.siyu.warehouse.act;

import io.siyu.warehouse.tag.TagCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** For whom which action is called for, in one pass over the tags: who agreed, and can be reached by one of its channels. */
public final class ActionSql {
    private ActionSql() {}

    /** The rows of {@code dws.customer_trigger}. */
    public static String of(ActionCatalog catalog) {
        List<String> rows = new ArrayList<>();
        catalog.active().forEach(action -> rows.add("\n        " + row(catalog, action)));
        return "with\n" + Consents.CTE + ",\ntold as (\n    select oneid, stack(" + rows.size() + ", "
                + String.join(",", rows)
                + "\n        ) as (action, is_due, purpose, priority, channel, reason_zh, reason_en, evidence, rest_days,"
                + " hold_out_percent, salt)\n    from dws.customer_tag\n)\nselect oneid, action, priority, channel, reason_zh,"
                + " reason_en, evidence, rest_days, hold_out_percent, salt"
                + "\nfrom told left join agreed using (oneid) where is_due and channel is not null and ("
                + Consents.ALLOWED + ")";
    }

    private static String row(ActionCatalog catalog, Action action) {
        String channel = action.channels().stream()
                .map(name -> " when " + condition(catalog, name) + " then " + text(name))
                .collect(Collectors.joining("", "case", " end"));
        String evidence = action.evidence().stream()
                .map(name -> "concat('" + name + "=', coalesce(cast(" + name + " as string), 'none'))")
                .collect(Collectors.joining(", ", "concat_ws('; ', ", ")"));
        return String.join(
                ", ",
                text(action.id()),
                "coalesce(" + action.when().sql() + ", false)",
                text(action.consent()),
                String.valueOf(action.priority()),
                channel,
                text(action.reasonZh()),
                text(action.reasonEn()),
                evidence,
                String.valueOf(action.restDays()),
                String.valueOf(action.holdOut()),
                text(action.salt()));
    }

    private static String condition(ActionCatalog catalog, String channel) {
        TagCondition reached = catalog.channels().get(channel);
        return reached == null ? "false" : reached.sql();
    }

    private static String text(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
