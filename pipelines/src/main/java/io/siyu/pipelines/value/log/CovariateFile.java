package io.siyu.pipelines.value.log;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Words;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file of covariates, UTF-8, with a header: a row per customer, and beside his name numbers only, 0 and 1 for what is or is not.
 *
 * @param customer the column of customers
 */
public record CovariateFile(Path file, String customer) {
    /** Reads all rows. */
    public Covariates read() {
        if (!Files.isRegularFile(file)) {
            throw Problems.notReady("read " + Words.path(file), "there is no such file", "Nothing was written");
        }
        CsvParserSettings settings = new CsvParserSettings();
        settings.setLineSeparatorDetectionEnabled(true);
        try (Reader in = Files.newBufferedReader(file)) {
            List<String[]> rows = new CsvParser(settings).parseAll(in);
            List<String> header = rows.isEmpty() ? List.of() : List.of(rows.get(0));
            int who = header.indexOf(customer);
            if (who < 0 || header.size() < 2) {
                throw Problems.invalid(
                        "header",
                        "of " + Words.path(file),
                        header.isEmpty() ? "none" : String.join(",", header),
                        "'" + customer + "' and a column for each covariate");
            }
            Map<String, List<Double>> known = new TreeMap<>();
            for (int i = 1; i < rows.size(); i++) {
                add(known, header, rows.get(i), who, i + 1);
            }
            List<String> names = new ArrayList<>(header);
            names.remove(who);
            return new Covariates(List.copyOf(names), known);
        } catch (IOException e) {
            throw Problems.failed("read " + Words.path(file), String.valueOf(e), "Nothing was written", e);
        }
    }

    private void add(Map<String, List<Double>> known, List<String> header, String[] row, int who, int line) {
        List<Double> numbers = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            if (i != who) {
                numbers.add(number(i < row.length ? row[i] : null, header.get(i), line));
            }
        }
        String name = row[who];
        if (name == null || known.put(name, List.copyOf(numbers)) != null) {
            throw Problems.invalid(
                    "customer",
                    at(line, customer),
                    name == null ? "empty" : "'" + name + "' a second time",
                    "a customer's name, once");
        }
    }

    private double number(@Nullable String text, String column, int line) {
        try {
            double number = Double.parseDouble(text == null ? "" : text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw noNumber(text, column, line);
        }
        throw noNumber(text, column, line);
    }

    private RuntimeException noNumber(@Nullable String text, String column, int line) {
        return Problems.invalid(
                "covariate",
                at(line, column),
                text == null ? "empty" : "'" + text + "'",
                "a number, 0 or 1 for a yes or no");
    }

    private String at(int line, String column) {
        return Words.path(file) + ":" + line + " (" + column + ")";
    }
}
