package io.siyu.pipelines.step;

import io.siyu.pipelines.TestSpark;
import io.siyu.pipelines.plan.Plan;
import io.siyu.pipelines.store.CommitNote;
import io.siyu.pipelines.store.Lake;
import io.siyu.pipelines.store.Writer;
import io.siyu.quality.NoRows;
import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.House;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A house of four tables, one for each way of writing, over one landed table that tests fill by hand. */
final class SmallHouse {
    final SparkSession spark = TestSpark.session();
    final Path root;
    final Lake lake;
    /** Tables whose verdict was kept, in order. */
    final List<String> kept = new ArrayList<>();

    /** Done when a verdict is kept, before the rows are written. */
    Consumer<String> whenKept = table -> {};

    Plan plan;

    SmallHouse(Path folder) {
        root = folder.resolve("house");
        lake = new Lake(folder.resolve("lake").toString());
        table(
                "ods/sale",
                "grain: [id, _row_hash]",
                "{name: id, description: d}, {name: day, description: d}, {name: fen, description: d}, {name: version, description: d}");
        file("tables/ods/sale/feed.yml", "files: sale/*.csv\nformat: csv\n");
        table(
                "dwd/sale",
                "grain: [id]\nnewest: [version]\npartition: first_day\ndates: [day]",
                "{name: id, type: string, required: true, description: d}, {name: first_day, type: date, required: true, description: d}, {name: day, type: date, description: d}, {name: pay_fen, type: bigint, unit: fen, description: d}, {name: version, type: int, description: d}");
        file(
                "tables/dwd/sale/rows.sql",
                "select id, date'2026-11-01' as first_day, cast(day as date) as day, cast(fen as bigint) as pay_fen, cast(version as int) as version from ods.sale");
        table(
                "dws/day",
                "grain: [business_date]\npartition: business_date",
                "{name: business_date, type: date, required: true, description: d}, {name: sales, type: int, description: d}, {name: pay_fen, type: bigint, unit: fen, description: d}");
        file(
                "tables/dws/day/rows.sql",
                "select day as business_date, cast(count(*) as int) as sales, sum(pay_fen) as pay_fen from dwd.sale where day between :reopened_from and :business_date group by day");
        table(
                "ads/total",
                "grain: [what]",
                "{name: what, type: string, required: true, description: d}, {name: pay_fen, type: bigint, unit: fen, description: d}");
        file("tables/ads/total/rows.sql", "select 'all' as what, sum(pay_fen) as pay_fen from dws.day");
        load();
    }

    void load() {
        plan = Plan.of(spark, Catalog.load(new House(List.of(root))));
    }

    void file(String path, String text) {
        try {
            Files.createDirectories(root.resolve(path).getParent());
            Files.writeString(root.resolve(path), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void table(String path, String keys, String columns) {
        file(
                "tables/" + path + "/table.yml",
                "name: " + path.replace('/', '.') + "\ndescription: d\nowner: o\n" + keys + "\ncolumns: [" + columns
                        + "]\n");
    }

    /** Lands sales, each "id day fen version", in the drop folder of a date. */
    void land(String drop, String... sales) {
        Writer writer = prepare();
        StringBuilder values = new StringBuilder();
        for (String sale : sales) {
            values.append(values.isEmpty() ? "" : ", ")
                    .append("('")
                    .append(sale.replace(" ", "','"))
                    .append("')");
        }
        Dataset<Row> rows = spark.sql("select id, day, fen, version, date'" + drop
                + "' as _drop_date, 'f' as _file, 1L as _row_no, '' as _raw, md5(concat(id, day, fen, version)) as _row_hash, timestamp'"
                + drop + "' as _ingest_ts from values " + values + " as t(id, day, fen, version)");
        CommitNote note = new CommitNote(
                "land-" + drop,
                "ods.sale",
                drop,
                "test",
                "",
                new TreeMap<>(),
                new TreeSet<>(List.of(drop)),
                sales.length,
                "");
        writer.append("ods.sale", rows, note);
    }

    /** Makes the landed table, if it is not there. */
    Writer prepare() {
        Writer writer = new Writer(spark, lake);
        writer.prepare(
                plan.catalog().table("ods.sale"),
                lake.current(spark, "ods.sale").isPresent());
        return writer;
    }

    /** Runs the steps after landing; answers "dwd.sale written, dws.day unchanged, ...". */
    String night(String run, String date) {
        StringBuilder told = new StringBuilder();
        for (String name : List.of("dwd.sale", "dws.day", "ads.total")) {
            told.append(told.isEmpty() ? "" : ", ")
                    .append(name)
                    .append(' ')
                    .append(step(run, date, name).verdict());
        }
        return told.toString();
    }

    /** Runs one step. */
    Outcome step(String run, String date, String name) {
        Gate gate = (r, table, rows, tables) -> new Gate.Passed(
                NoRows.in(rows) ? 0 : rows.count(), "", () -> keep(table.name()), () -> kept.remove(table.name()));
        return new TableStep(spark, lake, plan, gate)
                .run(plan.definition(name), new Run(run, LocalDate.parse(date), "test", false, false, new TreeSet<>()));
    }

    private void keep(String table) {
        kept.add(table);
        whenKept.accept(table);
    }

    /** Makes it impossible to write a table: a file stands where its log must be. */
    void spoil(String table) {
        Path log = Path.of(lake.path(table), "_delta_log");
        try {
            FileUtils.deleteDirectory(log.toFile());
            Files.writeString(log, "spoilt");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All rows of a table, sorted. */
    String rows(String table) {
        return lake.rows(spark, table, version(table)).collectAsList().stream()
                .map(Row::toString)
                .sorted()
                .toList()
                .toString();
    }

    long version(String table) {
        return lake.current(spark, table).orElseThrow().number();
    }
}
