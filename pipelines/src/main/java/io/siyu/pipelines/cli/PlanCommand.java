package io.siyu.pipelines.cli;

import io.siyu.pipelines.night.Installation;
import io.siyu.pipelines.plan.Definition;
import io.siyu.pipelines.plan.Plan;
import io.siyu.pipelines.plan.PlanFile;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description =
                "Write dags/plan.json: every step and what it needs, read out of the SQL. Airflow renders its DAG from it.")
final class PlanCommand implements Callable<Integer> {
    @Mixin
    private Home home = new Home();

    @Option(names = "--out", paramLabel = "FILE", description = "Where to. Default: dags/plan.json of this checkout.")
    private @Nullable Path out;

    @Option(names = "--show", description = "Print the steps instead.")
    private boolean show;

    @Override
    public Integer call() throws IOException {
        Installation at = home.open();
        Plan plan = at.plan();
        if (show) {
            for (Definition step : plan.steps()) {
                System.out.printf(
                        "%-26s %-8s reads %s%n",
                        step.name(),
                        step.table().write().name().toLowerCase(java.util.Locale.ROOT),
                        step.reads().isEmpty() ? "files" : Words.list(step.reads()));
            }
            return 0;
        }
        Path file = out != null ? out : at.settings().root().resolve("dags/plan.json");
        if (file.getParent() != null && !Files.isDirectory(file.getParent())) {
            throw Problems.cannot(
                    "write " + file,
                    "no folder " + file.getParent(),
                    "Nothing was written. Make it, or name another with --out");
        }
        Files.writeString(file, PlanFile.text(plan));
        System.out.println(plan.steps().size() + " steps and publish written to " + Words.path(file) + ".");
        return 0;
    }
}
