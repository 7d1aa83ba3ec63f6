package io.siyu.pipelines.extract;

import io.siyu.warehouse.Problems;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The databases an installation knows by name: {@code sources:} in {@code siyu.yml}, and for what is not said there
 * {@code $SIYU_SOURCE_<NAME>_URL} and {@code _USER}. A password stands in {@code $SIYU_SOURCE_<NAME>_PASSWORD} only.
 */
public final class Sources {
    private final Map<String, Map<String, String>> given;
    private final Function<String, @Nullable String> environment;

    /**
     * @param given name to {@code url} and {@code user}
     * @param environment a variable's value; null when it is not set
     */
    public Sources(Map<String, Map<String, String>> given, Function<String, @Nullable String> environment) {
        this.given = given;
        this.environment = environment;
    }

    /** The source a feed names; one that nobody defined is an invalid setting. */
    Source find(String name, String feed) {
        String url = value(name, "url");
        if (url.isEmpty()) {
            throw Problems.cannot(
                    "read " + feed,
                    "source '" + name + "' is not defined here",
                    "Nothing of it was read. Write 'sources: {" + name
                            + ": {url: jdbc:..., user: ...}}' into siyu.yml, or set $" + variable(name, "url"));
        }
        return new Source(name, url, value(name, "user"), environment(name, "password"));
    }

    /** Where the password of a source is looked for. */
    static String passwordOf(String source) {
        return "$" + variable(source, "password");
    }

    private String value(String name, String key) {
        String said = given.getOrDefault(name, Map.of()).get(key);
        return said == null ? environment(name, key) : said;
    }

    private String environment(String name, String key) {
        String value = environment.apply(variable(name, key));
        return value == null ? "" : value;
    }

    private static String variable(String name, String key) {
        return ("siyu_source_" + name + "_" + key).toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return String.join(", ", given.keySet());
    }
}
