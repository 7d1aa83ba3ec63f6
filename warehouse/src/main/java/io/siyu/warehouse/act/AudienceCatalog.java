package io.siyu.warehouse.act;

import io.siyu.warehouse.House;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Words;
import io.siyu.warehouse.tag.TagCatalog;
import io.siyu.warehouse.tag.TagCondition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All audiences of a house, sorted by id. A later folder's file replaces the shipped one of the same name.
 *
 * @param byId all of them, those over tags that are not computed among them
 */
public record AudienceCatalog(TagCatalog tags, Map<String, Audience> byId) {
    /** What a table's {@code transform:} says to get its rows from here. */
    public static final String TRANSFORM = "audiences";

    /**
     * Reads and checks every audience.
     *
     * @throws io.siyu.warehouse.SiyuException.InvalidDefinition naming file, field, what stands there and what may
     */
    public static AudienceCatalog load(House house, TagCatalog tags) {
        Map<String, Audience> byId = new TreeMap<>();
        house.texts("audiences")
                .values()
                .forEach(file -> byId.put(read(file, tags).id(), read(file, tags)));
        return new AudienceCatalog(tags, byId);
    }

    private static Audience read(Path file, TagCatalog tags) {
        Entry entry = Entry.read("audience", file, Set.of("who"));
        return new Audience(
                entry.id(),
                entry.in("name", "zh"),
                entry.in("name", "en"),
                entry.text("definition"),
                entry.text("owner"),
                TagCondition.of(tags, entry.need("who"), entry.field("who"), entry.text("who"), Map.of()),
                entry.consent(),
                entry.examples(tags),
                entry.doc());
    }

    /** The audience with this id; another is an {@link io.siyu.warehouse.SiyuException.InvalidDefinition}. */
    public Audience audience(String id) {
        Audience found = byId.get(id);
        if (found == null) {
            throw Problems.cannot(
                    "find audience " + id,
                    "there is no audiences/" + id + ".yml" + Words.didYouMean(id, byId.keySet()),
                    "See the audiences with: bin/siyu audience list");
        }
        return found;
    }

    /** Those over tags that are computed. */
    public List<Audience> active() {
        return byId.values().stream().filter(a -> a.who().isComputed(tags)).toList();
    }

    /** Conditions by name, for texts that use audiences. */
    public Map<String, TagCondition> conditions() {
        return byId.values().stream().collect(Collectors.toMap(Audience::id, Audience::who, (a, b) -> a, TreeMap::new));
    }

    /** The rows of {@code dws.audience_member}: {@code audience, oneid, is_allowed}, in one pass over the tags. */
    public String sql() {
        List<String> rows = new ArrayList<>();
        active().forEach(audience -> rows.add("\n        '" + audience.id() + "', coalesce("
                + audience.who().sql() + ", false), '" + audience.consent() + "'"));
        return "with\n" + Consents.CTE + ",\ntold as (\n    select oneid, stack(" + rows.size() + ", "
                + String.join(",", rows) + "\n        ) as (audience, is_in, purpose)\n    from dws.customer_tag\n)"
                + "\nselect audience, oneid, " + Consents.ALLOWED + " as is_allowed"
                + "\nfrom told left join agreed using (oneid) where is_in";
    }
}
