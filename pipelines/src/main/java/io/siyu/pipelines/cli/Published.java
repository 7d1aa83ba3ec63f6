package io.siyu.pipelines.cli;

import io.siyu.pipelines.night.Installation;
import io.siyu.pipelines.release.Release;
import io.siyu.pipelines.release.Releases;
import io.siyu.warehouse.Problems;
import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The tables of releases, for commands that tell of customers. */
record Published(Installation at) {
    /** What readers see. */
    Release current(String what) {
        return new Releases(at.lake())
                .current(at.spark())
                .orElseThrow(() -> Problems.notReady(
                        what, "nothing is published yet", "Publish a night first: bin/siyu night --date <yyyy-MM-dd>"));
    }

    /** The newest release of a night; that there is none is the asker's error. */
    Release of(String what, LocalDate date) {
        return new Releases(at.lake())
                .all(at.spark()).stream()
                        .filter(release -> release.kept() && release.date().equals(date))
                        .findFirst()
                        .orElseThrow(() -> Problems.cannot(
                                what, "no release stands for " + date, "See the releases with: bin/siyu releases"));
    }

    /** A table of a release. */
    Dataset<Row> rows(Release release, String table) {
        Long version = release.versions().get(table);
        if (version == null) {
            throw Problems.notReady(
                    "read " + table,
                    release.id() + " has no such table",
                    "Publish a night with it first: bin/siyu night --date <yyyy-MM-dd>");
        }
        return at.lake().whole(at.spark(), table, version);
    }
}
