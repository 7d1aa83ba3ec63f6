package io.siyu.warehouse.tag;

import java.util.Optional;

/**
 * A condition over tags as a tree of sets of customers, for those that sets alone can answer: tags that are true, compared with
 * a literal or unknown, put together with and, or and not. What is unknown is neither true nor false, as in SQL.
 */
public sealed interface ConditionTree {
    /** How a value stands to a literal. */
    enum Comparison {
        /** Equal. */
        EQUAL,
        /** Below it, for numbers and dates. */
        LESS,
        /** Above it, for numbers and dates. */
        GREATER
    }

    /** Both hold. */
    record Both(ConditionTree left, ConditionTree right) implements ConditionTree {}

    /** One of them holds, or both. */
    record Either(ConditionTree left, ConditionTree right) implements ConditionTree {}

    /** It does not hold. */
    record Not(ConditionTree of) implements ConditionTree {}

    /** A boolean column is true. */
    record Holds(String column) implements ConditionTree {}

    /** A column is null. */
    record Unknown(String column) implements ConditionTree {}

    /**
     * A column compared with a literal.
     *
     * @param type the tag's: {@code int}, {@code bigint}, {@code date} or {@code string}; texts are only ever equal
     * @param value a text, a whole number, {@code yyyy-MM-dd}, or {@code D-n} for n days before the business date
     */
    record Compared(String column, String type, Comparison how, String value) implements ConditionTree {}

    /** The tree of a condition; nothing when it calls functions other than {@code days_since}, or reckons. */
    static Optional<ConditionTree> of(TagCatalog catalog, TagCondition condition) {
        return new ConditionReader(catalog, Expression.of(condition.text())).read();
    }
}
