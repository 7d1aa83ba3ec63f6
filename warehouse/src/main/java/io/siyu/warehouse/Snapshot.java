package io.siyu.warehouse;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says of a feed that its files are lists of all there is, so that what a list lacks has ended. Only differences between
 * lists land; see {@code snapshot:} in {@code feed.yml}.
 *
 * @param key columns that name an entry of a list, all of them required by the contract
 * @param by columns of the key that cut a list into its natural parts: the guide whose contacts were asked for
 * @param share a list, or a part of one, that has fewer than this many of 100 entries of the list before is not believed
 *     about what it lacks
 * @param from a part with fewer entries than this may shrink as it likes
 * @param isMixed whether files between full lists may hold changed entries only
 */
public record Snapshot(List<String> key, List<String> by, int share, int from, boolean isMixed)
        implements Serializable {
    private static final int SHARE = 80;
    private static final int FROM = 20;

    static Snapshot read(Doc doc, Table table) {
        Map<String, Doc> keys = doc.map(FeedReader.keys("key", "guard", "files_between"));
        List<String> key = columns(Doc.need(keys, "key", doc), LandedColumns.business(table));
        for (Doc item : Doc.need(keys, "key", doc).items()) {
            if (!table.column(item.text()).orElseThrow().required()) {
                throw item.invalid("key column '" + item.text() + "' may be empty", "a column the contract requires");
            }
        }
        boolean mixed = keys.containsKey("files_between")
                && keys.get("files_between").oneOf(List.of("changes", "none")).equals("changes");
        Doc guard = keys.get("guard");
        if (guard == null) {
            return new Snapshot(key, List.of(), SHARE, FROM, mixed);
        }
        Map<String, Doc> words = guard.map(FeedReader.keys("by", "share", "from"));
        List<String> by = words.containsKey("by") ? columns(words.get("by"), key) : List.of();
        return new Snapshot(
                key, by, number(words.get("share"), SHARE, 100), number(words.get("from"), FROM, 1000), mixed);
    }

    private static List<String> columns(Doc at, List<String> allowed) {
        List<String> names =
                at.items().stream().map(item -> item.oneOf(allowed)).toList();
        if (names.isEmpty()) {
            throw at.invalid("no column", "at least one of " + Words.list(allowed));
        }
        return names;
    }

    private static int number(@Nullable Doc at, int absent, int most) {
        if (at != null && (at.number() < 1 || at.number() > most)) {
            throw at.invalid("a guard of " + at.number(), "1 to " + most);
        }
        return at == null ? absent : (int) at.number();
    }
}
