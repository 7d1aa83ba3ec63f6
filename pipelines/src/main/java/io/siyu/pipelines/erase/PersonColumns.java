package io.siyu.pipelines.erase;

import io.siyu.warehouse.Column;
import io.siyu.warehouse.Table;
import io.siyu.warehouse.identity.IdModel;
import java.io.Serializable;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the contract of a landed table says of persons, by position of the column.
 *
 * @param names of the columns
 * @param own identifiers of whom a row is of
 * @param others identifiers of whom it mentions
 * @param ofPerson positions that tell of a person, be it by an identifier or otherwise
 */
public record PersonColumns(
        List<String> names,
        TreeMap<Integer, List<IdPlace>> own,
        TreeMap<Integer, List<IdPlace>> others,
        TreeSet<Integer> ofPerson)
        implements Serializable {

    /**
     * Those of a table.
     *
     * @param names its columns that a row of values has, in the order of the values
     * @throws io.siyu.warehouse.SiyuException.InvalidDefinition when the contract names a kind that is none
     */
    public static PersonColumns of(Table table, List<String> names, IdModel kinds) {
        PersonColumns columns =
                new PersonColumns(List.copyOf(names), new TreeMap<>(), new TreeMap<>(), new TreeSet<>());
        for (int at = 0; at < names.size(); at++) {
            Column column = table.column(names.get(at)).orElseThrow();
            put(columns.own, at, IdPlace.of(table, column, column.identifies(), kinds));
            put(columns.others, at, IdPlace.of(table, column, column.mentions(), kinds));
            if (column.isOfPerson()) {
                columns.ofPerson.add(at);
            }
        }
        return columns;
    }

    private static void put(TreeMap<Integer, List<IdPlace>> places, int at, List<IdPlace> said) {
        if (!said.isEmpty()) {
            places.put(at, said);
        }
    }

    /** Whether a row can be told to be somebody's. */
    public boolean any() {
        return !own.isEmpty() || !others.isEmpty();
    }
}
