package io.siyu.pipelines;

import io.siyu.pipelines.batch.RunStore;
import io.siyu.pipelines.extract.Sources;
import io.siyu.warehouse.Doc;
import io.siyu.warehouse.House;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * All settings of an installation, read once: from the command line and from {@code <home>/siyu.yml}.
 *
 * @param root the folder of the distribution or checkout, which holds {@code warehouse/} and {@code quality/}
 * @param home where this installation keeps its data
 * @param house the retailer's own folder, if there is one
 * @param lake path or URI of the working tables
 * @param landing folder of drop folders
 * @param repository where runs are remembered
 * @param sources databases that feeds are read from
 * @param profile {@code tiny}, {@code small}, {@code large}, or empty: chosen by the size of the data
 * @param parallelism steps at once, and tables at once that are audited
 * @param currency how amounts are written
 * @param tokenKey file of the key that tokens are made with, for who has none in the environment
 * @param production whether a missing key is an error; else a development key is made
 * @param spark the retailer's own Spark settings
 */
public record Settings(
        Path root,
        Path home,
        Optional<Path> house,
        String lake,
        Path landing,
        RunStore repository,
        Sources sources,
        Optional<String> profile,
        int parallelism,
        Currency currency,
        Path tokenKey,
        boolean production,
        Map<String, String> spark) {
    private static final Set<String> KEYS = Set.of(
            "house",
            "lake",
            "landing",
            "repository",
            "sources",
            "profile",
            "parallelism",
            "currency",
            "token_key",
            "production",
            "spark");

    /** @param label after the number in Chinese, {@code 元}; {@code symbol} before it in English, {@code ¥} */
    public record Currency(String label, String symbol, int minorPerMajor) {}

    /**
     * Reads {@code <home>/siyu.yml}, which may be absent.
     *
     * @param house given on the command line; it wins over the file
     */
    public static Settings read(Path root, Path home, Optional<Path> house) {
        Path file = home.resolve("siyu.yml");
        Map<String, Doc> keys = Files.exists(file) ? Doc.read("settings", file).map(KEYS) : Map.of();
        Path state = home.resolve("state");
        return new Settings(
                root,
                home,
                house.or(() -> text(keys, "house").map(home::resolve)),
                text(keys, "lake")
                        .orElse(home.resolve("lake")
                                .toAbsolutePath()
                                .normalize()
                                .toString()),
                home.resolve(text(keys, "landing").orElse("landing")),
                repository(keys, state),
                new Sources(sources(keys), System::getenv),
                text(keys, "profile"),
                Optional.ofNullable(keys.get("parallelism"))
                        .map(d -> (int) d.number())
                        .orElse(2),
                currency(keys),
                text(keys, "token_key").map(home::resolve).orElse(state.resolve("token.key")),
                Optional.ofNullable(keys.get("production")).map(Doc::flag).orElse(false),
                texts(keys, "spark"));
    }

    /** The shipped texts, and over them the retailer's own. */
    public House houses() {
        List<Path> roots = new ArrayList<>(List.of(root.resolve("warehouse"), root.resolve("quality")));
        house.ifPresent(roots::add);
        return new House(roots);
    }

    public Path state() {
        return repository.state();
    }

    public Path published() {
        return home.resolve("published");
    }

    private static RunStore repository(Map<String, Doc> keys, Path state) {
        Map<String, String> given = texts(keys, "repository");
        return given.containsKey("url")
                ? new RunStore(
                        given.getOrDefault("url", ""),
                        given.getOrDefault("user", ""),
                        Optional.ofNullable(System.getenv("SIYU_REPOSITORY_PASSWORD"))
                                .orElse(""),
                        state)
                : RunStore.inFolder(state);
    }

    private static Map<String, Map<String, String>> sources(Map<String, Doc> keys) {
        Map<String, Map<String, String>> sources = new TreeMap<>();
        Doc at = keys.get("sources");
        if (at != null) {
            at.map(Set.of()).forEach((name, source) -> {
                Map<String, String> said = new TreeMap<>();
                source.map(Set.of("url", "user")).forEach((key, value) -> said.put(key, value.text()));
                sources.put(name, said);
            });
        }
        return sources;
    }

    private static Currency currency(Map<String, Doc> keys) {
        Map<String, String> given = texts(keys, "currency");
        return new Currency(
                given.getOrDefault("label", "元"),
                given.getOrDefault("symbol", "¥"),
                Integer.parseInt(given.getOrDefault("minor_per_major", "100")));
    }

    private static Optional<String> text(Map<String, Doc> keys, String key) {
        return Optional.ofNullable(keys.get(key)).map(Doc::text);
    }

    private static Map<String, String> texts(Map<String, Doc> keys, String key) {
        Map<String, String> values = new TreeMap<>();
        Doc at = keys.get(key);
        if (at != null) {
            at.map(Set.of()).forEach((name, value) -> values.put(name, value.text()));
        }
        return values;
    }
}
