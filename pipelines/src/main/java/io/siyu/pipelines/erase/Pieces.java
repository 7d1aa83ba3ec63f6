package io.siyu.pipelines.erase;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The texts within a cell that may be identifiers: the cell, the values of a JSON text, or the words of a sentence. */
final class Pieces {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern WORD = Pattern.compile("[0-9A-Za-z_@+*.-]{4,128}");

    private Pieces() {}

    /** All of them. */
    static List<String> of(String cell) {
        List<String> pieces = new ArrayList<>();
        JsonNode tree = tree(cell);
        if (tree == null) {
            pieces.add(cell);
            words(cell).stream()
                    .flatMap(word -> readings(word).stream())
                    .filter(word -> !word.equals(cell))
                    .forEach(pieces::add);
        } else {
            values(tree, pieces);
        }
        return pieces;
    }

    /** A word, and what stands behind its first low line: a link's parameter may be {@code src_} and an identifier. */
    private static List<String> readings(String word) {
        int line = word.indexOf('_');
        return line < 0 ? List.of(word) : List.of(word, word.substring(line + 1));
    }

    /** The words of any text. */
    static List<String> words(String text) {
        return WORD.matcher(text).results().map(m -> m.group()).toList();
    }

    /**
     * A cell without what is hit: null when it is hit itself; of a JSON text the values of lists go, and of objects those
     * with such a value, or the value alone when the object is the whole text; of a sentence the words.
     */
    static @Nullable String without(String cell, Predicate<String> isHit) {
        JsonNode tree = tree(cell);
        if (tree == null) {
            if (isHit.test(cell)) {
                return null;
            }
            return WORD.matcher(cell)
                    .replaceAll(word -> readings(word.group()).stream().anyMatch(isHit)
                            ? ""
                            : java.util.regex.Matcher.quoteReplacement(word.group()));
        }
        if (!cut(tree, isHit)) {
            return cell;
        }
        if (tree instanceof ObjectNode whole) {
            clear(whole, isHit);
        }
        return tree.toString();
    }

    /** Cuts what is hit out of lists below a node; says whether anything was hit. */
    private static boolean cut(JsonNode node, Predicate<String> isHit) {
        boolean any = false;
        Iterator<JsonNode> children = node.elements();
        while (children.hasNext()) {
            JsonNode child = children.next();
            boolean inside = cut(child, isHit);
            boolean own = child.isObject() ? isOwn(child, isHit) : child.isValueNode() && isHit.test(child.asText());
            any |= inside || own;
            if (own && node instanceof ArrayNode) {
                children.remove();
            } else if (own && child instanceof ObjectNode object) {
                clear(object, isHit);
            }
        }
        return any;
    }

    private static boolean isOwn(JsonNode object, Predicate<String> isHit) {
        for (JsonNode value : object) {
            if (value.isValueNode() && isHit.test(value.asText())) {
                return true;
            }
        }
        return false;
    }

    private static void clear(ObjectNode object, Predicate<String> isHit) {
        Iterator<JsonNode> values = object.elements();
        while (values.hasNext()) {
            JsonNode value = values.next();
            if (value.isValueNode() && isHit.test(value.asText())) {
                values.remove();
            }
        }
    }

    private static void values(JsonNode node, List<String> into) {
        if (node.isValueNode()) {
            into.add(node.asText());
            return;
        }
        node.elements().forEachRemaining(child -> values(child, into));
    }

    private static @Nullable JsonNode tree(String cell) {
        if (!cell.startsWith("{") && !cell.startsWith("[")) {
            return null;
        }
        try {
            return JSON.readTree(cell);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
