package io.siyu.pipelines.cli;

import io.siyu.pipelines.sample.SampleWorld;
import io.siyu.pipelines.sample.World;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The landing folder of the demo and, beside it, what is true of its world: both are there whole, or neither. */
record DemoFiles(Path landing) {
    /** In the folder of the truth: which world it is of. */
    private static final String NOTE = "world.txt";

    /** Where the truth lies. */
    Path truth() {
        return beside("-truth");
    }

    /**
     * Writes the files of a world unless they lie there already.
     *
     * @throws io.siyu.warehouse.SiyuException when others do
     */
    void write(World world) {
        if (holdsFiles(landing)) {
            if (!has(world)) {
                throw Problems.cannot(
                        "write the files of the demo to " + Words.path(landing),
                        "it holds others already",
                        "Nothing was written; give another folder with --home");
            }
            return;
        }
        Path aside = beside("-unfinished");
        try {
            delete(aside);
            delete(truth());
            new SampleWorld(world)
                    .write(
                            aside.resolve("landing"),
                            aside.resolve("truth"),
                            Runtime.getRuntime().availableProcessors());
            Files.writeString(aside.resolve("truth").resolve(NOTE), world.toString());
            Files.move(aside.resolve("truth"), truth());
            Files.deleteIfExists(landing);
            Files.move(aside.resolve("landing"), landing);
            delete(aside);
        } catch (IOException e) {
            throw Problems.failed(
                    "write the files of the demo to " + Words.path(landing),
                    String.valueOf(e.getMessage()),
                    "No night was run; make room there, or give another folder with --home",
                    e);
        }
    }

    private boolean has(World world) {
        Path note = truth().resolve(NOTE);
        try {
            return Files.exists(note) && Files.readString(note).equals(world.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path beside(String ending) {
        return landing.resolveSibling(landing.getFileName() + ending);
    }

    private static boolean holdsFiles(Path folder) {
        String[] names = folder.toFile().list();
        return names != null && names.length > 0;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
