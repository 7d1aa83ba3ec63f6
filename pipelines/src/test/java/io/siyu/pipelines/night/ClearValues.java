package io.siyu.pipelines.night;

import io.siyu.pipelines.release.Pinned;
import io.siyu.pipelines.release.Release;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Phones and whole names of members as they landed, and where else they stand. */
record ClearValues(SmallHome home, Set<String> values) {
    private static final Pattern LIKE_ONE =
            Pattern.compile("(?<![0-9])1[3-9][0-9]{9}(?![0-9])|(?<![一-龥])[一-龥]{2,4}(?![一-龥])");

    /** Read from landed rows, not from tables that were made of them; a store's own phone is nobody's. */
    static ClearValues of(SmallHome home) {
        Set<String> values = new TreeSet<>(home.ask("ods.member", "name rlike '^[一-龥]{2,4}$'", "name"));
        for (String of : List.of("ods.member", "ods.pos_ticket")) {
            home.ask(of, "phone is not null", "phone").forEach(phone -> found(phone, values));
        }
        home.ask("ods.store", "phone is not null", "phone").forEach(values::remove);
        return new ClearValues(home, values);
    }

    /** {@code table: value} for each that a published table beyond ods and the vault has. */
    List<String> inTables(Release release) {
        Installation at = home.open();
        List<String> found = new ArrayList<>();
        for (String table : release.versions().keySet()) {
            if (!table.startsWith("ods.") && !table.startsWith("vault.")) {
                Dataset<Row> rows = new Pinned(at.lake(), release).rows(at.spark(), table);
                Set<String> stands = new TreeSet<>();
                rows.toJSON().as(Encoders.STRING()).collectAsList().forEach(row -> found(row, stands));
                stands.retainAll(values);
                stands.forEach(value -> found.add(table + ": " + value));
            }
        }
        return found;
    }

    /** The same of the files that people get, and of the logs of all tables with their column statistics. */
    List<String> inFiles() {
        List<String> found = new ArrayList<>();
        for (Path folder :
                List.of(home.folder().resolve("published"), home.folder().resolve("lake"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(f -> isRead(folder, f)).toList()) {
                    Set<String> stands = new TreeSet<>();
                    found(Files.readString(file, StandardCharsets.ISO_8859_1), stands);
                    found(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), stands);
                    stands.retainAll(values);
                    stands.forEach(value -> found.add(folder.relativize(file) + ": " + value));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    private static boolean isRead(Path folder, Path file) {
        return Files.isRegularFile(file)
                && (folder.endsWith("published") || file.toString().endsWith(".json"));
    }

    private static void found(String text, Set<String> into) {
        Matcher matcher = LIKE_ONE.matcher(text);
        while (matcher.find()) {
            into.add(matcher.group());
        }
    }
}
