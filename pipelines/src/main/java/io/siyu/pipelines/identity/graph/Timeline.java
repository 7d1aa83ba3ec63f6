package io.siyu.pipelines.identity.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The customers of one component, day by day. What was told of days before is settled; every later day on which an identifier
 * or an edge came or an edge went makes clusters of what holds then ({@link Forest}), and the clusters take over the ids of the
 * day before ({@link Succession}). So a load of many days gives the ids that its nights one by one would have given.
 *
 * <p>Days are days since 1970. Edges are told strongest first; a step costs the edges of the component.
 */
final class Timeline {
    /** The day of what holds. */
    static final int NEVER = Integer.MAX_VALUE;

    /** An identifier's id from a day to a day. */
    record Span(String node, String id, int from, int until) {}

    private record Limit(String node, String key, int most) {}

    private record Edge(String left, String right, int since, int until) {}

    private record Held(String id, int since) {}

    private final Map<String, Integer> nodes = new TreeMap<>(KeyOrder::compare);
    private final List<Limit> limits = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final Map<String, Held> held = new HashMap<>();
    private final Map<String, Set<String>> ended = new TreeMap<>();
    private final Set<String> issued = new TreeSet<>();
    private final List<Span> spans = new ArrayList<>();

    /** An identifier of tonight and since when; told again, the earlier day counts. */
    void node(String node, int since) {
        nodes.merge(node, since, Math::min);
    }

    /** How many identifiers of a key one customer has, of which this is one; to be told before any edge. */
    void limit(String node, String key, int most) {
        limits.add(new Limit(node, key, most));
    }

    /** An edge that holds from a day until another, on which it does not. */
    void edge(String left, String right, int since, int until) {
        edges.add(new Edge(left, right, since, until));
    }

    /** The id that an identifier had last, since when; {@code until} is {@link #NEVER} if it still has it. */
    void had(String node, String id, int since, int until) {
        issued.add(id);
        if (until == NEVER) {
            held.put(node, new Held(id, since));
        } else {
            ended.computeIfAbsent(id, i -> new HashSet<>()).add(node);
        }
    }

    /** An id that was ever issued: no new one equals it. */
    void issued(String id) {
        issued.add(id);
    }

    /**
     * All spans that hold tonight or that ended after the last night, in no order that means anything.
     *
     * @param last day whose ids were told; what is as old and was not told then counts for the next day on which something is new
     * @param tonight what comes later is not looked at
     */
    List<Span> spans(int last, int tonight) {
        TreeSet<Integer> days = new TreeSet<>();
        days.addAll(nodes.values());
        for (Edge e : edges) {
            days.add(e.since);
            days.add(e.until);
        }
        days.add(tonight);
        days.subSet(last, false, tonight, true).forEach(this::step);
        held.forEach((node, h) -> spans.add(new Span(node, h.id, h.since, NEVER)));
        return spans;
    }

    private void step(int day) {
        Map<String, String> clusters = clusters(day);
        Succession succession = new Succession();
        issued.forEach(succession::issued);
        Overlaps overlaps = new Overlaps(clusters, this::since);
        held.forEach((node, h) -> overlaps.held(node, h.id));
        ended.forEach(overlaps::ended);
        overlaps.list().forEach(succession::tell);
        Map<String, String> ids = succession.ids();
        Map<String, Set<String>> before = new TreeMap<>();
        held.forEach(
                (node, h) -> before.computeIfAbsent(h.id, i -> new HashSet<>()).add(node));
        Set<String> all = new HashSet<>(held.keySet());
        all.addAll(clusters.keySet());
        for (String node : all) {
            String cluster = clusters.get(node);
            assign(node, cluster == null ? null : ids.get(cluster), day);
        }
        issued.addAll(ids.values());
        ended.putAll(before);
        ids.values().forEach(ended::remove);
    }

    /** Smallest identifier of the cluster, by identifier that is known on a day. */
    private Map<String, String> clusters(int day) {
        Forest forest = new Forest();
        nodes.forEach((node, since) -> {
            if (since <= day) {
                forest.node(node);
            }
        });
        for (Limit l : limits) {
            if (since(l.node) <= day) {
                forest.limit(l.node, l.key, l.most);
            }
        }
        for (Edge e : edges) {
            if (e.since <= day && day < e.until && since(e.left) <= day && since(e.right) <= day) {
                forest.admit(e.left, e.right);
            }
        }
        Map<String, String> clusters = new HashMap<>();
        for (Iterator<Forest.Member> members = forest.members(); members.hasNext(); ) {
            Forest.Member member = members.next();
            clusters.put(member.node(), member.cluster());
        }
        return clusters;
    }

    private int since(String node) {
        return nodes.getOrDefault(node, NEVER);
    }

    private void assign(String node, @Nullable String id, int day) {
        Held had = held.get(node);
        if (had != null && had.id.equals(id)) {
            return;
        }
        if (had != null) {
            spans.add(new Span(node, had.id, had.since, day));
            held.remove(node);
        }
        if (id != null) {
            held.put(node, new Held(id, day));
        }
    }
}
