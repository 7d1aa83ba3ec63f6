package io.siyu.pipelines.identity.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Clusters of nodes that grow edge by edge and never break a limit: an edge whose union would is refused. As limits only
 * fill up, what is refused once would be refused ever after; so the clusters depend on the order of the edges alone.
 *
 * <p>Memory: some 250 bytes a node, nothing per edge.
 */
final class Forest {
    /** A limit that forbids a union, and one node on each side that fills it. */
    record Conflict(String limitKey, String left, String right) {}

    /** A node, the smallest node it is connected with by any edge, and the smallest by admitted edges. */
    record Member(String node, String component, String cluster) {}

    /** How many nodes of a cluster share a limit, how many may, and the smallest of them. */
    private record Held(int count, int most, String first) {
        boolean canTake(Held other) {
            return count + other.count <= Math.min(most, other.most);
        }

        Held with(Held other) {
            return new Held(count + other.count, Math.min(most, other.most), smaller(first, other.first));
        }
    }

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> nodes = new ArrayList<>();
    private final Unions components = new Unions();
    private final Unions clusters = new Unions();
    private final Map<Integer, Map<String, Held>> held = new HashMap<>();

    /** A node that counts against a limit; to be told before any edge. Within a cluster the smallest {@code most} holds. */
    void limit(String node, String limitKey, int most) {
        held.computeIfAbsent(number(node), n -> new HashMap<>()).put(limitKey, new Held(1, most, node));
    }

    /** A node, with or without edges. */
    void node(String node) {
        number(node);
    }

    /** Connects two nodes and leaves their clusters alone. */
    void connect(String left, String right) {
        components.union(number(left), number(right));
    }

    /** Makes one cluster of two, or says why not: of several limits in the way, the one with the smallest key. */
    @Nullable
    Conflict admit(String left, String right) {
        int l = number(left);
        int r = number(right);
        components.union(l, r);
        int a = clusters.find(l);
        int b = clusters.find(r);
        if (a == b) {
            return null;
        }
        Map<String, Held> ofLeft = held.getOrDefault(a, Map.of());
        Map<String, Held> ofRight = held.getOrDefault(b, Map.of());
        Conflict conflict = conflict(ofLeft, ofRight);
        if (conflict == null) {
            join(clusters.union(a, b), a, b);
        }
        return conflict;
    }

    /** All nodes, in no order that means anything; to be asked when all edges are told. */
    Iterator<Member> members() {
        String[] component = smallest(components);
        String[] cluster = smallest(clusters);
        return IntStream.range(0, nodes.size())
                .mapToObj(i -> new Member(nodes.get(i), component[components.find(i)], cluster[clusters.find(i)]))
                .iterator();
    }

    private int number(String node) {
        Integer known = numbers.get(node);
        if (known != null) {
            return known;
        }
        components.add();
        int number = clusters.add();
        numbers.put(node, number);
        nodes.add(node);
        return number;
    }

    private static @Nullable Conflict conflict(Map<String, Held> left, Map<String, Held> right) {
        Conflict first = null;
        for (String key : left.size() <= right.size() ? left.keySet() : right.keySet()) {
            Held l = left.get(key);
            Held r = right.get(key);
            if (l != null && r != null && !l.canTake(r)) {
                boolean before = first == null || KeyOrder.compare(key, first.limitKey) < 0;
                first = before ? new Conflict(key, l.first, r.first) : first;
            }
        }
        return first;
    }

    private void join(int root, int a, int b) {
        Map<String, Held> one = held.remove(a);
        Map<String, Held> other = held.remove(b);
        if (one != null && other != null) {
            Map<String, Held> big = one.size() >= other.size() ? one : other;
            (big == one ? other : one).forEach((key, count) -> big.merge(key, count, Held::with));
            held.put(root, big);
        } else if (one != null || other != null) {
            held.put(root, one != null ? one : Objects.requireNonNull(other));
        }
    }

    private String[] smallest(Unions sets) {
        String[] smallest = new String[nodes.size()];
        for (int i = 0; i < smallest.length; i++) {
            int root = sets.find(i);
            smallest[root] = smallest[root] == null ? nodes.get(i) : smaller(smallest[root], nodes.get(i));
        }
        return smallest;
    }

    private static String smaller(String a, String b) {
        return KeyOrder.compare(a, b) <= 0 ? a : b;
    }
}
