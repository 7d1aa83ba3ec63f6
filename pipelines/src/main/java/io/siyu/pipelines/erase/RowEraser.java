package io.siyu.pipelines.erase;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes erased people out of rows. Of the identifiers by which a row is its own person's the one of the greatest priority says
 * whose it is, the first column of equal ones: if that one is erased, all that tells of a person goes. Otherwise only the erased
 * identifiers go, each from its cell, for the row is somebody else's.
 */
public final class RowEraser {
    private final PersonColumns columns;
    private final Tombstones tombstones;
    private final Map<Integer, List<IdPlace>> places = new TreeMap<>();

    public RowEraser(PersonColumns columns, Tombstones tombstones) {
        this.columns = columns;
        this.tombstones = tombstones;
        this.places.putAll(columns.own());
        this.places.putAll(columns.others());
    }

    /**
     * Takes erased people out of values, in place.
     *
     * @param values cleaned values, in the order of the columns
     * @return the request that asked for it; null when nobody in the row was erased
     */
    public @Nullable String erase(@Nullable String[] values) {
        Function<String, @Nullable String> row = name -> {
            int at = columns.names().indexOf(name);
            return at < 0 ? null : values[at];
        };
        String whose = whose(values, row);
        if (whose != null) {
            columns.ofPerson().forEach(at -> values[at] = null);
            return whose;
        }
        String request = null;
        @Nullable String[] kept = values.clone();
        for (Map.Entry<Integer, List<IdPlace>> place : places.entrySet()) {
            String cell = values[place.getKey()];
            String by = cell == null ? null : first(cell, place.getValue(), row);
            if (cell != null && by != null) {
                kept[place.getKey()] = Pieces.without(cell, text -> request(text, place.getValue(), row) != null);
                request = request == null ? by : request;
            }
        }
        System.arraycopy(kept, 0, values, 0, values.length);
        return request;
    }

    /** Whether a text that could not be read as a row has an erased identifier among its words, whatever its namespace. */
    public @Nullable String inText(String text) {
        for (List<IdPlace> alternatives : places.values()) {
            List<IdPlace> anywhere =
                    alternatives.stream().map(IdPlace::anywhere).toList();
            for (String word : Pieces.words(text)) {
                String request = request(word, anywhere, name -> null);
                if (request != null) {
                    return request;
                }
            }
        }
        return null;
    }

    private @Nullable String whose(@Nullable String[] values, Function<String, @Nullable String> row) {
        int believed = -1;
        String whose = null;
        for (Map.Entry<Integer, List<IdPlace>> own : columns.own().entrySet()) {
            String cell = values[own.getKey()];
            for (String piece : cell == null ? List.<String>of() : Pieces.of(cell)) {
                int priority = own.getValue().stream()
                        .filter(place -> place.node(piece, row, tombstones.tokens()) != null)
                        .mapToInt(IdPlace::priority)
                        .max()
                        .orElse(-1);
                if (priority > believed) {
                    believed = priority;
                    whose = request(piece, own.getValue(), row);
                }
            }
        }
        return whose;
    }

    private @Nullable String first(String cell, List<IdPlace> alternatives, Function<String, @Nullable String> row) {
        return Pieces.of(cell).stream()
                .map(piece -> request(piece, alternatives, row))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private @Nullable String request(String text, List<IdPlace> alternatives, Function<String, @Nullable String> row) {
        for (IdPlace place : alternatives) {
            String node = place.node(text, row, tombstones.tokens());
            String request = node == null ? null : tombstones.request(node);
            if (request != null) {
                return request;
            }
        }
        return null;
    }
}
