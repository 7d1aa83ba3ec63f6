package io.siyu.pipelines.serve;

import java.nio.file.Path;
import java.util.Map;

/** Spark and Hive settings of the gateway: this machine only, everything it leaves behind below one folder. */
final class GatewaySettings {
    private GatewaySettings() {}

    /**
     * Settings to open the session with.
     *
     * @param state folder for scratch files; may be deleted when no gateway runs
     */
    static Map<String, String> of(Path state, int port) {
        Path scratch = state.toAbsolutePath();
        return Map.ofEntries(
                // After Delta's, so that it stands in front of Delta's parser and sees OPTIMIZE and VACUUM too.
                Map.entry(
                        "spark.sql.extensions",
                        "io.delta.sql.DeltaSparkSessionExtension," + ReaderExtension.class.getName()),
                Map.entry("spark.sql.catalogImplementation", "in-memory"),
                Map.entry(
                        "spark.sql.warehouse.dir", scratch.resolve("warehouse").toString()),
                Map.entry("spark.sql.hive.thriftServer.singleSession", "false"),
                Map.entry("spark.sql.thriftServer.incrementalCollect", "true"),
                Map.entry("spark.hadoop.hive.server2.thrift.bind.host", "127.0.0.1"),
                Map.entry("spark.hadoop.hive.server2.thrift.port", String.valueOf(port)),
                Map.entry("spark.hadoop.hive.server2.authentication", "NONE"),
                Map.entry("spark.hadoop.hive.server2.enable.doAs", "false"),
                Map.entry("spark.hadoop.hive.server2.logging.operation.enabled", "false"),
                Map.entry(
                        "spark.hadoop.hive.exec.scratchdir",
                        scratch.resolve("scratch").toString()),
                Map.entry(
                        "spark.hadoop.hive.exec.local.scratchdir",
                        scratch.resolve("local").toString()),
                Map.entry(
                        "spark.hadoop.hive.downloaded.resources.dir",
                        scratch.resolve("resources").toString()));
    }

    /** Derby, which Hive's client starts in memory, writes its log here and not into the working directory. */
    static void quietDerby(Path state) {
        System.setProperty(
                "derby.stream.error.file",
                state.toAbsolutePath().resolve("derby.log").toString());
    }
}
