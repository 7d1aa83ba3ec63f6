package io.siyu.pipelines.identity.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.identity.graph.Timeline.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final int NEVER = Timeline.NEVER;

    private record Edge(String left, String right, int since, int until) {}

    @Test
    void the_bigger_customer_keeps_its_id_and_both_come_back_to_theirs() {
        List<Edge> edges = List.of(
                new Edge("a", "b", 1, NEVER),
                new Edge("c", "d", 1, NEVER),
                new Edge("d", "e", 1, NEVER),
                new Edge("b", "c", 2, 3),
                new Edge("a", "e", 4, NEVER));
        String ofA = Mint.id("a", 1);
        String ofC = Mint.id("c", 1);
        List<Span> spans = play(edges, List.of(), Integer.MIN_VALUE, 5);
        assertThat(of(spans, "a")).containsExactly("1 2 " + ofA, "2 3 " + ofC, "3 4 " + ofA, "4 " + ofC);
        assertThat(of(spans, "e")).containsExactly("1 " + ofC);
    }

    @Test
    void an_id_that_left_its_oldest_identifier_is_not_given_to_it_again() {
        List<Edge> edges = List.of(new Edge("a", "b", 1, 2), new Edge("b", "c", 1, NEVER));
        List<Span> spans = play(edges, List.of(), Integer.MIN_VALUE, 2);
        assertThat(of(spans, "a")).containsExactly("1 2 " + Mint.id("a", 1), "2 " + Mint.id("a", 2));
        assertThat(of(spans, "c")).containsExactly("1 " + Mint.id("a", 1));
    }

    @Test
    void what_is_as_old_as_the_last_night_and_new_counts_for_tonight() {
        List<Span> past = play(List.of(new Edge("b", "c", 1, NEVER)), List.of(), Integer.MIN_VALUE, 4);
        List<Span> spans = play(List.of(new Edge("b", "c", 1, NEVER), new Edge("a", "b", 0, NEVER)), past, 4, 5);
        assertThat(of(spans, "a")).containsExactly("5 " + Mint.id("b", 1));
        assertThat(of(spans, "b")).containsExactly("1 " + Mint.id("b", 1));
    }

    @Test
    void an_identifier_that_is_gone_lets_its_id_go() {
        List<Span> past = play(List.of(new Edge("a", "b", 1, NEVER)), List.of(), Integer.MIN_VALUE, 1);
        Timeline timeline = new Timeline();
        past.forEach(s -> timeline.had(s.node(), s.id(), s.from(), s.until()));
        assertThat(timeline.spans(1, 2)).extracting(Span::until).containsExactly(2, 2);
    }

    /** Edges come, go and come back; members may not share a customer; days pass on which nothing happens. */
    @Property(tries = 300, seed = "17")
    void a_load_of_many_days_gives_the_spans_of_its_nights_one_by_one(@ForAll Random chance) {
        List<Edge> edges = drawn(chance);
        List<Span> nights = List.of();
        for (int night = 1; night <= 9; night++) {
            int tonight = night;
            List<Span> all = play(told(edges, tonight), nights, night == 1 ? Integer.MIN_VALUE : night - 1, night);
            List<Span> closed = new ArrayList<>(
                    nights.stream().filter(s -> s.until() != NEVER).toList());
            closed.addAll(all);
            nights = closed;
        }
        Collections.shuffle(edges, chance);
        List<Span> load = play(edges, List.of(), Integer.MIN_VALUE, 9);
        assertThat(sorted(load)).isEqualTo(sorted(nights)).isNotEmpty();
    }

    /** What a night knows: edges that came by then, and of their ends only those that are past. */
    private static List<Edge> told(List<Edge> edges, int tonight) {
        return edges.stream()
                .filter(e -> e.since <= tonight)
                .map(e -> e.until <= tonight ? e : new Edge(e.left, e.right, e.since, NEVER))
                .toList();
    }

    private static List<Edge> drawn(Random chance) {
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            int since = 1 + chance.nextInt(8);
            int until = chance.nextInt(3) == 0 ? since + 1 + chance.nextInt(4) : NEVER;
            edges.add(new Edge(node(chance), node(chance), since, until));
        }
        return edges;
    }

    private static String node(Random chance) {
        int i = chance.nextInt(10);
        return (i % 3 == 0 ? "m" : "p") + i;
    }

    private static List<Span> play(Collection<Edge> edges, List<Span> past, int last, int tonight) {
        Timeline timeline = new Timeline();
        SortedMap<String, Integer> since = new TreeMap<>();
        edges.forEach(e -> List.of(e.left, e.right).forEach(n -> since.merge(n, e.since, Math::min)));
        since.forEach((node, day) -> {
            timeline.node(node, day);
            if (node.startsWith("m")) {
                timeline.limit(node, "member", 1);
            }
        });
        Map<String, Integer> finals = past.stream().collect(Collectors.toMap(Span::id, Span::until, Math::max));
        for (Span s : past) {
            if (s.until() == finals.get(s.id())) {
                timeline.had(s.node(), s.id(), s.from(), s.until());
            } else {
                timeline.issued(s.id());
            }
        }
        edges.stream()
                .sorted((a, b) ->
                        (a.left + a.right + a.since + a.until).compareTo(b.left + b.right + b.since + b.until))
                .forEach(e -> timeline.edge(e.left, e.right, e.since, e.until));
        return timeline.spans(last, tonight);
    }

    private static SortedSet<String> sorted(List<Span> spans) {
        return spans.stream().map(Span::toString).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> of(List<Span> spans, String node) {
        return spans.stream()
                .filter(s -> s.node().equals(node))
                .map(s -> s.from() + " " + (s.until() == NEVER ? "" : s.until() + " ") + s.id())
                .sorted()
                .toList();
    }
}
