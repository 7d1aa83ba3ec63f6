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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A peer in a Python environment of its own, made on first use and again when its requirements change. Next to this class lie
 * {@code <name>.py}, which prints one JSON object, and {@code <name>_requirements.txt}.
 */
final class PeerPython {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final String name;

    /** @param folder where the environment is, or is made */
    PeerPython(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /** Makes the environment, unless it is there. */
    void install() throws IOException {
        Path wanted = copied(name + "_requirements.txt");
        Path done = folder.resolve("python").resolve(name + ".installed");
        if (!Files.exists(done) || Files.mismatch(done, wanted) >= 0) {
            run(List.of("python3", "-m", "venv", folder.resolve("python").toString()));
            run(List.of(python(), "-m", "pip", "install", "-q", "-r", wanted.toString()));
            Files.copy(wanted, done, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** What the script prints, given these arguments. */
    JsonNode told(String... arguments) throws IOException {
        install();
        List<String> command =
                new ArrayList<>(List.of(python(), copied(name + ".py").toString()));
        command.addAll(List.of(arguments));
        return JSON.readTree(run(command));
    }

    /** The version that the requirements pin. */
    String version(String library) throws IOException {
        return Files.readAllLines(copied(name + "_requirements.txt")).stream()
                .filter(line -> line.startsWith(library + "=="))
                .map(line -> line.substring(library.length() + 2))
                .findFirst()
                .orElseThrow();
    }

    private String python() {
        return folder.resolve("python").resolve("bin").resolve("python").toString();
    }

    private Path copied(String file) throws IOException {
        Files.createDirectories(folder);
        Path copy = folder.resolve(file);
        try (InputStream in = Objects.requireNonNull(PeerPython.class.getResourceAsStream(file), file)) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        return copy;
    }

    private String run(List<String> command) throws IOException {
        Path log = folder.resolve("peer.log");
        Process process =
                new ProcessBuilder(command).redirectError(log.toFile()).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw Problems.failed(
                        "measure the peer",
                        String.join(" ", command) + " ended with " + process.exitValue() + ", see " + log,
                        "Our own figures stand without it; run with --no-peer, or mend the environment in " + folder,
                        null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the peer ran", e);
        }
        return told;
    }
}
