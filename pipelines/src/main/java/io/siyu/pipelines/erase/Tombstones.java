package io.siyu.pipelines.erase;

import io.siyu.pipelines.privacy.TokenFunction;
import io.siyu.pipelines.privacy.Tokens;
import io.siyu.pipelines.store.Lake;
import io.siyu.warehouse.Table;
import java.io.Serializable;
import java.util.Collection;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * The identifiers of people who were erased, as salted hashes: of each the token of its node under a kind of its own, so that no
 * table's token is one, and without the retailer's key nobody can try out whose it is.
 *
 * @param requests by tombstone the request that set it
 * @param tokens the tokens of this application
 */
public record Tombstones(TreeMap<String, String> requests, TokenFunction tokens) implements Serializable {
    /** The table of tombstones; every landed table needs it. */
    public static final String TABLE = Table.TOMBSTONES;
    /** The kind of value that a tombstone is a token of. */
    public static final String KIND = "erased";
    /** Namespace of an identifier whose row does not say which it is. */
    static final String ANY = "?";

    /** All of a lake; none when it has no such table. */
    public static Tombstones read(SparkSession spark, Lake lake) {
        return read(spark, lake, Set.of());
    }

    /** Those of some requests, or of all when none is named. */
    public static Tombstones read(SparkSession spark, Lake lake, Collection<String> only) {
        TreeMap<String, String> requests = new TreeMap<>();
        lake.current(spark, TABLE)
                .ifPresent(version -> lake
                        .whole(spark, TABLE, version.number())
                        .select("request_id", "tombstone", "tombstone_any")
                        .collectAsList()
                        .stream()
                        .filter(row -> only.isEmpty() || only.contains(row.getString(0)))
                        .forEach(row -> add(row, requests)));
        return new Tombstones(requests, TokenFunction.of(spark));
    }

    /** The tombstones of nodes, as if one request had set them. */
    public static Tombstones of(SparkSession spark, String request, Collection<String> nodes) {
        Tokens tokens = TokenFunction.tokens(spark);
        TreeMap<String, String> requests = new TreeMap<>();
        for (String node : nodes) {
            requests.put(of(tokens, node), request);
            requests.put(of(tokens, anywhere(node)), request);
        }
        return new Tombstones(requests, TokenFunction.of(spark));
    }

    /** The tombstone of a node, {@code kind|namespace|value}. */
    public static String of(Tokens tokens, String node) {
        return tokens.of(KIND, node);
    }

    /** A node without its namespace, for rows that do not say it. */
    public static String anywhere(String node) {
        String[] parts = node.split("\\|", 3);
        return parts.length < 3 ? node : String.join("|", parts[0], ANY, parts[2]);
    }

    /** A OneID as a node, for tables that name customers. */
    public static String customer(String oneid) {
        return "oneid|*|" + oneid;
    }

    public boolean isEmpty() {
        return requests.isEmpty();
    }

    /** The requests behind these tombstones, sorted. */
    public Set<String> ids() {
        return new TreeSet<>(requests.values());
    }

    /** The request that erased a node; null when none did. */
    @Nullable
    String request(String node) {
        return requests.get(tokens.call(KIND, node));
    }

    private static void add(Row row, TreeMap<String, String> requests) {
        requests.putIfAbsent(row.getString(1), row.getString(0));
        requests.putIfAbsent(row.getString(2), row.getString(0));
    }
}
