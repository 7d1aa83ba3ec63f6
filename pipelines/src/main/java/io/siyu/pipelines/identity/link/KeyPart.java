package io.siyu.pipelines.identity.link;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a blocking rule's key: a column's normal form, or its start, which lives through a slip at its end.
 *
 * @param place of the column among those compared
 * @param text as a spec writes it
 * @param signs of the start; 0 for the whole
 */
record KeyPart(int place, String text, int signs) {
    /** The whole, and for kinds whose start tells something the start. */
    static List<KeyPart> of(LinkSpec.Comparison comparison, int place) {
        String name = comparison.column().matches("[A-Za-z_][A-Za-z0-9_]*")
                ? comparison.column()
                : People.quoted(comparison.column());
        KeyPart whole = new KeyPart(place, name, 0);
        int signs = start(comparison.kind());
        return signs == 0
                ? List.of(whole)
                : List.of(whole, new KeyPart(place, "left(" + name + ", " + signs + ")", signs));
    }

    /** How often the values of one person's two records differ, by kind: what is typed freely more often than what is issued. */
    static double harm(Kind kind) {
        return switch (kind) {
            case GIVEN, SURNAME, NAME, PLACE, EMAIL -> 0.3;
            case DATE, PHONE, CODE, NUMBER, EXACT -> 0.2;
            case ADDRESS, TEXT -> 0.5;
        };
    }

    /** The key of a value; null when there is none. */
    @Nullable
    String key(@Nullable String value) {
        return value == null || signs == 0 || value.length() <= signs ? value : value.substring(0, signs);
    }

    private static int start(Kind kind) {
        return switch (kind) {
            case GIVEN, SURNAME, NAME -> 3;
            case DATE -> 6;
            case CODE, PHONE -> 5;
            case EMAIL -> 6;
            case ADDRESS, TEXT -> 8;
            case PLACE, NUMBER, EXACT -> 0;
        };
    }
}
