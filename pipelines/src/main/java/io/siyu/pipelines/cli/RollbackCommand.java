package io.siyu.pipelines.cli;

import io.siyu.pipelines.batch.BatchRunner;
import io.siyu.pipelines.night.Derived;
import io.siyu.pipelines.night.Installation;
import io.siyu.pipelines.release.Release;
import io.siyu.pipelines.release.Releases;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "rollback",
        mixinStandardHelpOptions = true,
        description =
                "Let readers see an earlier release again. Working tables stay; the next night publishes over it.")
final class RollbackCommand implements Callable<Integer> {
    @Mixin
    private Home home = new Home();

    @Option(names = "--to", required = true, paramLabel = "RELEASE", description = "The release, e.g. R20261111.1.")
    private String to = "";

    @Override
    public Integer call() {
        Installation at = home.open();
        BatchRunner.alone(at.settings().repository(), "rollback", LocalDate.EPOCH, () -> run(at));
        return 0;
    }

    private void run(Installation at) {
        Releases releases = new Releases(at.lake());
        Optional<Release> before = releases.current(at.spark());
        Release release = releases.rollback(at.spark(), to);
        new Derived(at).make(at.spark(), release);
        System.out.println(
                before.filter(release::equals).isPresent()
                        ? "Readers see " + to + " already; nothing was changed."
                        : "Readers see " + to + " again, as release " + release.id() + ", as of " + release.date()
                                + ".");
    }
}
