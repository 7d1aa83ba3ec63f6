package io.siyu.pipelines.cli;

import io.siyu.pipelines.night.Installation;
import io.siyu.pipelines.release.Release;
import io.siyu.pipelines.tag.Export;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes what changed in a release's night, for systems that keep tags of their own, as CSV with a manifest. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Write the tags that changed in the published release's night as CSV, with a manifest.")
final class TagExportCommand implements Callable<Integer> {
    private static final String CHANGES = "dws.customer_tag_change";

    @Mixin
    private Home home = new Home();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the files.")
    private Path out = Path.of("");

    @Override
    public Integer call() {
        Installation at = home.open();
        Published published = new Published(at);
        Release release = published.current("export changes of tags");
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("table", CHANGES);
        about.put("release", release.id());
        about.put("as_of", release.date().toString());
        Export export = new Export(out, about);
        long rows = export.write(
                "tag_change.csv",
                published
                        .rows(release, CHANGES)
                        .where("business_date = date'" + release.date() + "'")
                        .select("oneid", "tag", "change", "old_value", "new_value")
                        .orderBy("oneid", "tag"));
        export.finish();
        System.out.println(rows + " changes in " + out.resolve("tag_change.csv") + ". Release " + release.id()
                + ", as of " + release.date() + ".");
        return 0;
    }
}
