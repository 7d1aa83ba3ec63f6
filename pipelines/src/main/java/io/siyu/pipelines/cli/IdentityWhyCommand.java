package io.siyu.pipelines.cli;

import io.siyu.pipelines.identity.explain.Published;
import io.siyu.pipelines.identity.explain.Why;
import io.siyu.pipelines.night.Installation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "why",
        mixinStandardHelpOptions = true,
        description = {
            "Why two identifiers are one customer: the edges between them, and the landed rows that show them.",
            "An identifier is written phone:13912345678, member_id:crm:M0001, bare when no other kind has it, or a OneID."
        })
final class IdentityWhyCommand implements Callable<Integer> {
    @Mixin
    private Explained explained = new Explained();

    @Parameters(index = "0", paramLabel = "A", description = "One identifier.")
    private String first = "";

    @Parameters(index = "1", paramLabel = "B", description = "The other.")
    private String second = "";

    @Override
    public Integer call() {
        Installation at = explained.open();
        Published published = explained.published(at);
        Explained.print(published, new Why(published, explained.names(at, published)).lines(first, second), System.out);
        return 0;
    }
}
