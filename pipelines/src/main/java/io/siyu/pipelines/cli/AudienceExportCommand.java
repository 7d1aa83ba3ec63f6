package io.siyu.pipelines.cli;

import io.siyu.pipelines.night.Installation;
import io.siyu.pipelines.release.Release;
import io.siyu.pipelines.tag.Export;
import io.siyu.warehouse.act.Audience;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes an audience's customers who agreed to its purpose as CSV with a manifest. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Write the customers of an audience who agreed to its purpose as CSV, with a manifest.")
final class AudienceExportCommand implements Callable<Integer> {
    @Mixin
    private Home home = new Home();

    @Parameters(paramLabel = "NAME", description = "Id of an audience: bin/siyu audience list.")
    private String name = "";

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the files.")
    private Path out = Path.of("");

    @Override
    public Integer call() {
        Installation at = home.open();
        Audience audience = at.catalog().audiences().audience(name);
        Published published = new Published(at);
        Release release = published.current("export audience " + name);
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("audience", audience.id());
        about.put("name_zh", audience.zh());
        about.put("name_en", audience.en());
        about.put("who", audience.who().text());
        about.put("consent", audience.consent());
        about.put("release", release.id());
        about.put("as_of", release.date().toString());
        Export export = new Export(out, about);
        long rows = export.write(
                audience.id() + ".csv",
                published
                        .rows(release, "dws.audience_member")
                        .where("is_allowed and audience = '" + audience.id() + "'")
                        .select("oneid")
                        .orderBy("oneid"));
        export.finish();
        System.out.println(rows + " customers in " + out.resolve(audience.id() + ".csv") + ". Release " + release.id()
                + ", as of " + release.date() + ".");
        return 0;
    }
}
