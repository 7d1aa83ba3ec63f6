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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.SparkSession;

/** A house with one feed of lists: contacts by guide. */
final class ListHouse {
    private static final Path SHIPPED = Path.of("../warehouse/tables/ods");

    private final SparkSession spark = TestSpark.session();
    private final Path folder;
    private final Lake lake;
    private final Plan plan;
    private int runs;

    /** @param guard what {@code snapshot:} says beside the key */
    ListHouse(Path folder, String guard) {
        this.folder = folder;
        this.lake = new Lake(folder.resolve("lake").toString());
        text("house/tables/ods/contact/table.yml", """
                name: ods.contact
                description: Contacts.
                grain: [guide, customer, _drop_date, _take]
                owner: o
                columns:
                  - {name: guide, required: true, description: d}
                  - {name: customer, required: true, description: d}
                  - {name: remark, description: d}
                """);
        text("house/tables/ods/contact/feed.yml", """
                files: contact*.csv
                format: csv
                header: {match: name}
                snapshot:
                  key: [guide, customer]
                """ + guard.indent(2));
        try {
            for (String name : List.of("file_manifest", "quarantine")) {
                FileUtils.copyDirectory(
                        SHIPPED.resolve(name).toFile(),
                        folder.resolve("house/tables/ods").resolve(name).toFile());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Catalog catalog = Catalog.load(new House(List.of(folder.resolve("house"))));
        this.plan = Plan.of(spark, catalog);
        EngineTables.prepare(spark, lake, catalog);
    }

    /** Puts a list into a drop folder: entries like {@code g1/c1=remark}. */
    ListHouse list(int day, String... entries) {
        return file(day, "contact.csv", entries);
    }

    ListHouse file(int day, String name, String... entries) {
        StringBuilder text = new StringBuilder("guide,customer,remark\n");
        for (String entry : entries) {
            text.append(entry.replaceAll("[/=]", ",")).append('\n');
        }
        text("landing/" + date(day) + "/" + name, text.toString());
        return this;
    }

    /** Lands what is there up to a day, in a run of its own. */
    Outcome land(int day) {
        runs++;
        return land(day, "run-" + runs, false);
    }

    /** Lands in the run before once more, as after a kill. */
    Outcome landAgain(int day) {
        return land(day, "run-" + runs, true);
    }

    private Outcome land(int day, String id, boolean resumed) {
        Run run = new Run(id, LocalDate.parse(date(day)), "test", false, resumed, new TreeSet<>());
        return new LandStep(
                        spark,
                        lake,
                        folder.resolve("landing"),
                        folder.resolve("state"),
                        new Sources(Map.of(), name -> null),
                        IdModel.read(plan.catalog().house()))
                .run(plan.definition("ods.contact"), run);
    }

    /** The landed rows by day and key: {@code 2 g1/c1 gone 2}, where the last is the remark or the first day absent. */
    List<String> log() {
        return ask(
                "ods.contact",
                "concat(day(_drop_date), ' ', guide, '/', customer, ' ', _change, ' ',"
                        + " coalesce(remark, day(_absent_from), ''))");
    }

    /** What the log says of each key, in the order of days, repetitions left out: what tables behind it are made of. */
    List<String> story() {
        String said = "if(_change = 'present', coalesce(remark, ''), '-')";
        return lake
                .whole(spark, "ods.contact", version("ods.contact"))
                .where("_change <> 'missing'")
                .selectExpr(
                        "guide",
                        "customer",
                        said + " as said",
                        "coalesce(_absent_from, _drop_date) as since",
                        "lag(" + said + ") over (partition by guide, customer order by _drop_date, _take) as before")
                .where("coalesce(before, '-') <> said")
                .selectExpr("concat(guide, '/', customer, ' ', day(since), ' ', said) as line")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }

    List<String> ask(String table, String expression) {
        return lake.whole(spark, table, version(table)).selectExpr(expression).collectAsList().stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }

    /** All columns of all landed rows. */
    List<String> rows() {
        return ask("ods.contact", "to_json(struct(*))");
    }

    private long version(String table) {
        return lake.current(spark, table).orElseThrow().number();
    }

    private static String date(int day) {
        return "2026-11-%02d".formatted(day);
    }

    private void text(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
