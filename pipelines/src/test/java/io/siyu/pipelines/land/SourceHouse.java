package io.siyu.pipelines.land;

import io.siyu.pipelines.TestSpark;
import io.siyu.pipelines.extract.Sources;
import io.siyu.pipelines.plan.Plan;
import io.siyu.pipelines.step.Outcome;
import io.siyu.pipelines.step.Run;
import io.siyu.pipelines.store.Lake;
import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.House;
import io.siyu.warehouse.identity.IdModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/** A house of feeds that are read from a database, a retailer's own folder over it if there is one, and that database. */
final class SourceHouse {
    private final SparkSession spark = TestSpark.session();
    private final Path folder;
    private final String url;
    private final Lake lake;
    private int runs;

    SourceHouse(Path folder, String url) {
        this.folder = folder;
        this.url = url;
        this.lake = new Lake(folder.resolve("lake").toString());
    }

    /** Where a test may let a file land by itself. */
    Path landing() {
        return folder.resolve("landing");
    }

    String url() {
        return url;
    }

    SparkSession spark() {
        return spark;
    }

    SourceHouse text(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies a shipped table's folder, all of it or only what says what it is. */
    SourceHouse shipped(String table, String... files) {
        Path from = Path.of("../warehouse/tables").resolve(table.replace('.', '/'));
        for (String file : files) {
            try {
                text("house/tables/" + table.replace('.', '/') + "/" + file, Files.readString(from.resolve(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return this;
    }

    SourceHouse sql(String... statements) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            return this;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Answers of the database, a row's values joined by blanks. */
    List<String> query(String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> answers = new ArrayList<>();
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    values.add(rows.getString(i));
                }
                answers.add(String.join(" ", values));
            }
            return answers;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lands a feed's news of a day of November, in a run of its own. */
    Outcome land(String feed, int day) {
        runs++;
        return land(feed, day, "run-" + runs, false, Map.of("shop", Map.of("url", url)));
    }

    /** Goes on with the run before, as after a kill. */
    Outcome landAgain(String feed, int day) {
        return land(feed, day, "run-" + runs, true, Map.of("shop", Map.of("url", url)));
    }

    /** Lands with other settings. */
    Outcome land(String feed, int day, Map<String, Map<String, String>> sources) {
        runs++;
        return land(feed, day, "run-" + runs, false, sources);
    }

    private Outcome land(String feed, int day, String id, boolean resumed, Map<String, Map<String, String>> sources) {
        Plan plan = plan();
        EngineTables.prepare(spark, lake, plan.catalog());
        LocalDate date = LocalDate.parse("2026-11-%02d".formatted(day));
        Run run = new Run(id, date, "test", false, resumed, new TreeSet<>());
        return new LandStep(
                        spark,
                        lake,
                        landing(),
                        folder.resolve("state"),
                        new Sources(sources, name -> null),
                        IdModel.read(plan.catalog().house()))
                .run(plan.definition(feed), run);
    }

    Plan plan() {
        shipped("ods.file_manifest", "table.yml").shipped("ods.quarantine", "table.yml");
        List<Path> roots = Stream.of("house", "own")
                .map(folder::resolve)
                .filter(Files::isDirectory)
                .toList();
        return Plan.of(spark, Catalog.load(new House(roots)));
    }

    /** Rows of a table as it stands, each as one text, sorted. */
    List<String> ask(String table, String expression) {
        long version = lake.current(spark, table).orElseThrow().number();
        return lake.whole(spark, table, version).selectExpr(expression).collectAsList().stream()
                .map(row -> String.valueOf(row.getString(0)))
                .sorted()
                .toList();
    }

    /** {@code 20 ..20261121T000000 landed 3=2+1}: day, bounds, status, records = landed + quarantined. */
    List<String> manifest() {
        return ask(
                "ods.file_manifest",
                "concat(day(drop_date), ' ', regexp_extract(file, '@(.*)[.]jsonl', 1), ' ', status, ' ', record_rows, '=',"
                        + " landed_rows, '+', quarantined_rows, if(reason is null, '', concat(' ', reason)))");
    }

    /** What lies in landing and state after all, names only. */
    List<String> extracts() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(name -> name.startsWith("landing/") || name.startsWith("state/extract/"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
