package io.siyu.warehouse.tag;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is allowed and yet unwise in a catalogue, one sentence each. */
public record TagLint(TagCatalog catalog) {
    /** Days before a tag's expiry on which its owner is told. */
    static final int NOTICE_DAYS = 30;

    private static final int SHORTEST_DEFINITION = 8;

    /** Warnings as of a business date, in the order of the catalogue. */
    public List<String> warnings(LocalDate day) {
        List<String> warnings = new ArrayList<>();
        Map<String, Tag> meanings = new HashMap<>();
        Map<String, Tag> names = new HashMap<>();
        for (Tag tag : catalog.all()) {
            warnings.addAll(of(tag, day));
            said(meanings, tag, tag.definition(), "means the same as", warnings);
            said(names, tag, tag.zh(), "is named like", warnings);
        }
        return warnings;
    }

    private static void said(Map<String, Tag> seen, Tag tag, String text, String verb, List<String> warnings) {
        Tag other = seen.putIfAbsent(text, tag);
        if (other != null) {
            warnings.add(sentence(tag, verb + " " + other.id() + ": " + text));
        }
    }

    private static List<String> of(Tag tag, LocalDate day) {
        List<String> warnings = new ArrayList<>();
        if (tag.definition().length() < SHORTEST_DEFINITION) {
            warnings.add(sentence(tag, "has a definition of " + tag.definition().length() + " characters"));
        }
        if (!tag.expiresOn().isAfter(day.plusDays(NOTICE_DAYS))) {
            warnings.add(sentence(tag, "expires on " + tag.expiresOn() + "; renew it or retire it"));
        }
        Set<String> expected = new HashSet<>();
        tag.examples().forEach(example -> tag.suffixes().forEach(suffix -> expected.add(example.expected(suffix))));
        if (expected.size() < 2) {
            warnings.add(sentence(tag, "comes out as " + expected + " in every example; show one that differs"));
        }
        Set<String> unused = new java.util.LinkedHashSet<>(tag.domain());
        tag.layers().forEach(layer -> unused.remove(layer.then()));
        if (!tag.layers().isEmpty() && !unused.isEmpty()) {
            warnings.add(sentence(tag, "has values that no layer gives: " + unused));
        }
        return warnings;
    }

    private static String sentence(Tag tag, String what) {
        return tag.at().where() + ": tag " + tag.id() + " " + what + ".";
    }
}
