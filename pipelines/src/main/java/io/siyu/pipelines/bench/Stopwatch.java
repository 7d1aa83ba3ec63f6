package io.siyu.pipelines.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** Seconds and memory of one piece of work after the other, a line each. */
final class Stopwatch {
    /** What a piece of work says of itself. */
    record Work(long rows, String note) {}

    private final PrintStream out;

    Stopwatch(PrintStream out) {
        this.out = out;
        out.printf("%-44s %12s %10s %9s  %s%n", "part", "rows", "seconds", "peak MB", "");
    }

    /** Does the work, prints its line, and gives its seconds. */
    double time(String part, Supplier<Work> work) {
        System.gc();
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        long from = System.nanoTime();
        Work done = work.get();
        double seconds = (System.nanoTime() - from) / 1e9;
        long peak =
                heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20;
        out.printf("%-44s %,12d %10.1f %,9d  %s%n", part, done.rows(), seconds, peak, done.note());
        return seconds;
    }

    /** The most that this process held, as Linux says it; elsewhere it is not known. */
    static String resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        String most = Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM"))
                        .findFirst()
                        .orElse("")
                : "";
        return most.isEmpty() ? "unknown" : "%,d MB".formatted(Long.parseLong(most.replaceAll("\\D", "")) >> 10);
    }
}
