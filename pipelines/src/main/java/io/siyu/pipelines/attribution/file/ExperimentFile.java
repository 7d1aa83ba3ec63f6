package io.siyu.pipelines.attribution.file;

import io.siyu.pipelines.attribution.Arm;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/** A file of an experiment: a row per person, with the arm they were assigned to and what they did. */
public final class ExperimentFile {
    private ExperimentFile() {}

    /**
     * The arms, by name.
     *
     * @param arm column of the arm
     * @param outcome column of what people did afterwards
     * @param before column of what they did before, if any
     */
    public static Map<String, Arm> read(Path file, String arm, String outcome, Optional<String> before) {
        Map<String, DoubleStream.Builder> outcomes = new TreeMap<>();
        Map<String, DoubleStream.Builder> befores = new TreeMap<>();
        try (DelimitedFile rows = DelimitedFile.open(file)) {
            ColumnNames names = new ColumnNames(file, rows.header());
            int at = names.required("arms", "--arm", Optional.of(arm), List.of());
            int after = names.required("the outcome", "--outcome", Optional.of(outcome), List.of());
            Optional<Integer> earlier = names.optional("the time before", before, List.of());
            for (String[] cells = rows.next(); cells != null; cells = rows.next()) {
                outcomes.computeIfAbsent(cells[at], name -> DoubleStream.builder())
                        .add(number(cells[after], after, rows));
                DoubleStream.Builder known = befores.computeIfAbsent(cells[at], name -> DoubleStream.builder());
                if (earlier.isPresent()) {
                    known.add(number(cells[earlier.get()], earlier.get(), rows));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Arm> arms = new TreeMap<>();
        befores.forEach((name, known) -> arms.put(
                name,
                arm(
                        file,
                        name,
                        outcomes.getOrDefault(name, DoubleStream.builder())
                                .build()
                                .toArray(),
                        known.build().toArray())));
        return arms;
    }

    private static Arm arm(Path file, String name, double[] outcome, double[] before) {
        if (outcome.length < 2) {
            throw Problems.cannot(
                    "compare arm '" + name + "' of " + Words.path(file),
                    "only one person is in it",
                    "Nothing was compared; name the column of arms with --arm, or take that row out");
        }
        return new Arm(name, outcome, before);
    }

    private static double number(String text, int column, DelimitedFile rows) {
        try {
            double number = Double.parseDouble(text.strip());
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, as what is no finite number.
        }
        throw Problems.invalid(
                "number",
                rows.where() + ", column " + rows.header().get(column),
                "'" + text + "'",
                "a number such as 12.50; what nobody knows is left out with its row, or is 0");
    }
}
