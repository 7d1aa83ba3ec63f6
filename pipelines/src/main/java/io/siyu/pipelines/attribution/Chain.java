package io.siyu.pipelines.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Journeys as an absorbing Markov chain of order {@code k}: a state is the last {@code k} touches (fewer at the start of a
 * journey, none at its very start), and every journey ends in conversion or without. Counts are kept, not rates: a step
 * from a state is as likely as it was frequent.
 *
 * <p>A step is told by its state and its touch, so that it is found without building the state it leads to.
 */
final class Chain {
    /** The state in which every journey starts. */
    static final int START = 0;

    private final ChannelIndex channels;
    private final int order;
    private final List<int[]> states = new ArrayList<>();
    private final Map<List<Integer>, Integer> numbers = new HashMap<>();
    private final Map<Long, Integer> steps = new HashMap<>();
    private final Numbers from = new Numbers();
    private final Numbers to = new Numbers();
    private final Numbers count = new Numbers();
    private final Numbers conversions = new Numbers();
    private final Numbers nulls = new Numbers();
    private double[] value = new double[64];

    private Chain(ChannelIndex channels, int order) {
        this.channels = channels;
        this.order = order;
        state(List.of());
    }

    /** @param order at least 1 */
    static Chain of(Paths paths, int order) {
        if (order < 1) {
            throw new IllegalArgumentException("the order of a chain is at least 1, not " + order);
        }
        Chain chain = new Chain(new ChannelIndex(paths.channels()), order);
        paths.counted().forEach(chain::walk);
        return chain;
    }

    private void walk(CountedPath path) {
        if (path.journeys() == 0) {
            return;
        }
        int at = START;
        for (String touch : path.touches()) {
            int step = step(at, channels.of(touch));
            count.add(step, path.journeys());
            at = (int) to.get(step);
        }
        conversions.add(at, path.conversions());
        nulls.add(at, path.nulls());
        value[at] += path.value().doubleValue();
    }

    private int step(int at, int channel) {
        Integer known = steps.putIfAbsent((long) at * channels.size() + channel, steps.size());
        if (known != null) {
            return known;
        }
        List<Integer> touches = new ArrayList<>();
        Arrays.stream(states.get(at)).forEach(touches::add);
        touches.add(channel);
        int next = state(touches.subList(Math.max(0, touches.size() - order), touches.size()));
        from.push(at);
        to.push(next);
        count.push(0);
        return from.size() - 1;
    }

    private int state(List<Integer> touches) {
        Integer known = numbers.get(touches);
        if (known != null) {
            return known;
        }
        int number = states.size();
        numbers.put(List.copyOf(touches), number);
        states.add(touches.stream().mapToInt(i -> i).toArray());
        conversions.push(0);
        nulls.push(0);
        value = number < value.length ? value : Arrays.copyOf(value, 2 * value.length);
        return number;
    }

    /** The start counted. */
    int states() {
        return states.size();
    }

    /** Distinct steps from state to state, ends not counted. */
    int steps() {
        return from.size();
    }

    /** The channel of a state's last touch; -1 at the start. */
    int channel(int state) {
        int[] touches = states.get(state);
        return touches.length == 0 ? -1 : touches[touches.length - 1];
    }

    int from(int step) {
        return (int) from.get(step);
    }

    int to(int step) {
        return (int) to.get(step);
    }

    long count(int step) {
        return count.get(step);
    }

    /** Journeys that convert in this state. */
    long conversions(int state) {
        return conversions.get(state);
    }

    /** Journeys that end in this state without converting. */
    long nulls(int state) {
        return nulls.get(state);
    }

    /** What the conversions in this state are worth. */
    double value(int state) {
        return value[state];
    }
}
