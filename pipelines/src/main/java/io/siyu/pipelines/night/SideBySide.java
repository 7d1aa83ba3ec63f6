package io.siyu.pipelines.night;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Independent pieces of work, some at once, their answers in the order of the pieces. */
final class SideBySide {
    private SideBySide() {}

    /** Does each piece of work that has no answer. */
    static void each(int width, List<Runnable> pieces) {
        each(width, pieces.stream().map(Executors::callable).toList(), done -> {});
    }

    /**
     * Does each piece and tells its answer once those before it are told. Of pieces that fail, the first in their order is
     * the one that is thrown, when no other runs any more; those that have not begun by then are left out.
     *
     * @param width how many at once, at least 1
     * @param told called on the caller's thread
     */
    static <T> void each(int width, List<Callable<T>> pieces, Consumer<T> told) {
        ExecutorService pool = Executors.newFixedThreadPool(width);
        List<Future<T>> answers = new ArrayList<>();
        try {
            pieces.forEach(piece -> answers.add(pool.submit(piece)));
            for (Future<T> answer : answers) {
                told.accept(answer.get());
            }
        } catch (ExecutionException e) {
            throw unchecked(Objects.requireNonNull(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } finally {
            answers.forEach(answer -> answer.cancel(false));
            end(pool);
        }
    }

    private static void end(ExecutorService pool) {
        pool.shutdown();
        try {
            pool.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static RuntimeException unchecked(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
    }
}
