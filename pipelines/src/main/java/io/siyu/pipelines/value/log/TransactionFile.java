package io.siyu.pipelines.value.log;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Words;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

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
        if (!Files.isRegularFile(file)) {
            throw Problems.notReady("read " + Words.path(file), "there is no such file", "Nothing was written");
        }
        Map<String, Customer> customers = new TreeMap<>();
        CsvParser parser = new CsvParser(settings());
        try (InputStream in = open()) {
            parser.beginParsing(new InputStreamReader(in, StandardCharsets.UTF_8));
            String[] header = parser.parseNext();
            List<String> columns = header == null ? List.of() : List.of(header);
            int who = place(columns, "--customer", customer);
            int when = place(columns, "--date", date);
            int what = place(columns, "--amount", amount);
            String[] row;
            while ((row = parser.parseNext()) != null) {
                add(
                        customers,
                        row,
                        new int[] {who, when, what},
                        parser.getContext().currentLine());
            }
        } catch (IOException e) {
            throw Problems.failed("read " + Words.path(file), String.valueOf(e), "Nothing was written", e);
        }
        return List.copyOf(customers.values());
    }

    private void add(Map<String, Customer> customers, String[] row, int[] places, long line) {
        String who = cell(row, places[0]);
        if (who == null) {
            return;
        }
        LocalDate day = day(cell(row, places[1]), line);
        double money = money(cell(row, places[2]), line);
        Customer known = customers.computeIfAbsent(who, id -> new Customer(id, new TreeMap<>(), new TreeMap<>()));
        if (money < 0) {
            known.refunds().merge(day, -money, Double::sum);
        } else if (money >= least) {
            known.purchases().merge(day, money, Double::sum);
        }
    }

    private static @Nullable String cell(String[] row, int place) {
        return place < row.length && row[place] != null && !row[place].isBlank() ? row[place].strip() : null;
    }

    private LocalDate day(@Nullable String text, long line) {
        String day = text == null ? "" : text.split("[T ]", 2)[0];
        for (DateTimeFormatter format : DATES) {
            try {
                return LocalDate.parse(day, format);
            } catch (DateTimeParseException e) {
                continue;
            }
        }
        throw Problems.invalid("date", at(line, date), found(text), "a date such as 2026-11-20");
    }

    private double money(@Nullable String text, long line) {
        try {
            double money = Double.parseDouble(text == null ? "" : text);
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

    private static String found(@Nullable String text) {
        return text == null ? "empty" : "'" + text + "'";
    }

    private int place(List<String> columns, String option, String name) {
        int place = columns.indexOf(name);
        if (place < 0) {
            throw Problems.invalid(
                    "option",
                    option,
                    name + Words.didYouMean(name, columns),
                    "a column of " + Words.path(file) + ": " + Words.list(columns));
        }
        return place;
    }

    private InputStream open() throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        bytes.mark(2);
        boolean gzip = bytes.read() == 0x1F && bytes.read() == 0x8B;
        bytes.reset();
        return gzip ? new GZIPInputStream(bytes, 1 << 16) : bytes;
    }

    private static CsvParserSettings settings() {
        CsvParserSettings settings = new CsvParserSettings();
        settings.setLineSeparatorDetectionEnabled(true);
        settings.getFormat().setComment('\0');
        settings.setMaxCharsPerColumn(-1);
        settings.setMaxColumns(4096);
        return settings;
    }
}
