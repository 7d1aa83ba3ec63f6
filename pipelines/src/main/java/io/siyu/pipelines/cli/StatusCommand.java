package io.siyu.pipelines.cli;

import io.siyu.pipelines.Settings;
import io.siyu.pipelines.batch.PastRun;
import io.siyu.pipelines.batch.RunHistory;
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

    @Option(names = "--limit", paramLabel = "N", defaultValue = "10", description = "How many. Default: ${DEFAULT-VALUE}.")
    private int limit = 10;

    @Override
    public Integer call() throws IOException {
        Settings settings = home.settings();
        List<PastRun> runs = new RunHistory(settings.repository()).last(limit);
        if (runs.isEmpty()) {
            System.out.println("No run yet. Start one: bin/siyu night --date <yyyy-MM-dd>");
        }
        runs.forEach(run -> run.lines().forEach(System.out::println));
        return 0;
    }
}
