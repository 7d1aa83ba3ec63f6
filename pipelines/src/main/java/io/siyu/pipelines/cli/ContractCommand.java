package io.siyu.pipelines.cli;

import io.siyu.warehouse.Catalog;
import io.siyu.warehouse.Odcs;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Table;
import io.siyu.warehouse.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the tables are. */
@Command(
        name = "contract",
        mixinStandardHelpOptions = true,
        description = "List the tables, show the columns of one, or export the contracts for other tools.",
        subcommands = {ContractCommand.ListTables.class, ContractShowCommand.class, ContractCommand.Export.class})
final class ContractCommand extends CommandGroup {
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "One line per table: name, grain, what it is.")
    static final class ListTables implements Callable<Integer> {
        @Mixin
        private Home home = new Home();

        @Override
        public Integer call() {
            for (Table table : Catalog.load(home.settings().houses()).tables()) {
                System.out.printf(
                        "%-26s one row per %s%n%26s %s%n",
                        table.name(), Words.list(table.grain()), "", table.description());
            }
            return 0;
        }
    }

    @Command(name = "export", mixinStandardHelpOptions = true, description = "Write one contract file per table.")
    static final class Export implements Callable<Integer> {
        @Mixin
        private Home home = new Home();

        @Option(
                names = "--format",
                paramLabel = "FORMAT",
                defaultValue = "odcs",
                description = "odcs: Open Data Contract Standard v3.")
        private String format = "odcs";

        @Option(
                names = "--out",
                paramLabel = "DIR",
                defaultValue = "contracts",
                description = "Default: ${DEFAULT-VALUE}.")
        private Path out = Path.of("contracts");

        @Override
        public Integer call() throws IOException {
            if (!format.equals("odcs")) {
                throw Problems.invalid("argument", "--format", "'" + format + "'", "odcs");
            }
            Catalog catalog = Catalog.load(home.settings().houses());
            for (Table table : catalog.tables()) {
                Path file = out.resolve(table.name().replace('.', '/') + ".odcs.yaml");
                Files.createDirectories(file.getParent());
                Files.writeString(file, Odcs.yaml(table));
            }
            System.out.println(catalog.tables().size() + " contracts written to " + Words.path(out) + ".");
            return 0;
        }
    }
}
