package io.siyu.pipelines.cli;

import io.siyu.pipelines.identity.explain.Names;
import io.siyu.pipelines.identity.explain.Published;
import io.siyu.pipelines.identity.explain.VaultPhones;
import io.siyu.pipelines.night.Installation;
import io.siyu.pipelines.release.Release;
import io.siyu.pipelines.release.Releases;
import io.siyu.pipelines.serve.Access;
import io.siyu.pipelines.serve.VisibleTables;
import io.siyu.warehouse.Layer;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.identity.IdModel;
import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What all commands share that explain who is who in the published release. */
final class Explained {
    @Mixin
    private Home home = new Home();

    @Option(
            names = "--clear",
            description =
                    "Show identifiers as tables have them, phones masked all the same. Default: all masked, as in 138****5678.")
    private boolean clear;

    Installation open() {
        return home.open();
    }

    /** What readers see now. */
    Published published(Installation at) {
        return published(at, "explain who is who in " + at.lake().root());
    }

    /** What readers see now, for a command that does this. */
    static Published published(Installation at, String what) {
        Release release = new Releases(at.lake())
                .current(at.spark())
                .orElseThrow(() -> Problems.notReady(
                        what, "nothing is published yet", "Publish a night first: bin/siyu night --date <yyyy-MM-dd>"));
        VisibleTables tables = VisibleTables.of(at.spark(), at.lake(), Access.whole(), release);
        VisibleTables working = VisibleTables.latest(
                at.spark(), at.lake(), Access.whole(), at.catalog().tables());
        return new Published(
                at.spark(),
                at.plan(),
                name -> name.startsWith(Layer.VAULT.id() + ".") ? working.rows(name) : tables.rows(name),
                tables.title(),
                release.date());
    }

    Names names(Installation at, Published published) {
        return new Names(IdModel.read(at.catalog().house()), clear, new VaultPhones(published));
    }

    /** The answer, and what it is about. */
    static void print(Published published, List<String> lines, PrintStream out) {
        lines.forEach(out::println);
        out.println(published.title() + ".");
    }
}
