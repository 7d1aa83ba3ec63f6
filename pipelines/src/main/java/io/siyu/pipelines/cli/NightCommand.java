package io.siyu.pipelines.cli;

import io.siyu.pipelines.night.Installation;
import io.siyu.pipelines.night.Night;
import java.time.LocalDate;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "night",
        mixinStandardHelpOptions = true,
        description = {
            "Run the whole night for one business date: land, build, judge, publish.",
            "A night that was killed or failed goes on where it stopped; a done one looks for what is new."
        })
final class NightCommand implements Callable<Integer> {
    @Mixin
    private Home home = new Home();

    @Option(names = "--date", required = true, paramLabel = "DATE", description = "The business date, yyyy-MM-dd.")
    private LocalDate date = LocalDate.EPOCH;

    @Option(names = "--full", description = "Build every table anew instead of following changes.")
    private boolean full;

    @Override
    public Integer call() {
        Installation at = home.open();
        Night.Order order = new Night.Order("night", date, at.plan().steps(), true, full, new TreeSet<>());
        return Told.run(at, order, System.out);
    }
}
