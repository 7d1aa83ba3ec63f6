package io.siyu.pipelines.cli;

import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.Column;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Table;
import io.siyu.warehouse.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints a table's grain and columns. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "One table: what a row is, and each column with its type, its values and what it says.")
final class ContractShowCommand implements Callable<Integer> {
    @Mixin
    private Home home = new Home();

    @Parameters(paramLabel = "TABLE", description = "A name as contract list prints it.")
    private String name = "";

    @Override
    public Integer call() {
        Catalog catalog = Catalog.load(home.settings().houses());
        List<String> names = catalog.tables().stream().map(Table::name).toList();
        if (!names.contains(name)) {
            throw Problems.invalid(
                    "argument", "TABLE", "'" + name + "' is no table" + Words.didYouMean(name, names), "a table");
        }
        lines(catalog.table(name)).forEach(System.out::println);
        return 0;
    }

    static List<String> lines(Table table) {
        List<String> lines = new ArrayList<>();
        lines.add(table.name() + ": " + table.description());
        lines.add("one row per " + Words.list(table.grain()) + (table.inline() ? ", never stored" : ""));
        int widest = table.columnNames().stream().mapToInt(String::length).max().orElse(0);
        for (Column column : table.columns()) {
            String values = column.values().isEmpty() ? "" : " Values: " + Words.list(column.values()) + ".";
            lines.add(String.format(
                    "  %-" + widest + "s  %-9s  %s", column.name(), column.type(), column.description() + values));
        }
        lines.add("file: " + Words.path(table.contractFile()));
        return lines;
    }
}
