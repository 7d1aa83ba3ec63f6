package io.siyu.warehouse.act;

import io.siyu.warehouse.Doc;
import io.siyu.warehouse.Words;
import io.siyu.warehouse.tag.TagCatalog;
import io.siyu.warehouse.tag.TagExample;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What texts of audiences and of actions have in common: names, definition, owner, consent and examples. */
record Entry(String noun, String id, Doc doc, Map<String, Doc> keys) {
    private static final List<String> SHARED = List.of("id", "name", "definition", "owner", "consent", "examples");
    private static final List<String> CONSENTS = List.of("none", "marketing");

    static Entry read(String noun, Path file, Set<String> own) {
        Doc doc = Doc.read(noun, file);
        Set<String> allowed = new LinkedHashSet<>(SHARED);
        allowed.addAll(own);
        Map<String, Doc> keys = doc.map(allowed);
        Doc id = Doc.need(keys, "id", doc);
        String named = String.valueOf(file.getFileName()).replace(".yml", "");
        if (!id.text().equals(named) || !named.matches("[a-z][a-z0-9_]*")) {
            throw id.invalid("'id' is '" + id.text() + "'", "the name of its file in lower-case snake_case, " + named);
        }
        return new Entry(noun, named, doc, keys);
    }

    Doc need(String key) {
        return Doc.need(keys, key, doc);
    }

    String text(String key) {
        return full(need(key));
    }

    /** One of the two languages of a text. */
    String in(String key, String language) {
        return full(Doc.need(need(key).map(Set.of("zh", "en")), language, need(key)));
    }

    int number(String key, int most) {
        long number = need(key).number();
        if (number < 0 || number > most) {
            throw need(key).invalid("'" + key + "' is " + number, "0 to " + most);
        }
        return (int) number;
    }

    String consent() {
        return need("consent").oneOf(CONSENTS);
    }

    /** Two examples or more, of columns that are there. */
    List<TagExample> examples(TagCatalog tags) {
        List<TagExample> examples =
                need("examples").items().stream().map(TagExample::read).toList();
        if (examples.size() < 2) {
            throw invalid("examples", "are " + examples.size(), "two or more, one of them an edge case");
        }
        for (TagExample example : examples) {
            example.given().forEach(row -> row.keySet().forEach(name -> column(tags, "examples", name)));
            if (!Set.of("true", "false").contains(example.expected(""))) {
                throw invalid("examples", "expect '" + example.expected("") + "'", "true or false");
            }
        }
        return examples;
    }

    void column(TagCatalog tags, String field, String name) {
        if (!tags.columnNames().contains(name)) {
            throw invalid(
                    field, "names '" + name + "'" + Words.didYouMean(name, tags.columnNames()), "columns of tags");
        }
    }

    /** What a field is called in messages. */
    String field(String field) {
        return "'" + field + "' of " + noun + " '" + id + "'";
    }

    RuntimeException invalid(String field, String found, String allowed) {
        return doc.invalid(field(field) + " " + found, allowed);
    }

    private static String full(Doc at) {
        if (at.text().isBlank()) {
            throw at.invalid("an empty text", "words that are understood alone");
        }
        return at.text();
    }
}
