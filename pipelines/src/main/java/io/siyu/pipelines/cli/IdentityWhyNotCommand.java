package io.siyu.pipelines.cli;

import io.siyu.pipelines.identity.explain.Published;
import io.siyu.pipelines.identity.explain.WhyNot;
import io.siyu.pipelines.night.Installation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "why-not",
        mixinStandardHelpOptions = true,
        description =
                "What keeps two identifiers apart: a limit, a bad value, an edge taken back, a recycled number, or nothing.")
final class IdentityWhyNotCommand implements Callable<Integer> {
    @Mixin
    private Explained explained = new Explained();

    @Parameters(index = "0", paramLabel = "A", description = "One identifier, or a OneID.")
    private String first = "";

    @Parameters(index = "1", paramLabel = "B", description = "The other.")
    private String second = "";

    @Override
    public Integer call() {
        Installation at = explained.open();
        Published published = explained.published(at);
        Explained.print(
                published, new WhyNot(published, explained.names(at, published)).lines(first, second), System.out);
        return 0;
    }
}
