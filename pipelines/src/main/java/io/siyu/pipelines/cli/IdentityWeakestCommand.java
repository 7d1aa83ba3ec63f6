package io.siyu.pipelines.cli;

import io.siyu.pipelines.identity.explain.Published;
import io.siyu.pipelines.identity.explain.Weakest;
import io.siyu.pipelines.night.Installation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "weakest",
        mixinStandardHelpOptions = true,
        description = "The edge that holds a customer together, and what it would part into.")
final class IdentityWeakestCommand implements Callable<Integer> {
    @Mixin
    private Explained explained = new Explained();

    @Parameters(paramLabel = "ONEID", description = "A customer, or one of its identifiers.")
    private String customer = "";

    @Override
    public Integer call() {
        Installation at = explained.open();
        Published published = explained.published(at);
        Explained.print(published, new Weakest(published, explained.names(at, published)).lines(customer), System.out);
        return 0;
    }
}
