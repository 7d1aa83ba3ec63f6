package io.siyu.pipelines.night;

import io.siyu.pipelines.batch.StepOutcome;
import io.siyu.pipelines.gate.VerdictLog;
import io.siyu.pipelines.release.Release;
import io.siyu.pipelines.release.Releases;
import io.siyu.pipelines.step.Run;
import io.siyu.pipelines.store.Lake;
import io.siyu.warehouse.Layer;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Table;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;

/** The last step of a night: audit exact versions, name them in one commit, then make what follows from that. */
final class Publish {
    private final Installation at;
    private final VerdictLog verdicts;

    Publish(Installation at, VerdictLog verdicts) {
        this.at = at;
        this.verdicts = verdicts;
    }

    StepOutcome run(Run run) {
        SparkSession spark = at.spark().newSession();
        Releases releases = new Releases(at.lake());
        Optional<Release> before = releases.current(spark);
        verdicts.flush(run.jar());
        SortedMap<String, Long> versions = versions(spark, run);
        new Audit(at, spark).check(run, versions, before);
        Release release = releases.publish(spark, run.date(), run.id(), versions);
        new Derived(at).make(spark, release);
        boolean same = before.filter(b -> b.id().equals(release.id())).isPresent();
        return new StepOutcome(same ? "unchanged" : "published", versions.size(), "release " + release.id());
    }

    private SortedMap<String, Long> versions(SparkSession spark, Run run) {
        SortedMap<String, Long> versions = new TreeMap<>();
        for (Table table : at.catalog().tables()) {
            if (!table.isStored() || table.layer() == Layer.VAULT) {
                continue;
            }
            Lake.Version version = at.lake()
                    .current(spark, table.name())
                    .orElseThrow(() -> Problems.notReady(
                            "publish " + run.date(),
                            table.name() + " was never built",
                            "Readers see the last release. Build it: bin/siyu run " + table.name() + " --date "
                                    + run.date()));
            versions.put(table.name(), version.number());
        }
        return versions;
    }
}
