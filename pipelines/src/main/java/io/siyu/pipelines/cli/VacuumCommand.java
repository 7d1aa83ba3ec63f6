package io.siyu.pipelines.cli;

import io.siyu.pipelines.batch.BatchRunner;
import io.siyu.pipelines.land.ErasureLog;
import io.siyu.pipelines.night.Installation;
import io.siyu.pipelines.release.Release;
import io.siyu.pipelines.release.Releases;
import io.siyu.pipelines.release.Vacuum;
import io.siyu.warehouse.Layer;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
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

    @Option(
            names = "--erased",
            description =
                    "Let go of every release from before people were erased, so that no file on the disk holds them,"
                            + " and write that into the proof (dim.erasure_proof, from the next night on).")
    private boolean erased;

    @Override
    public Integer call() {
        Installation at = home.open();
        BatchRunner.alone(at.settings().repository(), "vacuum", LocalDate.EPOCH, () -> run(at));
        return 0;
    }

    /** How many of the newest releases were made without whom the requests are about. */
    private static int since(Installation at, ErasureLog log, Set<String> requests) {
        long version = log.versionOf(requests);
        int since = (int) new Releases(at.lake())
                .all(at.spark()).stream()
                        .filter(Release::kept)
                        .takeWhile(r -> r.versions().getOrDefault(ErasureLog.TABLE, -1L) >= version)
                        .count();
        if (since == 0) {
            throw Problems.notReady(
                    "take erased people off the disk",
                    "readers still see a release from before " + String.join(", ", requests) + " were carried out",
                    "Nothing was removed. Publish a night first: bin/siyu night --date <yyyy-MM-dd>");
        }
        return since;
    }

    private void run(Installation at) {
        List<String> vault = at.catalog().tables().stream()
                .filter(table -> table.layer() == Layer.VAULT && table.isStored())
                .map(Table::name)
                .toList();
        ErasureLog log = new ErasureLog(at.spark(), at.lake());
        Set<String> requests = erased ? log.notVacuumed() : Set.of();
        if (erased && requests.isEmpty()) {
            System.out.println("Nothing was removed: of every request carried out the old versions are gone.");
            return;
        }
        int kept = erased ? Math.min(keep, since(at, log, requests)) : keep;
        Vacuum.Report report = new Vacuum(at.lake()).run(at.spark(), kept, vault);
        if (erased) {
            Release release = new Releases(at.lake()).current(at.spark()).orElseThrow();
            log.vacuumed(requests, report.tables(), release.id(), release.date(), Installation.jar());
            System.out.println("No file holds whom these requests are about: " + String.join(", ", requests) + ".");
        }
        report.tables().stream()
                .filter(table -> table.files() > 0)
                .forEach(t -> System.out.printf("%-28s %6d files %12d bytes%n", t.table(), t.files(), t.bytes()));
        long files = report.tables().stream().mapToLong(Vacuum.Removed::files).sum();
        String gone = report.letGo().stream().map(Release::id).collect(Collectors.joining(", "));
        System.out.println(files + " files removed."
                + (gone.isEmpty() ? " Every release stays readable." : " No longer readable: " + gone + "."));
    }
}
