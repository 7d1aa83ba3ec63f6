package io.siyu.warehouse.identity;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A kind of identifier (标识类型) and what its values may do.
 *
 * @param id the name facts say as {@code id_type}
 * @param label its Chinese name; the id itself when the house gives none
 * @param shape how its values are cleaned and told from rubbish
 * @param isShared whether one value means one thing in every namespace; else only within its own
 * @param isPersonal whether a value says who somebody is to anybody who reads it: tables have its token
 * @param strength what a value may do when seen with another identifier
 * @param priority the greater is believed first when links compete, 0 to 100
 * @param parent kind without which its own links to others end: unbinding the parent unbinds it
 * @param valuesPerOneid most values of one namespace that one customer has; absent for any number
 * @param oneidsPerValue most strong identifiers of one kind that a value may be seen with; absent for any number
 * @param recordsPerValue most records of one kind of source that a value may be on; absent for any number
 * @param overLimit what becomes of a value or a link beyond a limit
 * @param silentDays a value not seen for longer than this that comes back with others is another person's from then on; 0 for never
 */
public record IdType(
        String id,
        String label,
        Shape shape,
        boolean isShared,
        boolean isPersonal,
        Strength strength,
        int priority,
        Optional<String> parent,
        @Nullable Limit valuesPerOneid,
        @Nullable Limit oneidsPerValue,
        @Nullable Limit recordsPerValue,
        OverLimit overLimit,
        int silentDays) {

    /** What becomes of what is beyond a limit. */
    public enum OverLimit {
        /** The link that would break the limit is not believed; the value keeps its others. */
        REJECT_EDGE,
        /** The value proposes candidates only. */
        DEMOTE,
        /** The value links nobody until somebody has looked at it. */
        QUARANTINE
    }
}
