package io.siyu.pipelines.attribution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Channels by number, in the order of their list. */
final class ChannelIndex {
    private final Map<String, Integer> numbers = new HashMap<>();

    ChannelIndex(List<String> channels) {
        channels.forEach(channel -> numbers.put(channel, numbers.size()));
    }

    /** What channels are worth, by name; below nought is nothing. */
    static Map<String, Double> worth(List<String> channels, double[] values) {
        Map<String, Double> worth = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            worth.put(channels.get(i), Math.max(0, values[i]));
        }
        return worth;
    }

    int size() {
        return numbers.size();
    }

    int of(String channel) {
        Integer number = numbers.get(channel);
        if (number == null) {
            throw new IllegalArgumentException("no channel of these paths: " + channel);
        }
        return number;
    }
}
