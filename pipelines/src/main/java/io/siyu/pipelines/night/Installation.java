package io.siyu.pipelines.night;

import io.siyu.pipelines.Settings;
import io.siyu.pipelines.plan.Plan;
import io.siyu.pipelines.privacy.KeySource;
import io.siyu.pipelines.session.Profile;
import io.siyu.pipelines.session.Sessions;
import io.siyu.pipelines.store.Lake;
import io.siyu.warehouse.Catalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.sql.SparkSession;

/** An opened installation: its texts, its lake and one Spark session. */
public record Installation(Settings settings, SparkSession spark, Lake lake, Catalog catalog, Plan plan) {

    /** Reads the texts first, so that a wrong one is told before Spark starts. */
    public static Installation open(Settings settings) {
        Catalog catalog = Catalog.load(settings.houses());
        Map<String, String> more = new TreeMap<>(settings.spark());
        more.putIfAbsent(
                KeySource.SETTING,
                KeySource.inEnvironmentOr(settings.tokenKey()).setting());
        SparkSession spark = Sessions.open(profile(settings), more);
        return new Installation(settings, spark, new Lake(settings.lake()), catalog, Plan.of(spark, catalog));
    }

    /** The profile that the settings name, or the one for the data that lies here; a lake elsewhere is a large one. */
    public static Profile profile(Settings settings) {
        if (settings.profile().isPresent()) {
            return Profile.named(settings.profile().get());
        }
        boolean elsewhere = settings.lake().contains("://");
        return elsewhere
                ? Profile.LARGE
                : Profile.forBytes(bytes(settings.landing()) + bytes(Path.of(settings.lake())));
    }

    /** Version of the engine, as its jar says it; {@code dev} when run from classes. */
    public static String jar() {
        return Optional.ofNullable(Installation.class.getPackage().getImplementationVersion())
                .orElse("dev");
    }

    /** How much a folder holds; a night may write and remove files in it meanwhile. */
    private static long bytes(Path folder) {
        AtomicLong sum = new AtomicLong();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    sum.addAndGet(attributes.size());
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                    if (e instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw e;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sum.get();
    }
}
