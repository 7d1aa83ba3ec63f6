package io.siyu.pipelines.cli;

import io.siyu.pipelines.identity.explain.Published;
import io.siyu.pipelines.identity.explain.Show;
import io.siyu.pipelines.night.Installation;
import io.siyu.warehouse.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "A customer: identifiers, the graph between them, and what happened to the id.")
final class IdentityShowCommand implements Callable<Integer> {
    @Mixin
    private Explained explained = new Explained();

    @Parameters(paramLabel = "ONEID", description = "A customer, or one of its identifiers.")
    private String customer = "";

    @Option(names = "--svg", paramLabel = "FILE", description = "Draw the graph as well.")
    private @Nullable Path svg;

    @Override
    public Integer call() throws IOException {
        Installation at = explained.open();
        Published published = explained.published(at);
        Show.Found found = new Show(published, explained.names(at, published)).of(customer);
        if (svg != null) {
            Files.writeString(svg, found.svg());
        }
        Explained.print(published, found.lines(), System.out);
        if (svg != null) {
            System.out.println("Drawn: " + Words.path(svg));
        }
        return 0;
    }
}
