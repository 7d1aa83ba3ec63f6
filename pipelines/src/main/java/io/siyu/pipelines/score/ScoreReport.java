package io.siyu.pipelines.score;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.siyu.pipelines.serve.RowText;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Prints what scores answered, and writes it: a csv per score, and all of them in {@code scores.json}. */
public final class ScoreReport {
    /** Most rows of a score that are printed, those that break its bound first. */
    static final int PRINTED = 130;

    private final List<Told> scores;

    public ScoreReport(List<Told> scores) {
        this.scores = scores;
    }

    /** Whether every bound holds. */
    public boolean holds() {
        return scores.stream().allMatch(told -> told.outside() == 0);
    }

    /** A table per score, then one sentence. */
    public void print(PrintStream out) {
        scores.forEach(told -> print(told, out));
        String missed = scores.stream()
                .filter(told -> told.outside() > 0)
                .map(told -> told.score().name() + " (" + told.outside() + " of " + rows(told) + ")")
                .collect(Collectors.joining(", "));
        long bound =
                scores.stream().filter(told -> told.score().bound().isPresent()).count();
        out.println(
                missed.isEmpty()
                        ? "All " + bound + " bounds of " + scores.size() + " scores hold."
                        : "Bounds are missed by " + missed + "; " + scores.size() + " scores, " + bound + " bounds.");
    }

    /** @param folder made when it is not there */
    public void write(Path folder) {
        ObjectMapper mapper = new ObjectMapper();
        ArrayNode all = mapper.createArrayNode();
        try {
            Files.createDirectories(folder);
            for (Told told : scores) {
                Files.writeString(folder.resolve(told.score().name() + ".csv"), csv(told));
                json(told, all.addObject());
            }
            Files.writeString(
                    folder.resolve("scores.json"),
                    mapper.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(Told told, PrintStream out) {
        Score score = told.score();
        out.println(score.title() + " (" + score.titleZh() + "), " + score.name());
        out.println(score.says() + " Bound: " + score.bound().orElse("none") + ".");
        List<List<@Nullable String>> shown = Stream.concat(
                        told.lines().stream().filter(Told.Line::isOutside),
                        told.lines().stream().filter(line -> !line.isOutside()))
                .limit(PRINTED)
                .map(Told.Line::cells)
                .toList();
        RowText.table(told.header(), told.numbers(), shown).forEach(out::println);
        String more = told.lines().size() > shown.size() ? ", " + shown.size() + " of them shown" : "";
        String outside = score.bound().isPresent() ? "; " + told.outside() + " outside the bound" : "";
        out.println(rows(told) + more + outside + ".");
        out.println();
    }

    private static String rows(Told told) {
        return told.lines().size() + (told.lines().size() == 1 ? " row" : " rows");
    }

    private static String csv(Told told) {
        return RowText.csv(told.header())
                + told.lines().stream().map(line -> RowText.csv(line.cells())).collect(Collectors.joining());
    }

    private static void json(Told told, ObjectNode node) {
        Score score = told.score();
        node.put("name", score.name()).put("title", score.title()).put("title_zh", score.titleZh());
        node.put("says", score.says()).put("bound", score.bound().orElse("none"));
        node.put("rows", told.lines().size()).put("outside", told.outside());
    }
}
