package io.siyu.pipelines.night;

import io.siyu.pipelines.Settings;
import io.siyu.pipelines.plan.Plan;
import io.siyu.pipelines.session.Profile;
import io.siyu.pipelines.session.Sessions;
import io.siyu.pipelines.store.Lake;
import io.siyu.warehouse.Catalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/** An opened installation: its texts, its lake and one Spark session. */
public record Installation(Settings settings, SparkSession spark, Lake lake, Catalog catalog, Plan plan) {

    /** Reads the texts first, so that a wrong one is told before Spark starts. */
    public static Installation open(Settings settings) {
        Catalog catalog = Catalog.load(settings.houses());
        SparkSession spark = Sessions.open(profile(settings), settings.spark());
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

    private static long bytes(Path folder) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(f -> f.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
