package io.siyu.pipelines.progress;

import io.siyu.pipelines.batch.Progress;
import io.siyu.pipelines.batch.StepResult;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** For a terminal: ended steps scroll up, each running one keeps a line below them that counts its seconds. */
public final class LiveProgress implements Progress, AutoCloseable {
    private final PrintStream out;
    private final int columns;
    private final LongSupplier nanos;
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(LiveProgress::daemon);
    private final Map<String, Long> running = new LinkedHashMap<>();
    private int painted;

    private LiveProgress(PrintStream out, int columns, LongSupplier nanos) {
        this.out = out;
        this.columns = columns;
        this.nanos = nanos;
    }

    /**
     * Paints until closed, once a second.
     *
     * @param columns of the terminal; a longer line of a running step is cut
     */
    public static LiveProgress start(PrintStream out, int columns) {
        LiveProgress progress = of(out, columns, System::nanoTime);
        var unused = progress.ticker.scheduleAtFixedRate(progress::tick, 1, 1, TimeUnit.SECONDS);
        return progress;
    }

    /** Repaints when told only. */
    static LiveProgress of(PrintStream out, int columns, LongSupplier nanos) {
        return new LiveProgress(out, columns, nanos);
    }

    @Override
    public synchronized void stepStarted(String id) {
        running.put(id, nanos.getAsLong());
        paint("");
    }

    @Override
    public void stepDone(StepResult result) {
        ended(result);
    }

    @Override
    public void stepFailed(StepResult result) {
        ended(result);
    }

    synchronized void tick() {
        if (!running.isEmpty()) {
            paint("");
        }
    }

    /** Clears the lines of steps that still run. */
    @Override
    public synchronized void close() {
        ticker.shutdownNow();
        running.clear();
        paint("");
    }

    private synchronized void ended(StepResult result) {
        running.remove(result.id());
        paint(StepLine.ended(result) + "\n");
    }

    /** One write, so that the terminal never shows half of it. */
    private void paint(String above) {
        StringBuilder text = new StringBuilder();
        if (painted > 0) {
            text.append("\u001b[").append(painted).append("A\r\u001b[J");
        }
        text.append(above);
        long now = nanos.getAsLong();
        running.forEach((id, since) -> text.append(line(id, Duration.ofNanos(now - since))));
        painted = running.size();
        out.print(text);
        out.flush();
    }

    private String line(String id, Duration elapsed) {
        String line = "  " + id + "  " + elapsed.toSeconds() + " s";
        return (line.length() < columns ? line : line.substring(0, columns - 1)) + "\n";
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "siyu-progress");
        thread.setDaemon(true);
        return thread;
    }
}
