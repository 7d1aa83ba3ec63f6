package io.siyu.warehouse.identity;

import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * The steps that clean an identifier's value, one after the other: letters are exchanged, then goes what is found anywhere, then
 * what is found in front. Patterns are compiled once.
 */
public final class Cleaning implements Serializable {
    private final String swapFrom;
    private final String swapTo;
    private final Pattern drop;
    private final Pattern lead;

    /**
     * @param swapFrom letters to exchange, each for the one at its place in {@code swapTo}, which is as long
     * @param drop Java regular expression of what goes wherever it stands
     * @param lead Java regular expression of what goes in front
     */
    public Cleaning(String swapFrom, String swapTo, String drop, String lead) {
        this.swapFrom = swapFrom;
        this.swapTo = swapTo;
        this.drop = Pattern.compile(drop);
        this.lead = Pattern.compile(lead);
    }

    /** A value as it stands in edges. */
    public String of(String value) {
        return lead.matcher(drop.matcher(swapped(value)).replaceAll("")).replaceAll("");
    }

    private String swapped(String value) {
        if (swapFrom.isEmpty()) {
            return value;
        }
        char[] letters = value.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            int at = swapFrom.indexOf(letters[i]);
            letters[i] = at < 0 ? letters[i] : swapTo.charAt(at);
        }
        return new String(letters);
    }
}
