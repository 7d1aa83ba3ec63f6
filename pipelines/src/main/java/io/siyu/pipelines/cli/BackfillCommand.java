package io.siyu.pipelines.cli;

import io.siyu.pipelines.night.Installation;
import io.siyu.pipelines.night.Night;
import io.siyu.pipelines.release.Releases;
import io.siyu.warehouse.Problems;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "backfill",
        mixinStandardHelpOptions = true,
        description = {
            "Build the dates FROM..TO in one pass: everything landed up to TO is taken, and these dates are built again.",
            "When a later date is published already, it stays the date that the warehouse stands for."
        })
final class BackfillCommand implements Callable<Integer> {
    @Mixin
    private Home home = new Home();

    @Option(names = "--from", required = true, paramLabel = "DATE", description = "First business date, yyyy-MM-dd.")
    private LocalDate from = LocalDate.EPOCH;

    @Option(names = "--to", required = true, paramLabel = "DATE", description = "Last business date, yyyy-MM-dd.")
    private LocalDate to = LocalDate.EPOCH;

    @Override
    public Integer call() {
        if (to.isBefore(from)) {
            throw Problems.cannot("backfill", "--to " + to + " lies before --from " + from, "Nothing was started");
        }
        Installation at = home.open();
        LocalDate standing =
                new Releases(at.lake()).current(at.spark()).map(r -> r.date()).orElse(to);
        SortedSet<String> dates = new TreeSet<>();
        from.datesUntil(to.plusDays(1)).forEach(date -> dates.add(date.toString()));
        LocalDate date = standing.isAfter(to) ? standing : to;
        return Told.run(at, new Night.Order("backfill", date, at.plan().steps(), true, false, dates), System.out);
    }
}
