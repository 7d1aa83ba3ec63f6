package io.siyu.pipelines.cli;

import io.siyu.pipelines.batch.BatchRunner;
import io.siyu.pipelines.night.Installation;
import io.siyu.pipelines.release.Release;
import io.siyu.pipelines.release.Vacuum;
import io.siyu.warehouse.Layer;
import io.siyu.warehouse.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "vacuum",
        mixinStandardHelpOptions = true,
        description = "Delete files that neither a kept release nor a working table needs.")
final class VacuumCommand implements Callable<Integer> {
    @Mixin
    private Home home = new Home();

    @Option(
            names = "--keep",
            paramLabel = "N",
            defaultValue = "" + Vacuum.KEEP,
            description = "How many of the newest releases stay readable. Default: ${DEFAULT-VALUE}.")
    private int keep = Vacuum.KEEP;

    @Override
    public Integer call() {
        Installation at = home.open();
        BatchRunner.alone(at.settings().repository(), "vacuum", LocalDate.EPOCH, () -> run(at));
        return 0;
    }

    private void run(Installation at) {
        List<String> vault = at.catalog().tables().stream()
                .filter(table -> table.layer() == Layer.VAULT && table.isStored())
                .map(Table::name)
                .toList();
        Vacuum.Report report = new Vacuum(at.lake()).run(at.spark(), keep, vault);
        report.tables().stream()
                .filter(table -> table.files() > 0)
                .forEach(t -> System.out.printf("%-28s %6d files %12d bytes%n", t.table(), t.files(), t.bytes()));
        long files = report.tables().stream().mapToLong(Vacuum.Removed::files).sum();
        String gone = report.letGo().stream().map(Release::id).collect(Collectors.joining(", "));
        System.out.println(files + " files removed."
                + (gone.isEmpty() ? " Every release stays readable." : " No longer readable: " + gone + "."));
    }
}
