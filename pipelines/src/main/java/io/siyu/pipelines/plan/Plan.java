package io.siyu.pipelines.plan;

import io.siyu.pipelines.sql.SqlText;
import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.Layer;
import io.siyu.warehouse.Lineage;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Table;
import io.siyu.warehouse.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;

/** Every table of a house in an order in which it can be built; the arrows are read out of the SQL. */
public final class Plan {
    private final Catalog catalog;
    private final Lineage lineage;
    private final Map<String, Definition> definitions;

    private Plan(Catalog catalog, Lineage lineage, Map<String, Definition> definitions) {
        this.catalog = catalog;
        this.lineage = lineage;
        this.definitions = definitions;
    }

    /** Parses every SQL text and checks the arrows. */
    public static Plan of(SparkSession spark, Catalog catalog) {
        Map<String, Definition> definitions = new TreeMap<>();
        Map<String, Set<String>> reads = new TreeMap<>();
        for (Table table : catalog.tables()) {
            if (table.isKeptByEngine()) {
                continue;
            }
            Definition definition = define(spark, table);
            definitions.put(table.name(), definition);
            Set<String> needs = new TreeSet<>(definition.reads());
            table.columns().forEach(column -> column.references().ifPresent(needs::add));
            needs.remove(table.name());
            reads.put(table.name(), needs);
        }
        return new Plan(catalog, Lineage.of(catalog, reads), definitions);
    }

    public Catalog catalog() {
        return catalog;
    }

    public Lineage lineage() {
        return lineage;
    }

    /** All definitions, each after those it reads. */
    public List<Definition> steps() {
        return lineage.order().stream().map(this::definition).toList();
    }

    public Definition definition(String table) {
        catalog.table(table);
        return Optional.ofNullable(definitions.get(table)).orElseThrow();
    }

    /** What must be built before a table: the tables it reads, and those that its columns refer to. */
    public Set<String> needs(String table) {
        return lineage.reads().getOrDefault(table, Set.of());
    }

    /** The steps of a group (a layer's id) or the single step with this name, in plan order. */
    public List<Definition> select(String groupOrStep) {
        if (Layer.of(groupOrStep).isPresent()) {
            return steps().stream()
                    .filter(d -> d.table().layer().id().equals(groupOrStep))
                    .toList();
        }
        if (!definitions.containsKey(groupOrStep)) {
            List<String> known = new ArrayList<>(definitions.keySet());
            known.add("publish");
            throw Problems.cannot(
                    "run " + groupOrStep,
                    "it is neither a step nor a group" + Words.didYouMean(groupOrStep, known),
                    "Groups are " + Layer.ids() + ", publish; the steps are listed by: bin/siyu plan --show");
        }
        return List.of(definition(groupOrStep));
    }

    private static Definition define(SparkSession spark, Table table) {
        Optional<String> sql = Files.exists(table.sqlFile()) ? Optional.of(read(table.sqlFile())) : Optional.empty();
        Set<String> reads = sql.map(text -> readsOf(spark, table, text)).orElseGet(() -> new TreeSet<>(table.reads()));
        String follows = sql.orElseGet(() -> table.transform().orElse("")) + "\n" + table.grain() + table.newest()
                + table.partition() + table.dates() + new TreeMap<>(table.params()) + types(table);
        return new Definition(table, sql, reads, sha256(follows).substring(0, 16));
    }

    private static List<String> types(Table table) {
        return table.columns().stream().map(c -> c.name() + ":" + c.type()).toList();
    }

    private static Set<String> readsOf(SparkSession spark, Table table, String text) {
        try {
            return SqlText.parse(spark, text).reads();
        } catch (IllegalArgumentException e) {
            throw Problems.invalid("SQL", Words.path(table.sqlFile()), String.valueOf(e.getMessage()), "one SELECT");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw Problems.invalid("SQL", Words.path(file), "the file cannot be read (" + e + ")", "UTF-8 text");
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
