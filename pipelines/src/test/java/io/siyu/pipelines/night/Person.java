package io.siyu.pipelines.night;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Encoders;

/**
 * A person of a small retailer, and where the lake says who it is.
 *
 * @param values the customer, identifiers and phones, clear and as tokens
 */
record Person(SmallHome home, String oneid, Set<String> values) {
    /** A member with a phone who bought at a till and, the night tells, is one customer: the first by OneID. */
    static Person buyer(SmallHome home) {
        String oneid =
                home
                        .ask("dim.identity_span", "released_on is null and node like 'member_id|pospal:%'", "oneid")
                        .stream()
                        .filter(one -> !nodes(home, one, "member_id|crm|").isEmpty()
                                && !nodes(home, one, "phone|").isEmpty())
                        .findFirst()
                        .orElseThrow();
        Set<String> values = new TreeSet<>(Set.of(oneid));
        for (String node : nodes(home, oneid, "")) { // an order number is the retailer's and stays
            if (!node.startsWith("order_no|")) {
                values.add(node.split("\\|", 3)[2]);
            }
        }
        String member = nodes(home, oneid, "member_id|crm|").get(0).split("\\|", 3)[2];
        for (String table : List.of("ods.member", "vault.member")) {
            values.addAll(home.ask(table, "member_id = '" + member + "' and phone is not null", "phone"));
        }
        values.removeIf(value -> value.length() < 7);
        return new Person(home, oneid, values);
    }

    /** The identifiers by which the working tables know the person. */
    List<String> nodes() {
        return nodes(home, oneid, "");
    }

    private static List<String> nodes(SmallHome home, String customer, String begin) {
        return home.ask(
                "dim.identity_span",
                "released_on is null and oneid = '" + customer + "' and startswith(node, '" + begin + "')",
                "node");
    }

    /** Whether a text says one of the values. */
    boolean isIn(String text) {
        return values.stream().anyMatch(text::contains);
    }

    /** {@code table: value} for each working table that says one of the person's values. */
    List<String> held() {
        Installation at = home.open();
        List<String> held = new ArrayList<>();
        at.catalog().tables().stream()
                .filter(t -> t.isStored())
                .forEach(table -> at.lake()
                        .current(at.spark(), table.name())
                        .ifPresent(version -> at.lake()
                                .whole(at.spark(), table.name(), version.number())
                                .toJSON()
                                .as(Encoders.STRING())
                                .collectAsList()
                                .forEach(row -> values.stream()
                                        .filter(row::contains)
                                        .forEach(value -> held.add(table.name() + ": " + value)))));
        return held;
    }

    /**
     * {@code file: value} for what any file of the lake, of the published ones or of the state still says. Logs of tables may name
     * the OneID as the least or the greatest of a file; no row and no identifier leads to it.
     */
    List<String> onDisk() throws IOException {
        Installation at = home.open();
        List<String> found = new ArrayList<>();
        try (Stream<Path> all = Files.walk(home.folder())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (file.startsWith(home.landing())) {
                    continue;
                }
                String text =
                        file.toString().endsWith(".parquet") && !file.toString().contains("_delta_log")
                                ? String.join(
                                        "\n",
                                        at.spark()
                                                .read()
                                                .parquet(file.toString())
                                                .toJSON()
                                                .collectAsList())
                                : Files.readString(file, StandardCharsets.ISO_8859_1);
                values.stream()
                        .filter(text::contains)
                        .filter(value ->
                                !value.equals(oneid) || !file.toString().contains("_delta_log"))
                        .forEach(value -> found.add(home.folder().relativize(file) + ": " + value));
            }
        }
        return found;
    }
}
