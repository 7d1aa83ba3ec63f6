package io.siyu.pipelines.value.log;

import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A CSV file of covariates, UTF-8, with a header: a row per customer, and beside his name numbers only, 0 and 1 for what is or is not.
 *
 * @param customer the column of customers
 */
public record CovariateFile(Path file, String customer) {
    /** Reads all rows. */
    public Covariates read() {
        List<String> names = new ArrayList<>();
        Map<String, List<Double>> known = new TreeMap<>();
        CsvRows.read(
                file,
                header -> {
                    check(header);
                    names.addAll(header);
                },
                (row, line) -> add(known, names, row, line));
        names.remove(customer);
        return new Covariates(List.copyOf(names), known);
    }

    private void check(List<String> header) {
        header.forEach(name -> CsvRows.utf8(name, Words.path(file) + ":1"));
        if (!header.contains(customer) || header.size() < 2 || header.contains("")) {
            throw Problems.invalid(
                    "header",
                    "of " + Words.path(file),
                    header.isEmpty() ? "none" : String.join(",", header),
                    "'" + customer + "' and a column with a name for each covariate");
        }
    }

    private void add(Map<String, List<Double>> known, List<String> header, List<String> row, long line) {
        if (row.size() > header.size()) {
            throw Problems.invalid(
                    "row",
                    Words.path(file) + ":" + line,
                    row.size() + " cells",
                    "no more cells than the header has names, " + header.size());
        }
        int who = header.indexOf(customer);
        List<Double> numbers = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            if (i != who) {
                numbers.add(number(row.get(i), header.get(i), line));
            }
        }
        String name = CsvRows.utf8(row.get(who), at(line, customer));
        if (name.isEmpty() || known.put(name, List.copyOf(numbers)) != null) {
            throw Problems.invalid(
                    "customer",
                    at(line, customer),
                    name.isEmpty() ? "empty" : "'" + name + "' a second time",
                    "a customer's name, once");
        }
    }

    private double number(String text, String column, long line) {
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw noNumber(text, column, line);
        }
        throw noNumber(text, column, line);
    }

    private RuntimeException noNumber(String text, String column, long line) {
        return Problems.invalid(
                "covariate",
                at(line, column),
                text.isEmpty() ? "empty" : "'" + text + "'",
                "a number, 0 or 1 for a yes or no");
    }

    private String at(long line, String column) {
        return Words.path(file) + ":" + line + " (" + column + ")";
    }
}
