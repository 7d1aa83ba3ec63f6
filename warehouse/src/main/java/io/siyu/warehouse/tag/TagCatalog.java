package io.siyu.warehouse.tag;

import io.siyu.warehouse.Column;
import io.siyu.warehouse.Doc;
import io.siyu.warehouse.House;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Table;
import io.siyu.warehouse.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** All tags of a house, each after the tags it uses. A later folder's file replaces the shipped one of the same name. */
public final class TagCatalog {
    /** What a table's {@code transform:} says to get its columns and rows from here. */
    public static final String TRANSFORM = "tags";

    private static final String PACKS = "packs.yml";

    private final Map<String, Tag> tags;
    private final Map<String, Table> tables;
    private final Set<String> packs;

    private TagCatalog(Map<String, Tag> tags, Map<String, Table> tables, Set<String> packs) {
        this.tags = tags;
        this.tables = tables;
        this.packs = packs;
    }

    /**
     * Reads and checks every tag.
     *
     * @param tables the house's tables by name, which tags are drawn from
     * @throws io.siyu.warehouse.SiyuException.InvalidDefinition naming file, line, tag, field, what stands there and what may
     */
    public static TagCatalog load(House house, Map<String, Table> tables) {
        Map<String, Tag> read = new LinkedHashMap<>();
        files(house)
                .values()
                .forEach(file -> TagReader.read(file).forEach(tag -> {
                    Tag other = read.put(tag.id(), tag);
                    if (other != null) {
                        throw tag.invalid("id", "stands at " + other.at().where() + " too", "an id of its own");
                    }
                }));
        Set<String> known = new TreeSet<>();
        read.values().forEach(tag -> tag.pack().ifPresent(known::add));
        TagCatalog catalog = new TagCatalog(TagOrder.of(read), tables, packs(house, known));
        TagChecks checks = new TagChecks(catalog);
        catalog.tags.values().forEach(checks::check);
        return catalog;
    }

    /** All tags, those of packs that are off among them, each after those it uses. */
    public List<Tag> all() {
        return List.copyOf(tags.values());
    }

    /** The tags that are computed: live or on trial, of no pack or of one that is on. */
    public List<Tag> active() {
        return tags.values().stream().filter(this::isActive).toList();
    }

    /** Whether a tag is computed. */
    public boolean isActive(Tag tag) {
        return Set.of("live", "trial").contains(tag.status())
                && tag.pack().map(packs::contains).orElse(true);
    }

    /** The tag with this id, or the one that has this column. */
    public Optional<Tag> find(String name) {
        return Optional.ofNullable(tags.get(name))
                .or(() -> tags.values().stream()
                        .filter(t -> t.columns().contains(name))
                        .findFirst());
    }

    /** The tag with this id or column; another is an {@link io.siyu.warehouse.SiyuException.InvalidDefinition}. */
    public Tag tag(String name) {
        return find(name)
                .orElseThrow(() -> Problems.cannot(
                        "find tag " + name,
                        "no file of tags/ has it" + Words.didYouMean(name, tags.keySet()),
                        "See the tags with: bin/siyu tag list"));
    }

    /** Tags whose columns a text names. */
    public Set<Tag> uses(Tag tag) {
        Set<Tag> used = new java.util.LinkedHashSet<>();
        for (String suffix : tag.suffixes()) {
            if (!tag.kind().isDrawnFromRows()) {
                Expression.of(tag.formula(suffix))
                        .names()
                        .forEach(name -> find(name).ifPresent(used::add));
            }
        }
        return used;
    }

    /** The table that tags are drawn from. */
    Optional<Table> table(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    Set<String> tableNames() {
        return tables.keySet();
    }

    /** The names of all columns of all tags. */
    public Set<String> columnNames() {
        Set<String> names = new TreeSet<>();
        tags.values().forEach(tag -> names.addAll(tag.columns()));
        return names;
    }

    /** Contract columns of the tags that are computed. */
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (Tag tag : active()) {
            tag.columns().forEach(name -> columns.add(column(tag, name)));
        }
        return columns;
    }

    private static Column column(Tag tag, String name) {
        String window = name.substring(tag.id().length());
        String within = window.isEmpty() ? "" : ", " + window.substring(1, window.length() - 1) + " days";
        return new Column(
                name,
                tag.type(),
                false,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                tag.unit(),
                Optional.empty(),
                tag.sensitivity().equals("sensitive") ? "personal" : "internal",
                tag.en() + within + " (" + tag.zh() + "): " + tag.definition());
    }

    private static Map<String, Path> files(House house) {
        Map<String, Path> files = new TreeMap<>(house.texts("tags"));
        files.remove(PACKS);
        return files;
    }

    private static Set<String> packs(House house, Set<String> known) {
        Set<String> packs = new TreeSet<>();
        house.file("tags/" + PACKS).ifPresent(file -> {
            Doc doc = Doc.read("tag packs", file);
            for (Doc item : Doc.need(doc.map(Set.of("packs")), "packs", doc).items()) {
                packs.add(item.oneOf(known));
            }
        });
        return packs;
    }
}
