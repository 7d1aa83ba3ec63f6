package io.siyu.warehouse.tag;

import io.siyu.warehouse.Doc;
import io.siyu.warehouse.SiyuException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that is said of a customer, as an entry of {@code tags/<theme>.yml} declares it. With windows it is a family: one
 * column per window, one tag.
 *
 * @param id immutable snake_case; the column's name, before {@code _30d} of a window
 * @param zh Chinese name
 * @param en English name
 * @param definition 口径, one Chinese sentence that needs no other text
 * @param theme name of the file
 * @param pack industry pack it belongs to; tags without one are always on
 * @param type {@code int}, {@code bigint}, {@code double}, {@code boolean}, {@code string} or {@code date}
 * @param unit {@code fen}, {@code days} …
 * @param domain the values a text may have, in order; empty when open
 * @param from the table whose rows it is drawn from; absent for those drawn from tags
 * @param value SQL expression: aggregates over rows of {@code from}, or a formula over tags
 * @param layers ordered value rules, the first whose condition holds decides; empty unless a rule
 * @param where which rows of {@code from} count
 * @param windows days that end with the business date; empty for all time
 * @param otherwise value where there is none; else null, which {@code nullMeans} explains
 * @param version semver: major for the meaning, minor for source or filter, patch for text
 * @param sensitivity {@code none}, {@code personal} or {@code sensitive}
 * @param consent purpose that a customer must have agreed to before the tag is used on him, or {@code none}
 * @param never conditions over tags that hold for no customer when the catalogue is right
 * @param at where it stands, for messages
 */
public record Tag(
        String id,
        String zh,
        String en,
        String definition,
        String theme,
        Optional<String> pack,
        Kind kind,
        String type,
        Optional<String> unit,
        List<String> domain,
        Optional<String> from,
        Optional<String> value,
        List<Layer> layers,
        Optional<String> where,
        List<Integer> windows,
        Optional<String> otherwise,
        Optional<String> nullMeans,
        String owner,
        String version,
        String status,
        LocalDate effectiveFrom,
        LocalDate expiresOn,
        String sensitivity,
        String consent,
        List<TagExample> examples,
        List<String> never,
        Doc at) {

    /** How a tag comes about. */
    public enum Kind {
        /** What a source says of the customer. */
        ATTRIBUTE,
        /** What rows add up to. */
        STATISTIC,
        /** Ordered conditions over tags. */
        RULE,
        /** A formula over tags. */
        COMPOSITE;

        /** Whether it is drawn from rows of a table rather than from tags. */
        public boolean isDrawnFromRows() {
            return this == ATTRIBUTE || this == STATISTIC;
        }
    }

    /**
     * A value rule.
     *
     * @param when condition over tags; absent in the last, which takes all that is left
     * @param then the value
     */
    public record Layer(Optional<String> when, String then) {}

    /** Suffixes of its columns: {@code _7d, _30d}, or one empty one. */
    public List<String> suffixes() {
        return windows.isEmpty()
                ? List.of("")
                : windows.stream().map(days -> "_" + days + "d").toList();
    }

    /** Its columns, one per window. */
    public List<String> columns() {
        return suffixes().stream().map(suffix -> id + suffix).toList();
    }

    /** What stands in its texts for one window: <code>{w}</code> is the window's name. */
    static String in(String text, String suffix) {
        return text.replace("_{w}", suffix);
    }

    /** The formula over tags for one window, or the layers as one; not for those drawn from rows. */
    String formula(String suffix) {
        if (value.isPresent()) {
            return in(value.get(), suffix);
        }
        StringBuilder text = new StringBuilder("case");
        for (Layer layer : layers) {
            text.append(layer.when()
                    .map(when -> " when " + in(when, suffix) + " then " + literal(layer.then()))
                    .orElseGet(() -> " else " + literal(layer.then())));
        }
        return text.append(" end").toString();
    }

    /** A value of this type as SQL. */
    String literal(String text) {
        if (text.equals(TagExample.NULL)) {
            return "null";
        }
        return switch (type) {
            case "string" -> "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
            case "date" -> "date'" + text + "'";
            default -> text;
        };
    }

    /** An error about a field of this tag, at that field where it stands in the tag itself. */
    SiyuException.InvalidDefinition invalid(String field, String found, String allowed) {
        Doc place = at.map(Set.of()).getOrDefault(field, at);
        return place.invalid("'" + field + "' of tag '" + id + "' " + found, allowed);
    }
}
