package io.siyu.pipelines;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Net revenue of the real web shop, in pence, straight from its raw files: quantity times price, rounded half up line by
 * line, summed by DuckDB. Nothing of the warehouse takes part.
 */
public final class RawRevenue {
    /** How revenue of nobody's lines is keyed. */
    public static final String NOBODY = "";

    private static final Path DATA = Path.of("../../shared/data/ltv");

    private RawRevenue() {}

    /** The raw files, oldest first; they lie beside the checkout and may be absent. */
    public static List<Path> files() {
        return List.of(
                DATA.resolve("uci_online_retail_lines_2010-12_2011-06.csv.gz"),
                DATA.resolve("uci_online_retail_lines_2011-07_2011-12.csv.gz"));
    }

    /** Whether the tests on real lines can run; assume it, and say {@link #files}. */
    public static boolean isHere() {
        return files().stream().allMatch(Files::isRegularFile);
    }

    /** Net pence by date of the invoice, {@code 2010-12-01}, up to {@code last}. */
    public static SortedMap<String, Long> netByDay(LocalDate last) {
        return sums("left(InvoiceDate, 10)", last);
    }

    /**
     * Net pence by customer number, {@link #NOBODY} where there is none, of the invoices up to {@code last}. Whoever was
     * only ever given things is not among them.
     */
    public static SortedMap<String, Long> netByCustomer(LocalDate last) {
        return sums("coalesce(CustomerID, '')", last);
    }

    /** What differs, key by key, in words; empty when both sides say the same. */
    public static List<String> differences(Map<String, Long> found, Map<String, Long> raw) {
        return Stream.concat(found.keySet().stream(), raw.keySet().stream())
                .distinct()
                .sorted()
                .filter(key -> !Objects.equals(found.get(key), raw.get(key)))
                .map(key ->
                        "'" + key + "' has " + found.get(key) + " pence here and " + raw.get(key) + " in the raw files")
                .toList();
    }

    private static SortedMap<String, Long> sums(String key, LocalDate last) {
        String names = files().stream().map(file -> "'" + file + "'").collect(Collectors.joining(", "));
        String sql = "select " + key
                + ", cast(100 * sum(gbp) as bigint) from (select *, round(cast(Quantity as decimal(9, 0))"
                + " * cast(UnitPrice as decimal(9, 4)), 2) as gbp"
                + " from read_csv([" + names + "], header = true, all_varchar = true))"
                + " where gbp <> 0 and left(InvoiceDate, 10) <= '" + last + "' group by 1";
        SortedMap<String, Long> sums = new TreeMap<>();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                sums.put(rows.getString(1), rows.getLong(2));
            }
        } catch (SQLException e) {
            throw new AssertionError("DuckDB cannot sum the raw files", e);
        }
        return sums;
    }
}
