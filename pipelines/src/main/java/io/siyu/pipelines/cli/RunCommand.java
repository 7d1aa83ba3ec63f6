package io.siyu.pipelines.cli;

import io.siyu.pipelines.night.Installation;
import io.siyu.pipelines.night.Night;
import io.siyu.pipelines.plan.Definition;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description =
                "Run one step (dwd.refund), one group (ods, vault, dwd, dim, dws, ads), or publish, for one business date.")
final class RunCommand implements Callable<Integer> {
    @Mixin
    private Home home = new Home();

    @Parameters(paramLabel = "STEP|GROUP", description = "A table, a layer, or publish.")
    private String what = "";

    @Option(names = "--date", required = true, paramLabel = "DATE", description = "The business date, yyyy-MM-dd.")
    private LocalDate date = LocalDate.EPOCH;

    @Option(names = "--full", description = "Build anew instead of following changes.")
    private boolean full;

    @Option(names = "--with-inputs", description = "Also the steps that it needs, before it.")
    private boolean withInputs;

    @Override
    public Integer call() {
        Installation at = home.open();
        boolean publish = what.equals(Night.PUBLISH);
        List<Definition> chosen = publish ? List.of() : at.plan().select(what);
        List<Definition> steps = withInputs
                ? at.plan().upTo(chosen.stream().map(Definition::name).toList())
                : chosen;
        return Told.run(at, new Night.Order(what, date, steps, publish, full, new TreeSet<>()), System.out);
    }
}
