package io.siyu.pipelines.night;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Settings of a home with compiled and adaptive plans over other partitions than a small lake's nights have. */
final class AsOnACluster {
    private static final String SETTINGS = """
            profile: large
            spark:
              spark.sql.codegen.factoryMode: CODEGEN_ONLY
              spark.sql.codegen.wholeStage: "true"
              spark.sql.shuffle.partitions: "5"
            """;

    private AsOnACluster() {}

    static void begin(SmallHome home) throws IOException {
        Files.writeString(settings(home), SETTINGS);
    }

    static void end(SmallHome home) throws IOException {
        Files.delete(settings(home));
    }

    private static Path settings(SmallHome home) {
        return home.folder().resolve("siyu.yml");
    }
}
