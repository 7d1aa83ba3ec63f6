package io.siyu.pipelines.land;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * The files a run takes for a feed, decided once: a run that is killed and resumed lands the same files, whatever has
 * arrived since.
 *
 * @param folder where lists are kept, one JSON file per run and feed
 */
record FileList(Path folder) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One file to take.
     *
     * @param status {@code landed}, {@code changed}, {@code again} or {@code duplicate}, as the manifest will say
     */
    record Entry(String dropDate, String path, long size, String sha256, String status) {}

    /**
     * What a run takes.
     *
     * @param version of the landed table before the run; lists are compared with it
     */
    record Chosen(long version, List<Entry> files) {}

    Optional<Chosen> find(String run, String feed) {
        Path file = file(run, feed);
        try {
            return Files.exists(file) ? Optional.of(JSON.readValue(file.toFile(), Chosen.class)) : Optional.empty();
        } catch (IOException e) {
            throw trouble("read", file, e);
        }
    }

    void keep(String run, String feed, Chosen chosen) {
        Path file = file(run, feed);
        Path aside = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.createDirectories(file.getParent());
            JSON.writeValue(aside.toFile(), chosen);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw trouble("write", file, e);
        }
    }

    private Path file(String run, String feed) {
        return folder.resolve(run).resolve(feed + ".json");
    }

    private static RuntimeException trouble(String verb, Path file, IOException e) {
        return Problems.failed(
                verb + " the list of files to land",
                Words.path(file) + " (" + e + ")",
                "Nothing was landed; mend the state folder and run again",
                e);
    }
}
