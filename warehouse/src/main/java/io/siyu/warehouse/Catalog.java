package io.siyu.warehouse;

import io.siyu.warehouse.act.ActionCatalog;
import io.siyu.warehouse.act.AudienceCatalog;
import io.siyu.warehouse.tag.TagCatalog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All tables of a house, each read and checked, and checked against each other. */
public final class Catalog {
    private final House house;
    private final Map<String, Table> tables;
    private final TagCatalog tags;
    private final ActionCatalog actions;
    private final AudienceCatalog audiences;

    private Catalog(House house, Map<String, Table> tables, TagCatalog tags) {
        this.house = house;
        this.tables = tables;
        this.tags = tags;
        this.audiences = AudienceCatalog.load(house, tags);
        this.actions = ActionCatalog.load(house, audiences);
    }

    /** Reads every contract; the first wrong one is an {@link SiyuException.InvalidDefinition}. */
    public static Catalog load(House house) {
        Map<String, Table> tables = new TreeMap<>();
        house.tableFolders()
                .forEach((name, folder) -> tables.put(name, TableReader.read(folder, house.contract(name))));
        TagCatalog tags = TagCatalog.load(house, tables);
        tables.replaceAll((name, table) ->
                table.transform().filter(TagCatalog.TRANSFORM::equals).isPresent()
                        ? table.with(tags.columns())
                        : table);
        tables.replaceAll((name, table) -> table.isNightBefore() ? likeWhatItReads(table, tables) : table);
        Catalog catalog = new Catalog(house, tables, tags);
        tables.values().forEach(catalog::checkReferences);
        return catalog;
    }

    private static Table likeWhatItReads(Table table, Map<String, Table> tables) {
        return table.with(table.reads().stream()
                .flatMap(name -> Optional.ofNullable(tables.get(name)).stream())
                .flatMap(read -> read.columns().stream())
                .filter(column -> table.column(column.name()).isEmpty())
                .toList());
    }

    public House house() {
        return house;
    }

    /** What is said of customers. */
    public TagCatalog tags() {
        return tags;
    }

    /** Customers with a name. */
    public AudienceCatalog audiences() {
        return audiences;
    }

    /** What to do for whom. */
    public ActionCatalog actions() {
        return actions;
    }

    /** All tables, sorted by name. */
    public Collection<Table> tables() {
        return tables.values();
    }

    public Optional<Table> find(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    /** The table with this name; asking for one that is not there is an {@link SiyuException.InvalidDefinition}. */
    public Table table(String name) {
        return find(name)
                .orElseThrow(() -> Problems.cannot(
                        "find table " + name,
                        "no folder tables/" + name.replace('.', '/') + " in " + houseNames()
                                + Words.didYouMean(name, tables.keySet()),
                        "See the tables with: bin/siyu contract list"));
    }

    private String houseNames() {
        List<String> names = new ArrayList<>();
        house.roots().forEach(root -> names.add(Words.path(root)));
        return Words.list(names);
    }

    private void checkReferences(Table table) {
        for (Column column : table.columns()) {
            column.references().ifPresent(target -> {
                Table referenced = tables.get(target);
                if (referenced == null || referenced.grain().size() != 1 || !referenced.isStored()) {
                    throw Problems.invalid(
                            "contract",
                            Words.path(table.contractFile()),
                            "column '" + column.name() + "' references '" + target + "', which "
                                    + (referenced == null
                                            ? "is no table"
                                            : referenced.isStored()
                                                    ? "has a grain of several columns"
                                                    : "is never stored"),
                            "a stored table with a grain of one column" + Words.didYouMean(target, tables.keySet()));
                }
            });
        }
    }
}
