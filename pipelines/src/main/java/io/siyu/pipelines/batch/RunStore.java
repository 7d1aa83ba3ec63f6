package io.siyu.pipelines.batch;

import java.nio.file.Path;

/**
 * Where runs are remembered.
 *
 * @param url JDBC URL of the run repository: H2 or PostgreSQL; one repository belongs to one installation
 * @param user empty for the H2 file
 * @param state the folder of the lock, and of the H2 file
 */
public record RunStore(String url, String user, String password, Path state) {
    /** The default: an H2 file in the state folder, every commit on disk before the next step starts. */
    public static RunStore inFolder(Path state) {
        Path file = state.toAbsolutePath().normalize().resolve("batch");
        return new RunStore("jdbc:h2:file:" + file + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE", "", "", state);
    }

    boolean isH2() {
        return url.startsWith("jdbc:h2:");
    }

    boolean isPostgres() {
        return url.startsWith("jdbc:postgresql:");
    }

    /** The URL without its options, which may hold a password. */
    String shownUrl() {
        return url.split("[?;]", 2)[0];
    }

    @Override
    public String toString() {
        return shownUrl() + " (state " + state + ")";
    }
}
