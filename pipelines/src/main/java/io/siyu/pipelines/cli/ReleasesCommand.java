package io.siyu.pipelines.cli;

import io.siyu.pipelines.night.Installation;
import io.siyu.pipelines.release.Release;
import io.siyu.pipelines.release.Releases;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "releases", mixinStandardHelpOptions = true, description = "List what was published, newest first.")
final class ReleasesCommand implements Callable<Integer> {
    @Mixin
    private Home home = new Home();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many. Default: ${DEFAULT-VALUE}.")
    private int limit = 20;

    @Override
    public Integer call() {
        Installation at = home.open();
        List<Release> all = new Releases(at.lake()).all(at.spark());
        if (all.isEmpty()) {
            System.out.println("Nothing is published yet. Publish a night: bin/siyu night --date <yyyy-MM-dd>");
            return 0;
        }
        System.out.printf("%-14s %-12s %-26s %s%n", "RELEASE", "AS OF", "RUN", "");
        for (Release release : all.subList(0, Math.min(limit, all.size()))) {
            String remark = release.equals(all.get(0)) ? "readers see this" : "";
            remark = release.isRollback()
                    ? "points back to " + release.of() + (remark.isEmpty() ? "" : ", " + remark)
                    : remark;
            System.out.printf("%-14s %-12s %-26s %s%n", release.id(), release.date(), release.run(), remark);
        }
        System.out.println(all.size() + (all.size() == 1 ? " release." : " releases.")
                + " Point back with: bin/siyu rollback --to <release>");
        return 0;
    }
}
