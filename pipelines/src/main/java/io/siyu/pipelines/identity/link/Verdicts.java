package io.siyu.pipelines.identity.link;

import io.siyu.pipelines.identity.link.Verdict.Fate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Groups the few records that have a likely pair, and says of each pair what it weighs, why, and what became of it. */
final class Verdicts {
    /** What one comparison adds. */
    private record Part(String text, double bits) {}

    private final Model model;
    private final Comparer comparer;
    private final Set<String> never;

    /** @param never pairs that a person said to be two, {@link Clusters#pair} of their ids */
    Verdicts(Model model, Set<String> never) {
        this.model = model;
        this.comparer = Comparer.of(model.spec(), model.frequencies());
        this.never = never;
    }

    /** Of every likely pair and every pair within a group, sorted by ids. */
    List<Verdict> of(List<Person> people, List<Components.Edge> likely) {
        Map<String, Person> byId = new HashMap<>();
        people.forEach(person -> byId.put(person.id(), person));
        Map<String, String> clusters = new Clusters(model, model.spec().threshold(), never).of(people, likely);
        TreeMap<String, List<Person>> told = new TreeMap<>();
        likely.forEach(edge -> tell(told, of(byId, edge.l()), of(byId, edge.r())));
        Map<String, TreeSet<Person>> groups = new TreeMap<>();
        clusters.forEach((id, cluster) ->
                groups.computeIfAbsent(cluster, key -> new TreeSet<>()).add(of(byId, id)));
        for (TreeSet<Person> group : groups.values()) {
            group.forEach(a -> group.tailSet(a, false).forEach(b -> tell(told, a, b)));
        }
        return told.values().stream()
                .map(pair -> verdict(pair.get(0), pair.get(1), clusters))
                .toList();
    }

    private static Person of(Map<String, Person> people, String id) {
        return Objects.requireNonNull(people.get(id), id);
    }

    private static void tell(Map<String, List<Person>> told, Person a, Person b) {
        told.put(Clusters.pair(a.id(), b.id()), a.compareTo(b) < 0 ? List.of(a, b) : List.of(b, a));
    }

    private Verdict verdict(Person l, Person r, Map<String, String> clusters) {
        Comparer.Compared compared = comparer.compare(l, r);
        double weight = model.weight(compared.pattern(), compared.rarity());
        Set<String> shared = new TreeSet<>(l.alone());
        shared.retainAll(r.alone());
        Fate fate = clusters.getOrDefault(l.id(), l.id()).equals(clusters.getOrDefault(r.id(), r.id()))
                ? Fate.LINKED
                : never.contains(Clusters.pair(l.id(), r.id()))
                        ? Fate.DECIDED_APART
                        : l.forbids(r) ? Fate.HELD_APART : Fate.GREY;
        return new Verdict(l.id(), r.id(), weight, evidence(compared), fate, String.join(", ", shared));
    }

    /** {@code phone: mask fits, seven digits +20.4; surname: same +5.1; …; prior -16.0}. */
    private String evidence(Comparer.Compared compared) {
        List<Part> parts = new ArrayList<>();
        for (int place = 0; place < model.m().length; place++) {
            int level = Pattern.level(compared.pattern(), place);
            if (level >= 0) {
                LinkSpec.Comparison at = model.spec().compare().get(place);
                parts.add(new Part(
                        at.column() + ": " + at.kind().measure().labels().get(level),
                        model.part(place, compared.pattern(), compared.rarity())));
            }
        }
        parts.sort(Comparator.comparingDouble((Part part) -> -Math.abs(part.bits()))
                .thenComparing(Part::text));
        parts.add(new Part("prior", Model.bits(model.prior())));
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(text.isEmpty() ? "" : "; ")
                .append(String.format(Locale.ROOT, "%s %+.1f", part.text(), part.bits())));
        return text.toString();
    }
}
