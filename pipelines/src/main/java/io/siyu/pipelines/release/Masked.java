package io.siyu.pipelines.release;

import io.siyu.warehouse.Column;

/** What readers see of a personal column: that there is a value. */
public final class Masked {
    private Masked() {}

    /** A SQL expression of the column's type: {@code ***} for a text, null for anything else, null for null. */
    public static String of(Column column) {
        String name = "`" + column.name() + "`";
        return column.type().equals("string")
                ? "if(" + name + " is null, null, '***')"
                : "cast(null as " + column.type() + ")";
    }
}
