package io.siyu.pipelines.cli;

import io.siyu.pipelines.identity.explain.Published;
import io.siyu.pipelines.night.Installation;
import io.siyu.warehouse.Problems;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "What one customer is expected to be worth (客户价值), and why, in the published release.")
final class ValueShowCommand implements Callable<Integer> {
    @Mixin
    private Home home = new Home();

    @Parameters(paramLabel = "ONEID", description = "The customer.")
    private String oneid = "";

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "12",
            description = "Most days of history, the latest. Default: ${DEFAULT-VALUE}.")
    private int limit = 12;

    @Override
    public Integer call() {
        Installation at = home.open();
        Published published = Explained.published(
                at, "show what a customer is worth in " + at.lake().root());
        List<Row> found = published.rows("dws.customer_value", oneid).collectAsList();
        if (found.isEmpty()) {
            throw Problems.cannot(
                    "show what " + oneid + " is worth",
                    "no customer of this OneID has bought anything in " + published.title(),
                    "Ask for one that has: bin/siyu sql \"select oneid from dws.customer_value limit 5\"");
        }
        List<Row> history = published
                .rows("dws.customer_purchase", oneid)
                .orderBy("moved_on")
                .selectExpr("cast(moved_on as string) as day", "domain", "net_fen")
                .collectAsList();
        Explained.print(published, new ValueText(found.get(0), history, limit).lines(), System.out);
        return 0;
    }
}
