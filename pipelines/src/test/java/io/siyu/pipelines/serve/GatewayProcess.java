package io.siyu.pipelines.serve;

import io.siyu.pipelines.release.ReleaseViews;
import io.siyu.pipelines.release.Releases;
import io.siyu.pipelines.session.Profile;
import io.siyu.pipelines.store.Lake;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A gateway over a {@link TurnLake} in a JVM of its own: {@code <folder> <port>}. */
final class GatewayProcess {
    private GatewayProcess() {}

    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        Lake lake = TurnLake.lake(folder);
        ReleaseViews views = new ReleaseViews(lake, TurnLake.catalog(folder));
        try (Gateway gateway = Gateway.open(
                lake,
                folder.resolve("state/gateway"),
                Integer.parseInt(args[1]),
                Access.whole(),
                new Releases(lake)::current,
                views::apply,
                Profile.TINY,
                Map.of())) {
            gateway.run(System.out, Duration.ofMillis(500));
        }
    }
}
