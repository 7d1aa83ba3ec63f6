package io.siyu.pipelines.bench;

import io.siyu.pipelines.bench.Stopwatch.Work;
import io.siyu.pipelines.step.Inputs;
import io.siyu.pipelines.value.table.NightCounts;
import io.siyu.pipelines.value.table.NightModels;
import io.siyu.warehouse.Catalog;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * What the value of customers costs: a file of purchases is counted, fitted and scored by the queries and the code of the night, for
 * more and more customers; and beside peers on the same file. Start of JVM, Spark and Python is in none of the figures.
 */
public final class ValueBench {
    private final SparkSession spark;
    private final Catalog catalog;
    private final Path folder;
    private final PrintStream out;
    private final List<ValuePeer> peers;
    private final Stopwatch watch;

    /**
     * @param folder for purchases and values; what lies there is replaced
     * @param peers measured too, one after the other
     */
    public ValueBench(SparkSession spark, Catalog catalog, Path folder, PrintStream out, List<ValuePeer> peers) {
        this.spark = spark;
        this.catalog = catalog;
        this.folder = folder;
        this.out = out;
        this.peers = List.copyOf(peers);
        this.watch = new Stopwatch(out);
    }

    /**
     * Measures a tenth, a half and all of the customers, then as many of whom ten have the same history, and prints how they compare.
     *
     * @param customers 10 and more
     * @param beside how many the peers value
     */
    public void run(long customers, long beside) throws IOException {
        TreeSet<Long> sizes = new TreeSet<>(List.of(customers / 10, customers / 2, customers));
        if (!peers.isEmpty()) {
            sizes.add(beside);
        }
        TreeMap<Long, ValueRun> runs = new TreeMap<>();
        for (long size : sizes) {
            runs.put(size, run("", size, size));
        }
        List<ValueRun> table = new ArrayList<>(runs.values());
        ValueRun few = Objects.requireNonNull(runs.get(customers / 10));
        ValueRun alike = run("ten alike", customers, customers / 10);
        table.add(alike);
        months(customers);
        for (ValuePeer peer : peers) {
            out.printf("%n%,d customers, a peer%n", beside);
            Path values = folder.resolve("values-peer.parquet");
            ValuePeer.Measured theirs = peer.value(purchases(beside), ValueWorld.TODAY, values);
            new ValueRace(Objects.requireNonNull(runs.get(beside)), theirs).tell(out);
        }
        out.printf(
                "%n%12s %10s %10s %12s %8s %8s %8s%n",
                "customers", "cells", "of spend", "statistics s", "fit s", "score s", "all s");
        for (ValueRun run : table) {
            out.printf(
                    "%,12d %,10d %,10d %12.1f %8.1f %8.1f %8.1f  %s%n",
                    run.customers(),
                    run.cells(),
                    run.spends(),
                    run.count(),
                    run.fit(),
                    run.score(),
                    run.all(),
                    run.label());
        }
        out.printf(
                "%d cores; this process held up to %s. Ten times the customers with the same histories: %,d cells fitted in"
                        + " %.1f s, before %,d in %.1f s.%n",
                Runtime.getRuntime().availableProcessors(),
                Stopwatch.resident(),
                alike.cells(),
                alike.fit(),
                few.cells(),
                few.fit());
    }

    private ValueRun run(String label, long customers, long processes) {
        Path purchases = label.isEmpty() ? purchases(customers) : folder.resolve("purchases-alike");
        out.printf("%n%,d customers%s%n", customers, label.isEmpty() ? "" : ", " + label);
        watch.time("  purchases drawn and written", () -> {
            new ValueWorld(spark)
                    .purchases(customers, processes)
                    .write()
                    .mode(SaveMode.Overwrite)
                    .parquet(purchases.toString());
            return new Work(spark.read().parquet(purchases.toString()).count(), "purchases");
        });
        return valued(label, customers, tables(purchases).tonight());
    }

    /** The same customers with the month ends that a night's trend is read from. */
    private void months(long customers) {
        out.printf("%n%,d customers, tonight and at the month ends of the trend%n", customers);
        valued("", customers, tables(purchases(customers)).withMonthEnds());
    }

    private ValueRun valued(String label, long customers, Inputs tables) {
        NightCounts[] counts = new NightCounts[1];
        NightModels[] models = new NightModels[1];
        Path values = folder.resolve("values");
        double count = watch.time("  statistics, of the file of purchases", () -> {
            counts[0] = NightCounts.of(tables, ValueWorld.TODAY);
            return new Work(
                    Math.round(counts[0].orders().customers()),
                    "%,d cells, %,d of spend"
                            .formatted(
                                    counts[0].orders().size(),
                                    counts[0].spends().size()));
        });
        double fit = watch.time("  fit, of cells", () -> {
            models[0] = counts[0].fit();
            return new Work(counts[0].orders().size(), models[0].told());
        });
        double score = watch.time("  score at all horizons, values written", () -> {
            models[0].rows().write().mode(SaveMode.Overwrite).parquet(values.toString());
            return new Work(Math.round(counts[0].orders().customers()), "of customers");
        });
        double days = spark.read()
                .parquet(values.toString())
                .selectExpr("sum(orders_365)")
                .head()
                .getDouble(0);
        return new ValueRun(
                label, customers, counts[0].orders().size(), counts[0].spends().size(), count, fit, score, days);
    }

    private ValueTables tables(Path purchases) {
        return new ValueTables(spark, catalog, purchases, ValueWorld.TODAY);
    }

    private Path purchases(long customers) {
        return folder.resolve("purchases-" + customers);
    }
}
