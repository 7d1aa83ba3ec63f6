package io.siyu.pipelines.cli;

import io.siyu.pipelines.night.Installation;
import io.siyu.pipelines.release.Release;
import io.siyu.pipelines.tag.audience.AudienceCounter;
import io.siyu.warehouse.SiyuException.InvalidDefinition;
import io.siyu.warehouse.tag.TagCondition;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Counts the customers of the published release who meet conditions; those of an open session come line by line. */
@Command(
        name = "count",
        mixinStandardHelpOptions = true,
        description = "How many customers of the published release meet a condition over tags or audiences.")
final class AudienceCountCommand implements Callable<Integer> {
    @Mixin
    private Home home = new Home();

    @Parameters(
            paramLabel = "CONDITION",
            arity = "0..*",
            description =
                    "E.g. \"value_tier in ('A', 'B') and not touch_fatigue\", or the id of an audience. Several are"
                            + " answered one after the other; without any, lines of the standard input are.")
    private List<String> conditions = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        Installation at = home.open();
        Published published = new Published(at);
        Release release = published.current("count customers");
        AudienceCounter counter = new AudienceCounter(
                at.spark(),
                at.catalog().tags(),
                published.rows(release, "dws.customer_tag"),
                release.versions().containsKey("dws.tag_audience")
                        ? Optional.of(published.rows(release, "dws.tag_audience"))
                        : Optional.empty(),
                release.date());
        if (conditions.isEmpty()) {
            answerLines(at, counter);
        }
        for (String text : conditions) {
            answer(at, counter, text);
        }
        System.out.println("Release " + release.id() + ", as of " + release.date() + ".");
        return 0;
    }

    /** A line that is no condition is told so, and the next one is read. */
    private static void answerLines(Installation at, AudienceCounter counter) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank()) {
                try {
                    answer(at, counter, line.strip());
                } catch (InvalidDefinition e) {
                    System.out.println(e.getMessage());
                }
            }
        }
    }

    private static void answer(Installation at, AudienceCounter counter, String text) {
        TagCondition condition = TagCondition.given(
                at.catalog().tags(), text, at.catalog().audiences().conditions());
        AudienceCounter.Count count = counter.count(condition);
        System.out.printf(
                "%,d of %,d customers, %,d of whom may be marketed to: %s%n",
                count.met(), count.customers(), count.allowed(), text);
    }
}
