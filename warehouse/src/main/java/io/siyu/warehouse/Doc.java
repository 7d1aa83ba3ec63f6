package io.siyu.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A node of a YAML text that knows its file and line, so that every complaint about it can say where.
 * Readers ask for what they expect; anything else is an {@link SiyuException.InvalidDefinition}.
 */
public final class Doc {
    private final String noun;
    private final Path file;
    private final String label;
    private final Node node;

    private Doc(String noun, Path file, String label, Node node) {
        this.noun = noun;
        this.file = file;
        this.label = label;
        this.node = node;
    }

    /**
     * Reads a file that holds one mapping.
     *
     * @param noun what kind of text it is, for messages: "contract", "feed"
     */
    public static Doc read(String noun, Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw Problems.invalid(noun, show(file), "the file cannot be read (" + e + ")", "a readable UTF-8 file");
        }
        return parse(noun, file, text);
    }

    /** The same of a text that was read from the file before. */
    public static Doc parse(String noun, Path file, String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file.toString())
                .setAllowDuplicateKeys(false)
                .build();
        try {
            Node node = new Compose(settings)
                    .composeString(text)
                    .orElseThrow(() -> Problems.invalid(noun, show(file), "the file is empty", "a YAML mapping"));
            return new Doc(noun, file, "the file", node);
        } catch (MarkedYamlEngineException e) {
            String line = e.getProblemMark().map(m -> ":" + (m.getLine() + 1)).orElse("");
            throw Problems.invalid(noun, show(file) + line, String.valueOf(e.getProblem()), "YAML");
        }
    }

    /** An error at this node. */
    public SiyuException.InvalidDefinition invalid(String found, String allowed) {
        return Problems.invalid(noun, where(), found, allowed);
    }

    /** File and line of this node, for messages. */
    public String where() {
        return show(file)
                + node.getStartMark().map(m -> ":" + (m.getLine() + 1)).orElse("");
    }

    /** The mapping's entries in the order written; keys outside {@code allowed} are refused (empty allows any key). */
    public Map<String, Doc> map(Set<String> allowed) {
        if (!(node instanceof MappingNode mapping)) {
            throw invalid(label + " is not a mapping", "key: value pairs");
        }
        Map<String, Doc> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode k ? k.getValue() : "?";
            Doc value = new Doc(noun, file, "'" + key + "'", tuple.getValueNode());
            if (!allowed.isEmpty() && !allowed.contains(key)) {
                Doc at = new Doc(noun, file, label, tuple.getKeyNode());
                throw at.invalid("unknown key '" + key + "'", "one of " + Words.list(allowed));
            }
            if (entries.put(key, value) != null) {
                throw value.invalid("key '" + key + "' appears twice", "each key once");
            }
        }
        return entries;
    }

    /** The list's items in order; a single scalar counts as a list of one. */
    public List<Doc> items() {
        if (node instanceof ScalarNode) {
            return List.of(this);
        }
        if (!(node instanceof SequenceNode sequence)) {
            throw invalid(label + " is not a list", "a list");
        }
        return sequence.getValue().stream()
                .map(item -> new Doc(noun, file, "an item of " + label, item))
                .toList();
    }

    /** The list's items as texts. */
    public List<String> texts() {
        return items().stream().map(Doc::text).toList();
    }

    public boolean isMapping() {
        return node instanceof MappingNode;
    }

    public String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw invalid(label + " is not a text", "a text");
    }

    public long number() {
        try {
            return Long.parseLong(text().replace("_", ""));
        } catch (NumberFormatException e) {
            throw invalid(label + " is '" + text() + "'", "a whole number");
        }
    }

    public boolean flag() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw invalid(label + " is '" + text() + "'", "true or false");
        };
    }

    /** The text, which must be one of {@code allowed}. */
    public String oneOf(Iterable<String> allowed) {
        for (String word : allowed) {
            if (word.equals(text())) {
                return word;
            }
        }
        throw invalid(label + " is '" + text() + "'", "one of " + Words.list(allowed));
    }

    /** The entry with this key, which must be there. */
    public static Doc need(Map<String, Doc> entries, String key, Doc owner) {
        return Optional.ofNullable(entries.get(key))
                .orElseThrow(() -> owner.invalid("key '" + key + "' is missing", "'" + key + ": ...'"));
    }

    private static String show(Path file) {
        return Words.path(file);
    }
}
