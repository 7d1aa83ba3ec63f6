package io.siyu.pipelines.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.siyu.pipelines.plan.Definition;
import io.siyu.pipelines.privacy.CaseTokens;
import io.siyu.pipelines.sql.JsonRows;
import io.siyu.pipelines.step.Transform;
import io.siyu.pipelines.store.Lake;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Table;
import io.siyu.warehouse.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/**
 * A fact about a table, as a folder whose name is the sentence: {@code <input table>.json} files hold input rows, one JSON
 * object a line (absent columns are null, absent files are empty), {@code expect.json} the rows that must come out, in any
 * order, with the columns it cares for; {@code params.json} may set {@code business_date} and {@code reopened_from}. A case
 * may also begin further up: an input without a file is made of what it reads itself, when the case has a file of that;
 * or further down: a file of an inline table stands for its rows.
 * {@code <phone 13800001111>} within a text stands for the token of that value under the key of cases, which is no secret.
 */
public record GoldenCase(Definition definition, Path folder) {
    /** Those of a case that names none. */
    static final Transform.Dates DATES = new Transform.Dates(LocalDate.of(2026, 11, 20), LocalDate.EPOCH);

    private static final ObjectMapper JSON = new ObjectMapper();

    /** All cases of a table, sorted by sentence. */
    public static List<GoldenCase> of(Definition definition) {
        return folders(definition.table()).stream()
                .map(folder -> new GoldenCase(definition, folder))
                .toList();
    }

    /** The folders of a table's cases, sorted. */
    static List<Path> folders(Table table) {
        if (!Files.isDirectory(table.casesFolder())) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(table.casesFolder())) {
            return folders.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sentence, with spaces. */
    public String sentence() {
        return sentence(folder);
    }

    static String sentence(Path folder) {
        return String.valueOf(folder.getFileName()).replace('_', ' ');
    }

    /** Runs the case; the answer says what is missing and what was not expected, or is empty when all is well. */
    public Optional<String> run(CaseQueries queries) {
        Table table = definition.table();
        Dataset<Row> rows = new CaseRows(queries, folder, dates()).made(definition);
        StructType asserted = asserted(table);
        Column[] columns = Stream.of(asserted.fieldNames())
                .map(c -> functions.col("`" + c + "`"))
                .toArray(Column[]::new);
        JsonRows json = new JsonRows(queries.spark(), asserted);
        List<String> found = json.written(rows.select(columns));
        List<String> wanted = json.normal(lines(folder.resolve("expect.json")));
        return difference(table.name() + ": " + sentence(), wanted, found);
    }

    /** What is missing and what was not expected; empty when both lists hold the same. */
    static Optional<String> difference(String what, List<String> wanted, List<String> found) {
        List<String> missing = without(wanted, found);
        List<String> unexpected = without(found, wanted);
        return missing.isEmpty() && unexpected.isEmpty()
                ? Optional.empty()
                : Optional.of(what + "\n  missing:    " + String.join("\n              ", missing) + "\n  unexpected: "
                        + String.join("\n              ", unexpected));
    }

    private Transform.Dates dates() {
        Path file = folder.resolve("params.json");
        JsonNode params = Files.exists(file) ? json(file, text(file)) : JSON.createObjectNode();
        return new Transform.Dates(
                LocalDate.parse(
                        params.path("business_date").asText(DATES.business().toString())),
                LocalDate.parse(
                        params.path("reopened_from").asText(DATES.reopenedFrom().toString())));
    }

    /** Those columns of the table that the case cares for. */
    private StructType asserted(Table table) {
        Path file = folder.resolve("expect.json");
        TreeSet<String> names = new TreeSet<>();
        lines(file).forEach(line -> json(file, line).fieldNames().forEachRemaining(names::add));
        StructType shape = Lake.schema(table);
        StructType asserted = new StructType();
        for (String name : names.isEmpty() ? table.columnNames() : names) {
            if (table.column(name).isEmpty()) {
                throw CaseRows.unknown(file, name, table);
            }
            asserted = asserted.add(shape.apply(name));
        }
        return asserted;
    }

    private static List<String> without(List<String> all, List<String> taken) {
        List<String> rest = new ArrayList<>(all);
        taken.forEach(rest::remove);
        return rest.stream().sorted().toList();
    }

    static JsonNode json(Path file, String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw Problems.invalid("case", Words.path(file), text, "one JSON object a line");
        }
    }

    static List<String> lines(Path file) {
        return text(file)
                .lines()
                .filter(line -> !line.isBlank())
                .map(CaseTokens::written)
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw Problems.invalid("case", Words.path(file), "the file cannot be read", "expect.json in every case");
        }
    }
}
