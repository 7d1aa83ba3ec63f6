package io.siyu.pipelines.extract;

import java.sql.Types;

/**
 * A column of a source.
 *
 * @param name as the database has it
 * @param type of {@link Types}
 * @param nullable whether it may be empty, as far as the database knows
 */
record SourceColumn(String name, int type, String typeName, int scale, boolean nullable) {

    boolean isTime() {
        return type == Types.TIMESTAMP || type == Types.DATE || isZoned();
    }

    /** Whether its times have a zone of their own; PostgreSQL's driver says so by name only. */
    boolean isZoned() {
        return type == Types.TIMESTAMP_WITH_TIMEZONE || typeName.equalsIgnoreCase("timestamptz");
    }

    boolean isWhole() {
        return switch (type) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> true;
            case Types.DECIMAL, Types.NUMERIC -> scale == 0;
            default -> false;
        };
    }

    /**
     * What it is read as where Spark's own choice would change it: a decimal as the driver writes it, with its own places; a
     * time by itself, whatever zone this machine is in. Empty for all others.
     */
    String readAs() {
        if (isZoned()) {
            return "timestamp";
        }
        return switch (type) {
            case Types.TIMESTAMP -> "timestamp_ntz";
            case Types.DECIMAL, Types.NUMERIC -> "string";
            default -> "";
        };
    }
}
