package io.siyu.warehouse.act;

import io.siyu.warehouse.Doc;
import io.siyu.warehouse.House;
import io.siyu.warehouse.tag.TagCatalog;
import io.siyu.warehouse.tag.TagCondition;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * All actions of a house, sorted by id, and the channels they go by.
 *
 * @param channels what must hold of a customer before a channel reaches him, from {@code actions/channels.yml}
 * @param byId all actions, those over tags that are not computed among them
 */
public record ActionCatalog(TagCatalog tags, Map<String, TagCondition> channels, Map<String, Action> byId) {
    /** What a table's {@code transform:} says to get its rows from here. */
    public static final String TRANSFORM = "actions";

    private static final String CHANNELS = "channels.yml";
    private static final Set<String> KEYS =
            Set.of("when", "reason", "evidence", "priority", "channels", "rest_days", "hold_out");
    private static final int MOST_DAYS = 3650;

    /**
     * Reads and checks every action.
     *
     * @throws io.siyu.warehouse.SiyuException.InvalidDefinition naming file, field, what stands there and what may
     */
    public static ActionCatalog load(House house, AudienceCatalog audiences) {
        Map<String, Path> files = new TreeMap<>(house.texts("actions"));
        Map<String, TagCondition> channels = new LinkedHashMap<>();
        Path list = files.remove(CHANNELS);
        if (list != null) {
            Doc doc = Doc.read("list of channels", list);
            Doc.need(doc.map(Set.of("channels")), "channels", doc)
                    .map(Set.of())
                    .forEach((name, at) -> channels.put(
                            name, TagCondition.of(audiences.tags(), at, "'" + name + "'", at.text(), Map.of())));
        }
        Map<String, Action> byId = new TreeMap<>();
        files.values().forEach(file -> {
            Action action = read(file, audiences, channels.keySet());
            byId.put(action.id(), action);
        });
        return new ActionCatalog(audiences.tags(), channels, byId);
    }

    private static Action read(Path file, AudienceCatalog audiences, Set<String> channels) {
        TagCatalog tags = audiences.tags();
        Entry entry = Entry.read("action", file, KEYS);
        Doc at = entry.need("hold_out");
        Map<String, Doc> holdOut = at.map(Set.of("percent", "salt"));
        Doc percent = Doc.need(holdOut, "percent", at);
        if (percent.number() < 0 || percent.number() > 50) {
            throw percent.invalid(entry.field("hold_out") + " is " + percent.number() + " percent", "0 to 50");
        }
        List<String> evidence = entry.need("evidence").texts();
        evidence.forEach(name -> entry.column(tags, "evidence", name));
        return new Action(
                entry.id(),
                entry.in("name", "zh"),
                entry.in("name", "en"),
                entry.text("definition"),
                entry.text("owner"),
                TagCondition.of(
                        tags, entry.need("when"), entry.field("when"), entry.text("when"), audiences.conditions()),
                entry.in("reason", "zh"),
                entry.in("reason", "en"),
                evidence,
                entry.number("priority", 100),
                entry.need("channels").items().stream()
                        .map(item -> item.oneOf(channels))
                        .toList(),
                entry.consent(),
                entry.number("rest_days", MOST_DAYS),
                (int) percent.number(),
                Doc.need(holdOut, "salt", at).text(),
                entry.examples(tags),
                entry.doc());
    }

    /** Those over tags that are computed. */
    public List<Action> active() {
        return byId.values().stream()
                .filter(action -> action.when().isComputed(tags))
                .filter(action -> action.evidence().stream().allMatch(name -> tags.isActive(tags.tag(name))))
                .toList();
    }
}
