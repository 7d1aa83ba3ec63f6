package io.siyu.pipelines.serve;

import io.siyu.pipelines.release.Release;
import io.siyu.pipelines.session.Profile;
import io.siyu.pipelines.session.Sessions;
import io.siyu.pipelines.store.Lake;
import io.siyu.warehouse.Problems;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.hive.thriftserver.HiveThriftServer2;

/**
 * Serves the published release to JDBC tools over the HiveServer2 protocol, on 127.0.0.1 only. A query reads one release
 * whole, also while the next one is published; the catalogue's views tell tools what there is.
 */
public final class Gateway implements AutoCloseable {
    private final SparkSession spark;
    private final Lake lake;
    private final Access access;
    private final Function<SparkSession, Optional<Release>> published;
    private final BiConsumer<SparkSession, Release> views;
    private final int port;
    private final HiveThriftServer2 server;
    private Release release;

    private Gateway(
            SparkSession spark,
            Lake lake,
            Access access,
            Function<SparkSession, Optional<Release>> published,
            BiConsumer<SparkSession, Release> views,
            int port) {
        this.spark = spark;
        this.lake = lake;
        this.access = access;
        this.published = published;
        this.views = views;
        this.port = port;
        ReaderExtension.own(spark);
        this.release = published
                .apply(spark)
                .orElseThrow(() -> Problems.notReady(
                        "serve " + lake.root(), "nothing is published yet", "Publish a night first: bin/siyu night"));
        show(release);
        this.server = HiveThriftServer2.startWithContext(spark.sqlContext());
    }

    /**
     * Opens the gateway; the JVM must have no Spark session yet.
     *
     * @param state folder for scratch files
     * @param published reads the release that is published now
     * @param views makes the catalogue's views for a release
     * @throws io.siyu.warehouse.SiyuException.InputNotReady when nothing is published
     */
    public static Gateway open(
            Lake lake,
            Path state,
            int port,
            Access access,
            Function<SparkSession, Optional<Release>> published,
            BiConsumer<SparkSession, Release> views,
            Profile profile,
            Map<String, String> more) {
        checkFree(port);
        makeFolder(state.resolve("local"));
        GatewaySettings.quietDerby(state);
        Map<String, String> settings = new HashMap<>(more);
        settings.putAll(GatewaySettings.of(state, port));
        SparkSession spark = Sessions.open(profile, settings);
        return new Gateway(spark, lake, access, published, views, port);
    }

    /** {@code Serving release R20261120.1 on jdbc:hive2://127.0.0.1:10000 (no password). Stop with Ctrl-C.} */
    public String line() {
        return "Serving release " + release.id() + " on jdbc:hive2://127.0.0.1:" + port
                + " (no password). Stop with Ctrl-C.";
    }

    /** Looks whether another release is published, and serves it then. Queries that run finish on the one they began with. */
    public boolean refresh() {
        Release now = published.apply(spark).orElse(release);
        if (now.id().equals(release.id())) {
            return false;
        }
        show(now);
        release = now;
        return true;
    }

    /**
     * Says what it serves, then looks for a new release every {@code every} until the thread is interrupted. A look that
     * fails is told in {@code out}; the release served stays.
     */
    public void run(PrintStream out, Duration every) {
        out.println(line());
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(every.toMillis());
                look(out);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop();
        spark.stop();
    }

    private void look(PrintStream out) {
        try {
            if (refresh()) {
                out.println(line());
            }
        } catch (RuntimeException e) {
            out.println("Cannot look for a new release: " + e.getMessage() + " Release " + release.id()
                    + " is served on; the next look follows.");
        }
    }

    private void show(Release now) {
        ReaderExtension.publish(VisibleTables.of(spark, lake, access, now));
        views.accept(spark, now);
    }

    private static void checkFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            probe.setReuseAddress(true);
        } catch (IOException e) {
            throw Problems.failed(
                    "serve on port " + port,
                    String.valueOf(e.getMessage()),
                    "Nothing was started. Give another: --port",
                    e);
        }
    }

    private static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw Problems.failed(
                    "serve", folder + " cannot be made: " + e, "Nothing was started. See to its owner", e);
        }
    }
}
