package io.siyu.pipelines.identity.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.identity.graph.Timeline.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A thousand days in ten worlds: on each an edge is taken back, or an identifier is erased with all its edges. */
class RetractionsTest {
    private static final int DAYS = 100;
    private static final int CUSTOMERS = 28;
    private static final Comparator<Set<String>> KEEPER = Comparator.<Set<String>>comparingInt(Set::size)
            .reversed()
            .thenComparing(part -> part.iterator().next());

    private record Edge(String left, String right) {
        boolean touches(String node) {
            return left.equals(node) || right.equals(node);
        }
    }

    private final List<Edge> living = new ArrayList<>();
    private final Map<Integer, List<Edge>> gone = new TreeMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void only_the_component_of_an_edge_taken_back_is_opened_and_its_largest_part_keeps_the_id(long seed) {
        Random chance = new Random(seed);
        List<Edge> all = drawn(chance);
        living.addAll(all);
        for (int day = 1; day <= DAYS; day++) {
            gone.put(day, taken(chance, day % 10 == 0));
        }
        Map<Integer, Map<String, String>> assigned = assigned(all);
        Map<String, String> ids = assigned.get(0);
        Set<String> issued = new HashSet<>(ids.values());
        List<Edge> left = new ArrayList<>(all);
        int splits = 0;
        for (int day = 1; day <= DAYS; day++) {
            left.removeAll(gone.get(day));
            Set<String> opened = holders(ids, ids.get(gone.get(day).get(0).left));
            List<Set<String>> parts = parts(opened, left);
            parts.sort(KEEPER);
            Map<String, String> moved = assigned.getOrDefault(day, Map.of());
            Set<String> leavers = new TreeSet<>(opened);
            leavers.removeAll(parts.get(0));
            assertThat(moved.keySet()).as("day %d", day).isEqualTo(leavers);
            for (Set<String> part : parts.subList(1, parts.size())) {
                Set<String> has = new HashSet<>();
                part.forEach(node -> has.add(moved.get(node)));
                assertThat(has).as("day %d", day).hasSize(1).doesNotContainAnyElementsOf(issued);
                issued.addAll(has);
            }
            ids.putAll(moved);
            splits += parts.size() - 1;
        }
        assertThat(splits).as("splits").isGreaterThan(30);
    }

    /** What each day assigns: id by identifier; day 0 assigns all. */
    private Map<Integer, Map<String, String>> assigned(List<Edge> all) {
        Timeline timeline = new Timeline();
        nodes(all).forEach(node -> timeline.node(node, 0));
        Map<Edge, Integer> until = new HashMap<>();
        gone.forEach((day, edges) -> edges.forEach(e -> until.put(e, day)));
        all.forEach(e -> timeline.edge(e.left, e.right, 0, until.getOrDefault(e, Timeline.NEVER)));
        Map<Integer, Map<String, String>> assigned = new HashMap<>();
        for (Span s : timeline.spans(Integer.MIN_VALUE, DAYS)) {
            assigned.computeIfAbsent(s.from(), d -> new TreeMap<>()).put(s.node(), s.id());
        }
        return assigned;
    }

    private List<Edge> taken(Random chance, boolean isErasure) {
        Edge one = living.get(chance.nextInt(living.size()));
        List<Edge> taken = living.stream()
                .filter(e -> isErasure ? e.touches(one.left) : e.equals(one))
                .toList();
        living.removeAll(taken);
        return taken;
    }

    /** Components of three to eight identifiers, each tied to an earlier one and some to another besides. */
    private static List<Edge> drawn(Random chance) {
        Set<Edge> edges = new TreeSet<>(Comparator.comparing(Edge::left).thenComparing(Edge::right));
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            int size = 3 + chance.nextInt(6);
            for (int i = 1; i < size; i++) {
                edges.add(new Edge(node(customer, chance.nextInt(i)), node(customer, i)));
                if (chance.nextInt(3) == 0) {
                    edges.add(new Edge(node(customer, chance.nextInt(i)), node(customer, i)));
                }
            }
        }
        return new ArrayList<>(edges);
    }

    private static String node(int customer, int i) {
        return "p%03d-%d".formatted(customer, i);
    }

    private static Set<String> nodes(List<Edge> edges) {
        Set<String> nodes = new TreeSet<>();
        edges.forEach(e -> nodes.addAll(List.of(e.left, e.right)));
        return nodes;
    }

    private static Set<String> holders(Map<String, String> ids, String id) {
        Set<String> holders = new TreeSet<>(ids.keySet());
        holders.removeIf(node -> !ids.get(node).equals(id));
        return holders;
    }

    private static List<Set<String>> parts(Set<String> nodes, List<Edge> edges) {
        Map<String, List<String>> beside = new HashMap<>();
        for (Edge e : edges) {
            if (nodes.contains(e.left)) {
                beside.computeIfAbsent(e.left, n -> new ArrayList<>()).add(e.right);
                beside.computeIfAbsent(e.right, n -> new ArrayList<>()).add(e.left);
            }
        }
        List<Set<String>> parts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String node : nodes) {
            Set<String> part = new TreeSet<>();
            Deque<String> open = new ArrayDeque<>(List.of(node));
            while (!open.isEmpty()) {
                String next = open.pop();
                if (seen.add(next)) {
                    part.add(next);
                    open.addAll(beside.getOrDefault(next, List.of()));
                }
            }
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return parts;
    }
}
