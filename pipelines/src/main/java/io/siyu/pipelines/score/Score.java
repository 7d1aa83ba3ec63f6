package io.siyu.pipelines.score;

import io.siyu.warehouse.Doc;
import io.siyu.warehouse.House;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One question that a generated world's truth answers: a folder {@code scores/<name>/} of a house with {@code score.yml} and
 * {@code rows.sql}. With {@code write: inline} it is never asked itself: a part of other scores' SQL that has a name,
 * {@code scores.<name>}.
 *
 * @param name the folder's name
 * @param title English, as {@code titleZh} is Chinese; empty, both, in an inline one
 * @param says what a row is and how it is to be read
 * @param bound a condition that must hold on each row; empty when the score only tells
 * @param sql one SELECT over tables of the lake and over the truth, {@code truth.order} being {@code truth_order.csv}
 */
public record Score(
        String name, String title, String titleZh, String says, Optional<String> bound, String sql, boolean inline) {
    private static final Set<String> KEYS = Set.of("title", "title_zh", "says", "bound");
    private static final Set<String> INLINE_KEYS = Set.of("write", "says");
    private static final Set<String> ALL_KEYS = Set.of("write", "title", "title_zh", "says", "bound");

    /** All scores of a house by name; a later folder's own replaces the shipped one of its name. */
    public static List<Score> of(House house) {
        Map<String, Score> scores = new TreeMap<>();
        house.roots().stream()
                .map(root -> root.resolve("scores"))
                .flatMap(Score::folders)
                .forEach(folder -> scores.put(folder.getFileName().toString(), read(folder)));
        return List.copyOf(scores.values());
    }

    /** Those with these names, all when none is named. */
    public static List<Score> named(House house, List<String> names) {
        List<Score> all = of(house).stream().filter(score -> !score.inline()).toList();
        List<String> known = all.stream().map(Score::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw Problems.invalid("score", name, "no such score", "one of " + Words.list(known));
            }
        }
        return all.stream()
                .filter(score -> names.isEmpty() || names.contains(score.name()))
                .toList();
    }

    /** Reads one folder. */
    static Score read(Path folder) {
        Doc doc = Doc.read("score", folder.resolve("score.yml"));
        if (doc.map(ALL_KEYS).containsKey("write")) {
            return inline(folder, doc);
        }
        Map<String, Doc> keys = doc.map(KEYS);
        String bound = Doc.need(keys, "bound", doc).text();
        return new Score(
                folder.getFileName().toString(),
                Doc.need(keys, "title", doc).text(),
                Doc.need(keys, "title_zh", doc).text(),
                Doc.need(keys, "says", doc).text(),
                bound.equals("none") ? Optional.empty() : Optional.of(bound),
                sql(folder.resolve("rows.sql")),
                false);
    }

    private static Score inline(Path folder, Doc doc) {
        Map<String, Doc> keys = doc.map(INLINE_KEYS);
        Doc.need(keys, "write", doc).oneOf(List.of("inline"));
        return new Score(
                folder.getFileName().toString(),
                "",
                "",
                Doc.need(keys, "says", doc).text(),
                Optional.empty(),
                sql(folder.resolve("rows.sql")),
                true);
    }

    private static String sql(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw Problems.invalid("score", Words.path(file), "the file cannot be read (" + e + ")", "one SELECT");
        }
    }

    private static Stream<Path> folders(Path scores) {
        if (!Files.isDirectory(scores)) {
            return Stream.empty();
        }
        try (Stream<Path> paths = Files.list(scores)) {
            return paths.filter(Files::isDirectory).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
