package io.siyu.pipelines.cli;

import io.siyu.pipelines.night.Derived;
import io.siyu.pipelines.night.Installation;
import io.siyu.pipelines.night.Night;
import io.siyu.pipelines.sample.World;
import io.siyu.pipelines.serve.Format;
import io.siyu.pipelines.serve.SqlCommandRunner;
import io.siyu.warehouse.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Show a whole night on a small invented retailer: stores, Tmall, JD, Douyin, mini-program, WeCom; nothing of yours"
                    + " is touched.",
            "Its files are those of bin/siyu sample, with fewer persons; with --size small they are all of them. Its home is"
                    + " .siyu/demo, or .siyu/demo-small, unless --home says otherwise."
        })
final class DemoCommand implements Callable<Integer> {
    /** As the small one, of fewer persons: seven drop folders, thirty days of trade with those of the folders. */
    static final World WORLD = World.Size.SMALL.world(3_000, 7, 23, 20261120L);

    /** What a reader may ask first, in words and as a query. */
    private record Question(String words, String sql) {}

    private static final List<Question> QUESTIONS = List.of(
            new Question(
                    "What does each channel sell, rented (public) and own (private)?",
                    "select domain, channel, sum(orders) as orders, cast(sum(net_fen) / 100.0 as decimal(18, 2)) as net_yuan"
                            + " from ads.sales_day group by domain, channel order by net_yuan desc"),
            new Question(
                    "Which days were the best, and how many of their buyers were new?",
                    "select business_date, cast(sum(net_fen) / 100.0 as decimal(18, 2)) as net_yuan, sum(new_buyers) as"
                            + " new_buyers, sum(returning_buyers) as returning_buyers from ads.sales_day"
                            + " group by business_date order by net_yuan desc limit 5"),
            new Question(
                    "Which rows could not be used, and why? They count nowhere and none is lost; the files have the faults of"
                            + " real exports.",
                    "select feed, reason, count(*) as quarantined from ods.quarantine group by feed, reason order by 1, 2"));

    @Mixin
    private Home home = new Home();

    @Option(
            names = "--size",
            paramLabel = "SIZE",
            description = "small, medium or large: the whole world that bin/siyu sample writes, in one night."
                    + " Default: 3,000 persons, thirty days of trade.")
    private @Nullable String size;

    @Option(names = "--prepare-only", description = "Only write the landing files, up to " + "2026-11-20.")
    private boolean prepareOnly;

    @Override
    public Integer call() {
        World world = size == null ? WORLD : whole(SampleCommand.size(size));
        home.useByDefault(Path.of(".siyu", size == null ? "demo" : "demo-" + size.toLowerCase(Locale.ROOT)));
        DemoFiles files = new DemoFiles(home.settings().landing());
        files.write(world);
        System.out.printf(
                Locale.ROOT,
                "Files of an invented retailer with %,d persons, %d days of trade in %d drop folders, lie in %s;"
                        + " the truth about them, which no step reads, in %s.%n",
                world.persons(),
                world.history() + world.days(),
                world.days(),
                Words.path(files.landing()),
                Words.path(files.truth()));
        if (prepareOnly) {
            System.out.println(
                    "Run its night: bin/siyu night --home " + Words.path(home.folder()) + " --date " + World.LAST);
            return 0;
        }
        Installation at = home.open();
        int code = Told.run(
                at, new Night.Order("night", World.LAST, at.plan().steps(), true, false, new TreeSet<>()), System.out);
        if (code == 0) {
            ask(at);
        }
        return code;
    }

    private static World whole(World.Size size) {
        return size.world(size.days(), WORLD.seed());
    }

    private void ask(Installation at) {
        SqlCommandRunner runner = new SqlCommandRunner(at.spark(), SqlCommand.published(at));
        for (Question question : QUESTIONS) {
            System.out.println();
            System.out.println(question.words());
            System.out.println("> " + question.sql());
            runner.run(question.sql(), Format.TABLE, 30, System.out, System.out);
        }
        Path published = at.settings().published();
        System.out.println();
        System.out.println("The page for executives: " + Words.path(Derived.page(published)));
        System.out.println("The file for BI tools:   " + Words.path(Derived.duckFile(published)));
        System.out.println("Ask more: bin/siyu sql --home " + Words.path(home.folder())
                + " \"select * from ads.customer_cohort\"");
    }
}
