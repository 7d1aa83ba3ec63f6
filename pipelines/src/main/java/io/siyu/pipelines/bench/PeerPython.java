package io.siyu.pipelines.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.siyu.warehouse.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Python environment of a peer's own, made on first use and again when what it needs has changed: {@code <peer>.txt} beside this
 * class pins it, {@code <peer>.py} is what runs in it.
 */
final class PeerPython {
    /**
     * What a run said.
     *
     * @param out its standard output
     * @param isStopped whether it was stopped because its time was up
     */
    record Told(String out, boolean isStopped) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration AT_MOST = Duration.ofHours(1);
    private static final Duration INSTALLING = Duration.ofMinutes(30);

    private final Path folder;
    private final String peer;

    /** @param folder where the environment is, or is made */
    PeerPython(Path folder, String peer) {
        this.folder = folder;
        this.peer = peer;
    }

    /** Runs its script; one that takes longer is stopped, and what it said until then stands. */
    Told run(List<String> arguments, Duration atMost) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(python().toString(), copied(".py").toString()));
        command.addAll(arguments);
        return process(command, atMost);
    }

    /** What its script prints when it ends, one JSON object. */
    JsonNode answer(List<String> arguments) throws IOException {
        Told told = run(arguments, AT_MOST);
        if (told.isStopped()) {
            throw Problems.failed(
                    "measure the peer",
                    "it took longer than " + AT_MOST.toMinutes() + " minutes",
                    "Our own figures stand without it; ask for fewer rows, or run with --no-peer",
                    null);
        }
        return JSON.readTree(told.out());
    }

    /** The version that its list of packages pins. */
    String version(String library) throws IOException {
        return Files.readAllLines(copied(".txt")).stream()
                .filter(line -> line.startsWith(library + "=="))
                .map(line -> line.substring(library.length() + 2))
                .findFirst()
                .orElseThrow();
    }

    /** Its Python with what its list names, made unless it is there. */
    Path python() throws IOException {
        Files.createDirectories(folder);
        Path home = folder.resolve("python");
        Path python = home.resolve("bin").resolve("python");
        Path needed = copied(".txt");
        Path installed = home.resolve(peer + ".txt");
        if (!Files.exists(installed) || Files.mismatch(needed, installed) >= 0) {
            process(List.of("python3", "-m", "venv", home.toString()), INSTALLING);
            process(List.of(python.toString(), "-m", "pip", "install", "-q", "-r", needed.toString()), INSTALLING);
            Files.copy(needed, installed, StandardCopyOption.REPLACE_EXISTING);
        }
        return python;
    }

    private Path copied(String ending) throws IOException {
        Path copy = folder.resolve(peer + "_peer" + ending);
        try (InputStream in = PeerPython.class.getResourceAsStream(peer + ending)) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        return copy;
    }

    private Told process(List<String> command, Duration atMost) throws IOException {
        Path log = folder.resolve("peer.log");
        Path out = folder.resolve("peer.out");
        Process process = new ProcessBuilder(command)
                .redirectError(log.toFile())
                .redirectOutput(out.toFile())
                .start();
        try {
            boolean isDone = process.waitFor(atMost.toSeconds(), TimeUnit.SECONDS);
            if (!isDone) {
                process.destroyForcibly().waitFor();
            }
            if (isDone && process.exitValue() != 0) {
                throw Problems.failed(
                        "measure the peer",
                        String.join(" ", command) + " ended with " + process.exitValue() + ", see " + log,
                        "Our own figures stand above; run with --no-peer, or mend the environment in " + folder,
                        null);
            }
            return new Told(Files.readString(out, StandardCharsets.UTF_8), !isDone);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the peer ran", e);
        }
    }
}
