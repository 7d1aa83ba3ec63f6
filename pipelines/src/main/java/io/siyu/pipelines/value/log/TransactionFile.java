package io.siyu.pipelines.value.log;

import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Words;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A CSV file of transactions, UTF-8, with a header; packed by gzip or not. Rows of one customer and day are one purchase.
 *
 * @param customer the column of customers; a row without one is left out
 * @param date the column of dates: 2026-11-20, 2026/11/20 or 20261120, a time may follow
 * @param amount the column of amounts in any one unit of money; below 0 it is a refund
 * @param least a smaller amount is no purchase; 0 keeps purchases of no value
 */
public record TransactionFile(Path file, String customer, String date, String amount, double least) {
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.BASIC_ISO_DATE,
            DateTimeFormatter.ofPattern("yyyy/M/d", java.util.Locale.ROOT));

    /** Reads all rows; customers in the order of their names. */
    public List<Customer> read() {
        Map<String, Customer> customers = new TreeMap<>();
        int[] places = new int[3];
        CsvRows.read(
                file,
                columns -> {
                    places[0] = place(columns, "--customer", customer);
                    places[1] = place(columns, "--date", date);
                    places[2] = place(columns, "--amount", amount);
                },
                (row, line) -> add(customers, row, places, line));
        return List.copyOf(customers.values());
    }

    private void add(Map<String, Customer> customers, List<String> row, int[] places, long line) {
        String who = CsvRows.utf8(row.get(places[0]).strip(), at(line, customer));
        if (who.isEmpty()) {
            return;
        }
        LocalDate day = day(row.get(places[1]).strip(), line);
        double money = money(row.get(places[2]).strip(), line);
        Customer known = customers.computeIfAbsent(who, id -> new Customer(id, new TreeMap<>(), new TreeMap<>()));
        if (money < 0) {
            known.refunds().merge(day, -money, Double::sum);
        } else if (money >= least) {
            known.purchases().merge(day, money, Double::sum);
        }
    }

    private LocalDate day(String text, long line) {
        String day = text.split("[T ]", 2)[0];
        for (DateTimeFormatter format : DATES) {
            try {
                return LocalDate.parse(day, format);
            } catch (DateTimeParseException e) {
                continue;
            }
        }
        throw Problems.invalid("date", at(line, date), found(text), "a date such as 2026-11-20");
    }

    private double money(String text, long line) {
        try {
            double money = Double.parseDouble(text);
            if (Double.isFinite(money)) {
                return money;
            }
        } catch (NumberFormatException e) {
            throw Problems.invalid("amount", at(line, amount), found(text), "a number such as 129.50");
        }
        throw Problems.invalid("amount", at(line, amount), found(text), "a number such as 129.50");
    }

    private String at(long line, String column) {
        return Words.path(file) + ":" + line + " (" + column + ")";
    }

    private static String found(String text) {
        return text.isEmpty() ? "empty" : "'" + text + "'";
    }

    private int place(List<String> columns, String option, String name) {
        int place = columns.indexOf(name);
        if (place < 0) {
            columns.forEach(column -> CsvRows.utf8(column, Words.path(file) + ":1"));
            throw Problems.invalid(
                    "option",
                    option,
                    name + Words.didYouMean(name, columns),
                    "a column of " + Words.path(file) + ": " + Words.list(columns));
        }
        return place;
    }
}
