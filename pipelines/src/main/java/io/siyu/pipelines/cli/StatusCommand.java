package io.siyu.pipelines.cli;

import io.siyu.pipelines.Settings;
import io.siyu.pipelines.batch.PastRun;
import io.siyu.pipelines.batch.RunHistory;
import io.siyu.pipelines.batch.StepResult;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Show the last runs: how they ended, and why a gate said no.")
final class StatusCommand implements Callable<Integer> {
    @Mixin
    private Home home = new Home();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many. Default: ${DEFAULT-VALUE}.")
    private int limit = 10;

    @Override
    public Integer call() throws IOException {
        Settings settings = home.settings();
        List<PastRun> runs = new RunHistory(settings.repository()).last(limit);
        if (runs.isEmpty()) {
            System.out.println("No run yet. Start one: bin/siyu night --date <yyyy-MM-dd>");
        }
        runs.forEach(StatusCommand::print);
        return 0;
    }

    private static void print(PastRun run) {
        String started = run.started() == null
                ? ""
                : run.started().toString().replace('T', ' ').split("\\.", 2)[0];
        long done = run.steps().stream()
                .filter(step -> step.state() == StepResult.State.DONE)
                .count();
        System.out.printf(
                "%-28s %-8s %3d of %3d steps  %5d s  started %s%s%n",
                run.runId(),
                run.status(),
                done,
                run.steps().size(),
                run.elapsed().toSeconds(),
                started,
                run.executions() > 1 ? ", resumed " + (run.executions() - 1) + " times" : "");
        run.failed().map(StepResult::failure).ifPresent(failure -> System.out.println("    " + failure.message()));
    }
}
