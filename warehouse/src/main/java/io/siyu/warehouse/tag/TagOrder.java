package io.siyu.warehouse.tag;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Puts each tag after the tags it uses; otherwise as written. */
final class TagOrder {
    private final Map<String, Tag> read;
    private final Map<String, Tag> byColumn = new HashMap<>();
    private final Map<String, Tag> ordered = new LinkedHashMap<>();
    private final Deque<String> open = new ArrayDeque<>();

    private TagOrder(Map<String, Tag> read) {
        this.read = read;
        read.values()
                .forEach(tag -> tag.columns().forEach(column -> {
                    Tag other = byColumn.put(column, tag);
                    if (other != null) {
                        throw tag.invalid(
                                "id", "gives column " + column + ", as '" + other.id() + "' does", "another id");
                    }
                }));
    }

    static Map<String, Tag> of(Map<String, Tag> read) {
        TagOrder order = new TagOrder(read);
        order.read.values().stream().filter(t -> t.kind().isDrawnFromRows()).forEach(t -> order.ordered.put(t.id(), t));
        order.read.values().forEach(order::put);
        return order.ordered;
    }

    private void put(Tag tag) {
        if (ordered.containsKey(tag.id())) {
            return;
        }
        if (open.contains(tag.id())) {
            open.addLast(tag.id());
            throw tag.invalid("value", "comes round in a circle: " + String.join(" uses ", open), "no circle");
        }
        open.addLast(tag.id());
        for (String suffix : tag.suffixes()) {
            for (String name : parsed(tag, suffix).names()) {
                Tag used = byColumn.get(name);
                if (used != null) {
                    put(used);
                }
            }
        }
        open.removeLast();
        ordered.put(tag.id(), tag);
    }

    private static Expression parsed(Tag tag, String suffix) {
        if (tag.value().isPresent() == !tag.layers().isEmpty()) {
            throw tag.invalid(
                    "value",
                    tag.value().isPresent() ? "stands beside 'layers'" : "is missing",
                    "either 'value' or 'layers'");
        }
        try {
            return Expression.of(tag.formula(suffix));
        } catch (IllegalArgumentException e) {
            throw tag.invalid("value", String.valueOf(e.getMessage()), "an SQL expression over tags");
        }
    }
}
