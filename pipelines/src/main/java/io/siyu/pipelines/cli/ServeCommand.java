package io.siyu.pipelines.cli;

import io.siyu.pipelines.Settings;
import io.siyu.pipelines.night.Installation;
import io.siyu.pipelines.release.ReleaseViews;
import io.siyu.pipelines.release.Releases;
import io.siyu.pipelines.serve.Access;
import io.siyu.pipelines.serve.Gateway;
import io.siyu.pipelines.store.Lake;
import io.siyu.warehouse.Catalog;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serve the published release to BI tools over JDBC (HiveServer2 protocol) on 127.0.0.1.")
final class ServeCommand implements Callable<Integer> {
    @Mixin
    private Home home = new Home();

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "10000", description = "Default: ${DEFAULT-VALUE}.")
    private int port = 10000;

    @Override
    public Integer call() {
        Settings settings = home.settings();
        Catalog catalog = Catalog.load(settings.houses());
        Lake lake = new Lake(settings.lake());
        Releases releases = new Releases(lake);
        ReleaseViews views = new ReleaseViews(lake, catalog);
        try (Gateway gateway = Gateway.open(
                lake,
                settings.state().resolve("gateway"),
                port,
                Access.classified(catalog),
                releases::current,
                views::apply,
                Installation.profile(settings),
                settings.spark())) {
            gateway.run(System.out, Duration.ofSeconds(5));
        }
        return 0;
    }
}
