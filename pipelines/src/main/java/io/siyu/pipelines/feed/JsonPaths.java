package io.siyu.pipelines.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes texts out of one JSON object by dotted paths. Numbers come as they are written, never through a double; objects
 * and arrays come as their exact JSON text; null and what is not there come as null. A number in a path is an index.
 */
final class JsonPaths {
    private static final int NONE = -1;

    private static final class Step {
        private final Map<String, Step> below = new TreeMap<>();
        private int column = NONE;
    }

    private final JsonFactory factory = new JsonFactory();
    private final Step root = new Step();
    private final int width;

    /** {@code paths} in column order; no two may be the same. */
    JsonPaths(List<String> paths) {
        this.width = paths.size();
        for (int column = 0; column < width; column++) {
            Step step = root;
            for (String key : paths.get(column).split("\\.", -1)) {
                step = step.below.computeIfAbsent(key, k -> new Step());
            }
            step.column = column;
        }
    }

    /**
     * The values by column.
     *
     * @param unknown gets the top-level keys no path begins with
     * @throws IOException when {@code json} is not exactly one JSON object
     */
    @Nullable
    String[] read(String json, Set<String> unknown) throws IOException {
        @Nullable String[] values = new @Nullable String[width];
        try (JsonParser parser = factory.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonParseException(parser, "no object");
            }
            object(parser, json, root, values, unknown);
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "something behind the object");
            }
        }
        return values;
    }

    private static void object(
            JsonParser parser, String json, Step step, @Nullable String[] values, @Nullable Set<String> unknown)
            throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            Step child = step.below.get(key);
            parser.nextToken();
            if (child != null) {
                value(parser, json, child, values);
            } else {
                parser.skipChildren();
                if (unknown != null) {
                    unknown.add(key);
                }
            }
        }
    }

    private static void array(JsonParser parser, String json, Step step, @Nullable String[] values) throws IOException {
        int index = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Step child = step.below.get(String.valueOf(index));
            if (child != null) {
                value(parser, json, child, values);
            } else {
                parser.skipChildren();
            }
            index++;
        }
    }

    private static void value(JsonParser parser, String json, Step step, @Nullable String[] values) throws IOException {
        int from = (int) parser.currentTokenLocation().getCharOffset();
        JsonToken token = parser.currentToken();
        String text;
        if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
            if (step.below.isEmpty()) {
                parser.skipChildren();
            } else if (token == JsonToken.START_OBJECT) {
                object(parser, json, step, values, null);
            } else {
                array(parser, json, step, values);
            }
            text = json.substring(from, (int) parser.currentLocation().getCharOffset());
        } else {
            text = parser.getText();
        }
        if (step.column != NONE) {
            values[step.column] = token == JsonToken.VALUE_NULL ? null : text;
        }
    }
}
