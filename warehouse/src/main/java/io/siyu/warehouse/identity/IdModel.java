package io.siyu.warehouse.identity;

import io.siyu.warehouse.Doc;
import io.siyu.warehouse.House;
import io.siyu.warehouse.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** All kinds of identifiers of a house, as {@code identity.yml} says them; a retailer's own file replaces single entries. */
public final class IdModel {
    /** The file's name, below a folder of the house. */
    public static final String FILE = "identity.yml";

    private static final Set<String> KEYS = Set.of("shapes", "types");

    private final Map<String, Shape> shapes = new TreeMap<>();
    private final Map<String, IdType> types = new TreeMap<>();
    private final Map<String, Doc> parents = new TreeMap<>();

    private IdModel() {}

    /**
     * The shipped model with the entries of later folders laid over it.
     *
     * @throws io.siyu.warehouse.SiyuException.InvalidDefinition naming file, line, what stands there and what may
     */
    public static IdModel read(House house) {
        List<Map<String, Doc>> files = house.roots().stream()
                .map(root -> root.resolve(FILE))
                .filter(Files::isRegularFile)
                .map(IdModel::entries)
                .toList();
        IdModel model = new IdModel();
        each(files, "shapes", (name, doc) -> model.shapes.put(name, Shape.read(name, doc)));
        each(files, "types", (id, doc) -> {
            model.types.put(id, IdTypeReader.read(id, doc, model.shapes));
            model.parents.put(id, doc);
        });
        model.types.values().forEach(model::checkParents);
        return model;
    }

    /** Sorted by name. */
    public Collection<IdType> types() {
        return types.values();
    }

    /** The type with this name. */
    public Optional<IdType> type(String id) {
        return Optional.ofNullable(types.get(id));
    }

    /**
     * The same model with one value of one type changed.
     *
     * @param setting as a person writes it: {@code phone.values_per_oneid=5}; see {@link IdChange}
     * @throws io.siyu.warehouse.SiyuException.InvalidDefinition naming what stands there and what may
     */
    public IdModel with(String setting) {
        IdModel changed = new IdModel();
        changed.shapes.putAll(shapes);
        changed.types.putAll(types);
        changed.parents.putAll(parents);
        IdType type = IdChange.read(setting, types).of(types);
        changed.types.put(type.id(), type);
        return changed;
    }

    private interface Entry {
        void take(String name, Doc doc);
    }

    private static Map<String, Doc> entries(Path file) {
        return Doc.read("identity model", file).map(KEYS);
    }

    private static void each(List<Map<String, Doc>> files, String key, Entry entry) {
        for (Map<String, Doc> file : files) {
            Doc at = file.get(key);
            if (at != null) {
                at.map(Set.of()).forEach(entry::take);
            }
        }
    }

    private void checkParents(IdType type) {
        Set<String> seen = new HashSet<>();
        IdType at = type;
        while (at.parent().isPresent()) {
            String parent = at.parent().get();
            IdType next = types.get(parent);
            Doc doc = parents.get(type.id());
            if (doc != null && (next == null || !seen.add(parent) || parent.equals(type.id()))) {
                throw doc.invalid(
                        "parent '" + parent + "' of '" + at.id() + "' "
                                + (next == null
                                        ? "is no type" + Words.didYouMean(parent, types.keySet())
                                        : "comes round in a circle"),
                        "a type that is not below it");
            }
            if (next == null) {
                return;
            }
            at = next;
        }
    }
}
