package io.siyu.warehouse.tag;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many different values, for many tags at once: tags that count the same expression share one list of values, each with a
 * bit per tag that counts its row. A set per tag would be filled a hundred times for every row of some tables.
 */
final class DistinctCounts {
    /** Tags of one list; its bits are a BIGINT. */
    private static final int MOST = 60;

    private final List<Shared> lists = new ArrayList<>();
    private final Map<String, Shared> open = new LinkedHashMap<>();

    private record Shared(String name, String value, List<String> filters) {
        String bits() {
            List<String> parts = new ArrayList<>();
            for (int i = 0; i < filters.size(); i++) {
                String filter = filters.get(i).isEmpty() ? "true" : filters.get(i);
                parts.add("if(" + filter + ", " + (1L << i) + "L, 0L)");
            }
            return String.join(" + ", parts) + " as bits_" + name;
        }

        String list() {
            return "distinct_counts(collect_list(struct(cast(" + value + " as string) as value, bits_" + name
                    + " as bits)) filter (where bits_" + name + " <> 0 and (" + value + ") is not null)) as counts_"
                    + name;
        }
    }

    /**
     * A tag more.
     *
     * @param value the expression whose values are counted
     * @param filter rows that count; empty for all
     * @return what its number is, over the columns of {@link #lists()}
     */
    String add(String value, String filter) {
        Shared list = open.get(value);
        if (list == null || list.filters.size() == MOST) {
            list = new Shared(String.valueOf(lists.size() + 1), value, new ArrayList<>());
            lists.add(list);
            open.put(value, list);
        }
        list.filters.add(filter);
        return "counts_" + list.name + "[" + (list.filters.size() - 1) + "]";
    }

    /** Columns of each row that the lists are made of. */
    List<String> bits() {
        return lists.stream().map(Shared::bits).toList();
    }

    /** Aggregates. */
    List<String> lists() {
        return lists.stream().map(Shared::list).toList();
    }
}
