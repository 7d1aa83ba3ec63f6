package io.siyu.warehouse;

/** Placeholder to be replaced. */
public final class Odcs {
    private Odcs() {}

    public static String yaml(Table table) {
        return table.name();
    }
}
