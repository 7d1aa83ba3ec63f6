package io.siyu.pipelines.cli;

import io.siyu.pipelines.night.FullAudit;
import io.siyu.pipelines.night.Installation;
import io.siyu.pipelines.plan.Definition;
import io.siyu.pipelines.release.Release;
import io.siyu.pipelines.release.Releases;
import io.siyu.warehouse.Problems;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = {
            "Compute tables from scratch and compare them, row by row. Nothing is written.",
            "Exit code 2 when nights that followed changes left anything else than one full build gives."
        })
final class AuditCommand implements Callable<Integer> {
    @Mixin
    private Home home = new Home();

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description = "The working tables, as the night of this date left them, instead of the published release.")
    private @Nullable LocalDate date;

    @Parameters(paramLabel = "STEP|GROUP", description = "Tables or layers. Default: all.", arity = "0..*")
    private List<String> what = new ArrayList<>();

    @Override
    public Integer call() {
        Installation at = home.open();
        LinkedHashSet<Definition> chosen = new LinkedHashSet<>();
        what.forEach(name -> chosen.addAll(at.plan().select(name)));
        FullAudit audit = audit(at);
        List<Definition> tables = what.isEmpty() ? at.plan().steps() : List.copyOf(chosen);
        System.out.printf("%-28s %14s %10s %9s  %s%n", "TABLE", "ROWS", "DIFFER", "SECONDS", "");
        List<FullAudit.Found> all = new ArrayList<>();
        audit.check(tables, found -> {
            all.add(found);
            System.out.printf(
                    "%-28s %,14d %,10d %9.1f  %s%n",
                    found.table(), found.keys(), found.apart(), found.elapsed().toMillis() / 1000.0, found.says());
        });
        long compared = all.stream().filter(FullAudit.Found::isCompared).count();
        long differ = all.stream().filter(found -> found.apart() > 0).count();
        System.out.printf("%d tables compared, %d differ.%n", compared, differ);
        return differ == 0 ? 0 : 2;
    }

    private FullAudit audit(Installation at) {
        if (date != null) {
            System.out.printf("Working tables, as of %s%n", date);
            return FullAudit.ofWorking(at, date);
        }
        Release release = new Releases(at.lake())
                .current(at.spark())
                .orElseThrow(() -> Problems.cannot(
                        "audit " + home.folder(), "nothing is published", "Run a night first: bin/siyu night"));
        System.out.printf("Release %s, as of %s%n", release.id(), release.date());
        return FullAudit.of(at, release);
    }
}
