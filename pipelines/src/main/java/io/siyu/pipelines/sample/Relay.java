package io.siyu.pipelines.sample;

import io.siyu.pipelines.sample.drop.Drops;
import io.siyu.pipelines.sample.drop.SealedShard;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Makes shards on several threads and appends them in the order in which they were asked for; few are in memory at a time. */
final class Relay implements AutoCloseable {
    private final ExecutorService threads;
    private final int ahead;
    private final Drops drops;
    private final Deque<Future<SealedShard>> waiting = new ArrayDeque<>();

    Relay(int threads, Drops drops) {
        this.threads = Executors.newFixedThreadPool(threads);
        this.ahead = threads + 1;
        this.drops = drops;
    }

    void add(Callable<SealedShard> job) throws IOException, ExecutionException, InterruptedException {
        waiting.addLast(threads.submit(job));
        while (waiting.size() > ahead) {
            drops.append(waiting.removeFirst().get());
        }
    }

    void finish() throws IOException, ExecutionException, InterruptedException {
        while (!waiting.isEmpty()) {
            drops.append(waiting.removeFirst().get());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
