package io.siyu.pipelines.cli;

import static org.apache.spark.sql.functions.col;

import io.siyu.pipelines.night.Installation;
import io.siyu.pipelines.release.Release;
import io.siyu.pipelines.tag.Export;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes what to do the day after a release's night, a CSV per channel with a manifest. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Write what is to be done as a CSV per channel, with a manifest; who is left alone is in none.")
final class ActionExportCommand implements Callable<Integer> {
    @Mixin
    private Home home = new Home();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the files.")
    private Path out = Path.of("");

    @Override
    public Integer call() {
        Installation at = home.open();
        Published published = new Published(at);
        Release release = published.current("export actions");
        Dataset<Row> done = published
                .rows(release, "ads.next_action")
                .where(col("business_date").equalTo(java.sql.Date.valueOf(release.date())))
                .where("decision = 'do'")
                .persist();
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("release", release.id());
        about.put("as_of", release.date().toString());
        Export export = new Export(out, about);
        List<Row> channels =
                done.select("channel").distinct().orderBy("channel").collectAsList();
        for (Row row : channels) {
            String channel = row.getString(0);
            long rows = export.write(
                    channel + ".csv",
                    done.where(col("channel").equalTo(channel))
                            .select("oneid", "action", "priority", "reason_zh", "reason_en", "evidence")
                            .orderBy(col("priority").desc(), col("action"), col("oneid")));
            System.out.println(rows + " rows in " + out.resolve(channel + ".csv") + ".");
        }
        export.finish();
        System.out.println(channels.size() + " channels. Release " + release.id() + ", as of " + release.date() + ".");
        return 0;
    }
}
