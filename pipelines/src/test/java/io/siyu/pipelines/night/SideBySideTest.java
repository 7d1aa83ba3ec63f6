package io.siyu.pipelines.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    private final List<String> told = new ArrayList<>();

    @Test
    void answers_are_told_in_the_order_of_the_pieces_whichever_ends_first() {
        CountDownLatch second = new CountDownLatch(1);
        Callable<String> slow = () -> {
            second.await();
            return "first";
        };
        Callable<String> quick = () -> {
            second.countDown();
            return "second";
        };
        SideBySide.each(2, List.of(slow, quick), told::add);
        assertThat(told).containsExactly("first", "second");
    }

    @Test
    void the_first_in_order_that_fails_is_thrown_once_no_other_runs() {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        Callable<String> fails = () -> {
            begun.await();
            throw new IllegalStateException("this one");
        };
        Callable<String> goesOn = () -> {
            begun.countDown();
            Thread.sleep(50);
            ended.set(true);
            throw new IllegalStateException("later in order");
        };
        assertThatThrownBy(() -> SideBySide.each(2, List.of(() -> "before", fails, goesOn), told::add))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this one");
        assertThat(told).containsExactly("before");
        assertThat(ended).isTrue();
    }
}
