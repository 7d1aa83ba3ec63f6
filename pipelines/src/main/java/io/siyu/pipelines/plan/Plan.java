package io.siyu.pipelines.plan;

import io.siyu.pipelines.erase.PersonColumns;
import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.Layer;
import io.siyu.warehouse.Lineage;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Table;
import io.siyu.warehouse.Words;
import io.siyu.warehouse.identity.IdModel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
        return of(spark, catalog, IdModel.read(catalog.house()));
    }

    /** The same with other kinds of identifiers than the house has. */
    public static Plan of(SparkSession spark, Catalog catalog, IdModel identities) {
        Map<String, Set<String>> named = new TreeMap<>();
        Map<String, Set<String>> needs = new TreeMap<>();
        Map<String, Optional<String>> texts = new TreeMap<>();
        for (Table table : catalog.tables()) {
            if (!table.isKeptByEngine()) {
                Optional<String> sql = Queries.of(catalog, table, identities);
                Set<String> reads = Queries.reads(spark, table, sql);
                texts.put(table.name(), sql);
                named.put(table.name(), reads);
                PersonColumns.of(table, table.columnNames(), identities);
                needs.put(table.name(), needs(catalog, table, reads));
            }
        }
        Map<String, Definition> definitions = new TreeMap<>();
        Lineage lineage = Lineage.of(catalog, needs);
        for (String name : lineage.order()) {
            Table table = catalog.table(name);
            definitions.put(
                    name,
                    define(
                            table,
                            texts.getOrDefault(name, Optional.empty()),
                            named.getOrDefault(name, Set.of()),
                            definitions));
        }
        return new Plan(catalog, lineage, definitions);
    }

    /**
     * What a table reads and its columns refer to, but for what the engine itself keeps. Who has been erased is known before
     * anything lands.
     */
    private static Set<String> needs(Catalog catalog, Table table, Set<String> reads) {
        Set<String> needs = new TreeSet<>(reads);
        table.columns().forEach(column -> column.references().ifPresent(needs::add));
        if (table.layer() == Layer.ODS) {
            catalog.find(Table.TOMBSTONES).map(Table::name).ifPresent(needs::add);
        }
        needs.remove(table.name());
        needs.removeIf(name -> catalog.find(name).filter(Table::isKeptByEngine).isPresent());
        return needs;
    }

    public Catalog catalog() {
        return catalog;
    }

    public Lineage lineage() {
        return lineage;
    }

    /** All definitions, each after those it reads. */
    public List<Definition> definitions() {
        return lineage.order().stream().map(this::definition).toList();
    }

    /** The definitions of stored tables, each after those it reads. */
    public List<Definition> steps() {
        return definitions().stream().filter(d -> d.table().isStored()).toList();
    }

    public Definition definition(String table) {
        catalog.table(table);
        return Optional.ofNullable(definitions.get(table)).orElseThrow();
    }

    /** What must be built before a table: the tables it reads, and those that its columns refer to. */
    public Set<String> needs(String table) {
        Definition definition = definition(table);
        return needs(catalog, definition.table(), definition.reads());
    }

    /** Steps of these names and all steps that they need, in plan order. */
    public List<Definition> upTo(Collection<String> names) {
        Set<String> needed = lineage.upstream(names);
        return steps().stream().filter(d -> needed.contains(d.name())).toList();
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
                    "choose " + groupOrStep,
                    "it is neither a step nor a group" + Words.didYouMean(groupOrStep, known),
                    "Groups are " + Layer.ids() + ", publish; the steps are listed by: bin/siyu plan --show");
        }
        Definition chosen = definition(groupOrStep);
        if (!chosen.table().isStored()) {
            throw Problems.cannot(
                    "choose " + groupOrStep,
                    "it is inline: its rows are never stored",
                    "Choose one that is made of it: "
                            + Words.list(steps().stream()
                                    .filter(step -> step.inlines().contains(chosen))
                                    .map(Definition::name)
                                    .toList()));
        }
        return List.of(chosen);
    }

    /** {@code before} has the definitions of all it names. */
    private static Definition define(
            Table table, Optional<String> sql, Set<String> named, Map<String, Definition> before) {
        Set<String> reads = new TreeSet<>();
        Set<Definition> inlines = new LinkedHashSet<>();
        for (String name : named) {
            Definition read = before.get(name);
            if (read == null || read.table().isStored()) {
                reads.add(name);
            } else {
                reads.addAll(read.reads());
                inlines.addAll(read.inlines());
                inlines.add(read);
            }
        }
        String follows = sql.orElseGet(() -> table.transform().orElse("")) + "\n" + table.grain() + table.newest()
                + (table.first().isEmpty() ? "" : table.first() + "while" + table.firstWhile())
                + table.partition() + table.dates() + (table.quiet().isEmpty() ? "" : "quiet" + table.quiet())
                + new TreeMap<>(table.params()) + types(table)
                + inlines.stream().map(Definition::fingerprint).collect(Collectors.joining());
        return new Definition(
                table, sql, reads, List.copyOf(inlines), sha256(follows).substring(0, 16));
    }

    private static List<String> types(Table table) {
        return table.columns().stream().map(c -> c.name() + ":" + c.type()).toList();
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
