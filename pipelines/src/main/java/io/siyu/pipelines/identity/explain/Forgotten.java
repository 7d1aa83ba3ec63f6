package io.siyu.pipelines.identity.explain;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import io.siyu.pipelines.erase.Tombstones;
import io.siyu.warehouse.identity.IdModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What goes with who asked to be forgotten: of a customer all identifiers, of an identifier itself. A value that is another
 * customer's too, before or after (号码回收), is left alone: rows are known by the others. A customer of whom all identifiers go
 * goes as a whole.
 *
 * @param nodes {@code kind|namespace|value}, customers among them as {@code oneid|*|…}
 * @param customers OneIDs that go as a whole, those of before they were merged among them
 * @param lines the same for people
 */
public record Forgotten(Set<String> nodes, Set<String> customers, List<String> lines) {
    private static final String BASE = "regexp_replace(node, '@[0-9]{4}-[0-9]{2}-[0-9]{2}$', '')";

    /**
     * Looks up what was asked for.
     *
     * @param asked OneIDs and identifiers as a person writes them
     * @throws io.siyu.warehouse.SiyuException.InvalidDefinition when the release knows one of them not
     */
    public static Forgotten of(Published published, IdModel kinds, Names names, Collection<String> asked) {
        Set<String> gone = new TreeSet<>();
        Set<String> touched = new TreeSet<>();
        Set<String> named = new TreeSet<>();
        Set<String> whole = new TreeSet<>();
        Identifiers identifiers = new Identifiers(published, kinds);
        for (String one : asked) {
            Subject subject = identifiers.find(one);
            Set<String> bases = subject.nodes().stream().map(Node::base).collect(Collectors.toSet());
            gone.addAll(bases);
            touched.addAll(subject.oneids());
            if (subject.isCustomer()) {
                whole.addAll(subject.oneids());
            } else {
                named.addAll(bases);
            }
        }
        Map<String, Set<String>> owners = owners(published, gone);
        Set<String> shared = new TreeSet<>();
        owners.forEach((base, oneids) -> {
            if (!whole.containsAll(oneids) && !named.contains(base)) {
                shared.add(base);
            }
        });
        gone.removeAll(shared);
        Set<String> customers = new TreeSet<>();
        for (String oneid : touched) {
            if (gone.containsAll(bases(published, oneid, shared))) {
                customers.add(oneid);
            }
        }
        List<String> lines = lines(names, gone, shared, customers);
        for (String oneid : former(published.rows("dim.identity_span"), gone, shared)) {
            lines.add("Customer " + oneid + ", who is one of these now, goes as a whole.");
            customers.add(oneid);
        }
        customers.forEach(oneid -> gone.add(Tombstones.customer(oneid)));
        return new Forgotten(gone, customers, lines);
    }

    /** OneIDs that nobody has any more and that named nobody but who goes: tables that keep their past still have them. */
    static Set<String> former(Dataset<Row> spans, Set<String> gone, Set<String> shared) {
        Map<String, Set<String>> bases = new TreeMap<>();
        Set<String> held = new HashSet<>();
        Dataset<Row> once = spans.where(expr(BASE).isInCollection(gone)).select("oneid");
        for (Row row : spans.join(once.distinct(), "oneid")
                .select(col("oneid"), expr(BASE), col("released_on").isNull())
                .collectAsList()) {
            bases.computeIfAbsent(row.getString(0), oneid -> new TreeSet<>()).add(row.getString(1));
            if (row.getBoolean(2)) {
                held.add(row.getString(0));
            }
        }
        bases.keySet().removeAll(held);
        bases.values()
                .removeIf(nodes -> nodes.stream().anyMatch(node -> !gone.contains(node) && !shared.contains(node)));
        return bases.keySet();
    }

    private static Map<String, Set<String>> owners(Published published, Set<String> nodes) {
        Map<String, Set<String>> owners = new TreeMap<>();
        for (Row row : published
                .held()
                .withColumn("base", expr(BASE))
                .where(col("base").isInCollection(nodes))
                .select("base", "oneid")
                .collectAsList()) {
            owners.computeIfAbsent(row.getString(0), base -> new TreeSet<>()).add(row.getString(1));
        }
        return owners;
    }

    private static Set<String> bases(Published published, String oneid, Set<String> shared) {
        Set<String> bases = new HashSet<>();
        published
                .held()
                .where(col("oneid").equalTo(oneid))
                .select(expr(BASE))
                .collectAsList()
                .forEach(row -> bases.add(row.getString(0)));
        bases.removeAll(shared);
        return bases;
    }

    private static List<String> lines(Names names, Set<String> gone, Set<String> shared, Set<String> customers) {
        List<String> lines = new ArrayList<>();
        customers.forEach(oneid -> lines.add("Customer " + oneid + " goes as a whole."));
        gone.forEach(node -> lines.add("  to be forgotten: " + names.of(node)));
        shared.forEach(node -> lines.add("  left alone, it was another customer's too: " + names.of(node)));
        return lines;
    }
}
