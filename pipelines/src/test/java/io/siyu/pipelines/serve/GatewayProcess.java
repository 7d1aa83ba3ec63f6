package io.siyu.pipelines.serve;

import io.siyu.pipelines.release.Release;
import io.siyu.pipelines.release.Releases;
import io.siyu.pipelines.store.Lake;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** A gateway over a {@link TurnLake} in a JVM of its own: {@code <folder> <port>}. */
final class GatewayProcess {
    private GatewayProcess() {}

    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        Lake lake = new Lake(folder.resolve("lake").toString());
        try (Gateway gateway = Gateway.open(
                lake,
                folder.resolve("state/gateway"),
                Integer.parseInt(args[1]),
                Access.whole(),
                new Releases(lake)::current,
                (spark, release) -> views(spark, lake, release),
                Map.of())) {
            gateway.run(System.out, Duration.ofMillis(500));
        }
    }

    private static void views(SparkSession spark, Lake lake, Release release) {
        for (var table : List.of(TurnLake.LINE, TurnLake.STORE)) {
            spark.sql("create database if not exists " + table.layer().id());
            spark.sql("create or replace view " + table.name() + " comment '"
                    + table.description().replace("'", "\\'") + "' as select * from delta.`" + lake.path(table.name())
                    + "` version as of " + release.versions().get(table.name()));
        }
    }
}
