package io.siyu.pipelines.batch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;

/** A run in a JVM of its own that dies, or waits to be killed, in the middle of a step. Every start of a step is on file. */
final class KilledRun {
    static final LocalDate DATE = LocalDate.parse("2026-11-11");
    static final String NEVER = "never";

    private KilledRun() {}

    /** Arguments: the state folder, the step to halt in. */
    public static void main(String[] args) {
        run(RunStore.inFolder(Path.of(args[0])), args[1]);
    }

    /** {@code a, b -> c -> d}; halts in {@code where}. */
    static RunResult run(RunStore store, String where) {
        List<BatchStep> plan = List.of(
                step(store, "a", where),
                step(store, "b", where),
                step(store, "c", where, "a", "b"),
                step(store, "d", where, "c"));
        return new BatchRunner(store).run("night", DATE, plan, 1, new Silent());
    }

    /** Runs in a child JVM until it halts; its exit code. */
    static int inChild(Path state, String where) throws IOException, InterruptedException {
        return child(state, where).waitFor();
    }

    static Process child(Path state, String where) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledRun.class.getName(),
                        state.toString(),
                        where)
                .redirectErrorStream(true)
                .redirectOutput(new File(state.toFile(), "child.log"))
                .start();
    }

    /** Steps in the order they started, in whatever JVM. */
    static List<String> started(Path state) throws IOException {
        return Files.readAllLines(state.resolve("started"));
    }

    private static BatchStep step(RunStore store, String id, String where, String... needs) {
        return new BatchStep(id, List.of(needs), context -> {
            Files.writeString(
                    store.state().resolve("started"), id + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            if (id.equals(where)) {
                Runtime.getRuntime().halt(137);
            }
            if (where.equals("hold " + id)) {
                System.out.println("holding");
                Thread.currentThread().join();
            }
            return new StepOutcome("written", 7, "1 ok");
        });
    }
}
