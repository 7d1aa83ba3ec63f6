package io.siyu.warehouse.tag;

import java.util.ArrayList;
import java.util.List;

/**
 * Pieces of SQL that take the hundreds of columns of the wide table as one: an expression per column would cost the engine a
 * minute to parse. Values become texts by {@code cells(struct(t.*))}.
 */
final class TagTexts {
    private TagTexts() {}

    /** A query of a table's customers and these of its tags. */
    static String chosen(List<Tag> tags, String from) {
        return "select oneid, " + String.join(", ", columns(tags)) + " from " + from;
    }

    /** A query of the columns: {@code tag, type, otherwise, is_clock}; the type of a text of few values is {@code domain}. */
    static String list(List<Tag> tags) {
        List<String> rows = new ArrayList<>();
        for (Tag tag : tags) {
            String type = tag.type().equals("string") && !tag.domain().isEmpty() ? "domain" : tag.type();
            String otherwise = tag.otherwise()
                    .map(value ->
                            "\"" + (type.equals("double") ? String.valueOf(Double.parseDouble(value)) : value) + "\"")
                    .orElse("null");
            for (String column : tag.columns()) {
                rows.add("{\"tag\":\"" + column + "\",\"type\":\"" + type + "\",\"otherwise\":" + otherwise
                        + ",\"is_clock\":" + TagChangeSql.isClock(tag) + "}");
            }
        }
        String json = "[" + String.join(",", rows) + "]";
        return "select inline(from_json('" + json.replace("\\", "\\\\").replace("'", "\\'")
                + "', 'array<struct<tag:string,type:string,otherwise:string,is_clock:boolean>>'))";
    }

    private static List<String> columns(List<Tag> tags) {
        return tags.stream().flatMap(tag -> tag.columns().stream()).toList();
    }
}
