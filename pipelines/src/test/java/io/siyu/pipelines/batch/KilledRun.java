package io.siyu.pipelines.batch;

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

    /** Arguments: the state folder, the repository's URL, the step to halt in. */
    public static void main(String[] args) {
        run(new RunStore(args[1], "", "", Path.of(args[0])), args[2]);
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
    static int inChild(RunStore store, String where) throws IOException, InterruptedException {
        Process child = child(store, where);
        child.inputReader().lines().forEach(System.out::println);
        return child.waitFor();
    }

    static Process child(RunStore store, String where) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledRun.class.getName(),
                        store.state().toString(),
                        store.url(),
                        where)
                .redirectErrorStream(true)
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
                System.out.println("holding " + id);
                Thread.currentThread().join();
            }
            return new StepOutcome("written", 7, "1 ok");
        });
    }
}
