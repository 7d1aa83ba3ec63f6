package io.siyu.pipelines.night;

import io.siyu.pipelines.cli.Main;
import io.siyu.pipelines.privacy.KeySource;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A night in a JVM of its own, as the command line runs it; what it says goes to {@code <home>/night.log}. */
final class ChildNight {
    private final SmallHome home;
    private final Process process;

    private ChildNight(SmallHome home, Process process) {
        this.home = home;
        this.process = process;
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
        builder.environment().put("SIYU_ROOT", home.root().toString());
        builder.environment().remove("SIYU_HOME");
        builder.environment().put(KeySource.VARIABLE, KeySource.TEST_KEY);
        return new ChildNight(home, builder.start());
    }

    /** Kills it with SIGKILL a while after the lake holds so many commits; false when it had ended by itself. */
    boolean killAfter(long commits, long millis) throws InterruptedException {
        while (home.logged() < commits) {
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
            return false;
        }
        process.destroyForcibly();
        return process.waitFor() == 128 + 9;
    }
}
