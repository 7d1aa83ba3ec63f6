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
 * @param files what its files are
 */
public record Snapshot(List<String> key, List<String> by, int share, int from, Contents files) implements Serializable {
    private static final int SHARE = 80;
    private static final int FROM = 20;

    /** What the files of a feed of lists are. */
    public enum Contents {
        /** Each is a full list. */
        LISTS,
        /** Those between full lists may hold changed entries only. */
        LISTS_AND_CHANGES,
        /** None is a full list, so that none ends anything. */
        CHANGES
    }

    static Snapshot read(Doc doc, Table table) {
        Map<String, Doc> keys = doc.map(FeedReader.keys("key", "guard", "files_between"));
        List<String> key = key(doc, keys, table);
        Contents files = keys.containsKey("files_between")
                        && keys.get("files_between")
                                .oneOf(List.of("changes", "none"))
                                .equals("changes")
                ? Contents.LISTS_AND_CHANGES
                : Contents.LISTS;
        Doc guard = keys.get("guard");
        if (guard == null) {
            return new Snapshot(key, List.of(), SHARE, FROM, files);
        }
        Map<String, Doc> words = guard.map(FeedReader.keys("by", "share", "from"));
        List<String> by = words.containsKey("by") ? columns(words.get("by"), key) : List.of();
        return new Snapshot(
                key, by, number(words.get("share"), SHARE, 100), number(words.get("from"), FROM, 1000), files);
    }

    /** Of a feed that knows what changed, never all there is. */
    static Snapshot ofChanges(Doc doc, Table table) {
        return new Snapshot(key(doc, doc.map(FeedReader.keys("key")), table), List.of(), SHARE, FROM, Contents.CHANGES);
    }

    private static List<String> key(Doc doc, Map<String, Doc> keys, Table table) {
        Doc at = Doc.need(keys, "key", doc);
        List<String> key = columns(at, LandedColumns.business(table));
        for (Doc item : at.items()) {
            if (!table.column(item.text()).orElseThrow().required()) {
                throw item.invalid("key column '" + item.text() + "' may be empty", "a column the contract requires");
            }
        }
        return key;
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
