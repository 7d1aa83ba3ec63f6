package io.siyu.pipelines.night;

import io.siyu.pipelines.cli.Main;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A night in a JVM of its own, as the command line runs it; what it says goes to {@code <home>/night.log}. */
final class ChildNight {
    private static final long LONGEST_MINUTES = 10;

    private final SmallHome home;
    private final Process process;
    private final long begun;

    private ChildNight(SmallHome home, Process process, long begun) {
        this.home = home;
        this.process = process;
        this.begun = begun;
    }

    static ChildNight start(SmallHome home, LocalDate date) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(a -> a.startsWith("--add-opens") || a.startsWith("-Djdk.reflect"))
                .forEach(command::add);
        command.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of("night", "--home", home.folder().toString(), "--date", date.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.folder().resolve("night.log").toFile());
        builder.environment().put("SIYU_ROOT", SmallHome.ROOT.toString());
        builder.environment().remove("SIYU_HOME");
        return new ChildNight(home, builder.start(), System.nanoTime());
    }

    /** Waits until the night takes its lock or makes its first table; false when it ended before. */
    boolean atWork(boolean lakeWasThere) throws IOException, InterruptedException {
        Path lock = home.folder().resolve("state").resolve("lock");
        Path lake = home.folder().resolve("lake").resolve("ods");
        while (process.isAlive()) {
            if ((Files.exists(lock) && Files.size(lock) > 0) || (!lakeWasThere && Files.exists(lake))) {
                return true;
            }
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
        return false;
    }

    /** Milliseconds since it was started. */
    long age() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    /** Kills it after a while with SIGKILL; false when it had ended by itself. */
    boolean killAfter(long millis) throws InterruptedException {
        if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
            return false;
        }
        process.destroyForcibly();
        return process.waitFor() == 128 + 9;
    }

    /** Its exit code. */
    int end() throws InterruptedException {
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("the night did not end in " + LONGEST_MINUTES + " minutes: " + said());
        }
        return process.exitValue();
    }

    String said() {
        try {
            return Files.readString(home.folder().resolve("night.log"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
