package io.siyu.pipelines.cli;

import io.siyu.pipelines.night.Installation;
import io.siyu.pipelines.release.Releases;
import io.siyu.pipelines.serve.Access;
import io.siyu.pipelines.serve.Format;
import io.siyu.pipelines.serve.SqlCommandRunner;
import io.siyu.pipelines.serve.VisibleTables;
import io.siyu.warehouse.Problems;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "sql",
        mixinStandardHelpOptions = true,
        description = "Ask the published release, e.g. bin/siyu sql \"select * from ads.sales_day\".")
final class SqlCommand implements Callable<Integer> {
    @Mixin
    private Home home = new Home();

    @Parameters(paramLabel = "SELECT", description = "One query.")
    private String sql = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "TABLE",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.TABLE;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "" + SqlCommandRunner.DEFAULT_LIMIT,
            description = "Most rows; 0 for all. Default: ${DEFAULT-VALUE}.")
    private int limit = SqlCommandRunner.DEFAULT_LIMIT;

    @Option(names = "--latest", description = "Ask the working tables instead of the release; for operators.")
    private boolean latest;

    @Override
    public Integer call() {
        Installation at = home.open();
        new SqlCommandRunner(at.spark(), latest ? working(at) : published(at))
                .run(sql, format, limit, System.out, System.err);
        return 0;
    }

    private static VisibleTables working(Installation at) {
        return VisibleTables.latest(
                at.spark(),
                at.lake(),
                Access.classified(at.catalog()),
                at.catalog().tables());
    }

    static VisibleTables published(Installation at) {
        return new Releases(at.lake())
                .current(at.spark())
                .map(release -> VisibleTables.of(at.spark(), at.lake(), Access.classified(at.catalog()), release))
                .orElseThrow(() -> Problems.notReady(
                        "ask " + at.lake().root(),
                        "nothing is published yet",
                        "Publish a night first: bin/siyu night --date <yyyy-MM-dd>"));
    }
}
