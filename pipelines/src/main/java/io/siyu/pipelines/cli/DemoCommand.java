package io.siyu.pipelines.cli;

import io.siyu.pipelines.demo.DemoWorld;
import io.siyu.pipelines.night.Derived;
import io.siyu.pipelines.night.Installation;
import io.siyu.pipelines.night.Night;
import io.siyu.pipelines.serve.Format;
import io.siyu.pipelines.serve.SqlCommandRunner;
import io.siyu.warehouse.Words;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Show a whole night on a small invented retailer: stores, Tmall, mini-program, WeCom; nothing of yours is touched.",
            "Its home is .siyu/demo unless --home says otherwise."
        })
final class DemoCommand implements Callable<Integer> {
    static final LocalDate LAST = LocalDate.of(2026, 11, 20);
    private static final int DAYS = 30;
    private static final int CUSTOMERS = 3000;
    private static final List<String> QUESTIONS = List.of(
            "select domain, channel, sum(orders) as orders, cast(sum(net_fen) / 100.0 as decimal(18, 2)) as net_yuan from ads.sales_day"
                    + " group by domain, channel order by net_yuan desc",
            "select business_date, cast(sum(net_fen) / 100.0 as decimal(18, 2)) as net_yuan, sum(new_buyers) as new_buyers,"
                    + " sum(returning_buyers) as returning_buyers from ads.sales_day"
                    + " group by business_date order by net_yuan desc limit 5",
            "select feed, reason, count(*) as quarantined from ods.quarantine group by feed, reason order by 1, 2");

    @Mixin
    private Home home = new Home();

    @Option(names = "--prepare-only", description = "Only write the landing files, up to " + "2026-11-20.")
    private boolean prepareOnly;

    @Override
    public Integer call() {
        home.useByDefault(Path.of(".siyu", "demo"));
        Path landing = home.settings().landing();
        DemoWorld.write(landing, LAST.minusDays(DAYS - 1), DAYS, CUSTOMERS, 20261120L);
        System.out.println(DAYS + " days of files of an invented retailer lie in " + Words.path(landing) + ".");
        if (prepareOnly) {
            System.out.println("Run its night: bin/siyu night --home " + Words.path(home.folder()) + " --date " + LAST);
            return 0;
        }
        Installation at = home.open();
        int code = Told.run(
                at, new Night.Order("night", LAST, at.plan().steps(), true, false, new TreeSet<>()), System.out);
        if (code == 0) {
            ask(at);
        }
        return code;
    }

    private void ask(Installation at) {
        SqlCommandRunner runner = new SqlCommandRunner(at.spark(), SqlCommand.published(at));
        for (String question : QUESTIONS) {
            System.out.println();
            System.out.println("> " + question);
            runner.run(question, Format.TABLE, 20, System.out, System.out);
        }
        Path published = at.settings().published();
        System.out.println();
        System.out.println("The page for executives: " + Words.path(Derived.page(published)));
        System.out.println("The file for BI tools:   " + Words.path(Derived.duckFile(published)));
        System.out.println("Ask more: bin/siyu sql --home " + Words.path(home.folder())
                + " \"select * from ads.customer_cohort\"");
    }
}
